import type { Api } from '../api/api'
import type { Progress } from '../api/views'

// Names only have to differ while the window lives, and the backend never reads them.
let named = 0

/** A piece of work that takes a while: how far it is, and the way to end it. */
export class Job {
  /** How far it is; undefined while nothing runs and before the first word of the backend. */
  progress = $state.raw<Progress>()
  #running = $state('')
  readonly #api: Pick<Api, 'jobs' | 'events'>

  constructor(api: Pick<Api, 'jobs' | 'events'>) {
    this.#api = api
  }

  get running(): boolean {
    return this.#running !== ''
  }

  /** The share that is done, 0 to 1; undefined while the whole is not known. */
  get share(): number | undefined {
    const { done, total } = this.progress ?? { done: 0, total: 0 }
    return total > 0 ? Math.min(done / total, 1) : undefined
  }

  /** Does the work under a new name. Progress may arrive late and in any order; only the promise means "done". */
  async run<T>(work: (name: string) => Promise<T>): Promise<T> {
    const name = `job-${++named}`
    this.#running = name
    this.progress = undefined
    const stop = this.#api.events.progress((progress) => {
      if (progress.job === name && this.#running === name && progress.seq > (this.progress?.seq ?? -1)) {
        this.progress = progress
      }
    })
    try {
      return await work(name)
    } finally {
      stop()
      if (this.#running === name) this.#running = ''
    }
  }

  /** Asks the backend to end what runs. The work is then rejected as cancelled; without any this does nothing. */
  async cancel(): Promise<void> {
    if (this.#running) await this.#api.jobs.cancel(this.#running)
  }
}
