import type { Api } from '../api/api'
import { failureOf, type Failure } from '../api/failure'
import type { Recovery, WrittenFile } from '../api/views'
import { Job } from '../session/job.svelte'

/** What may take the place of a damaged book. */
export type Successor = 'backup' | 'salvaged'

/** Looks at what can be done for a damaged book, and does what is chosen. */
export class RecoveryController {
  readonly job: Job
  /** What can be done; undefined until it is read. */
  found = $state.raw<Recovery>()
  /** What is about to take the place of the book, while the person is asked. */
  asked = $state<Successor>()
  replacing = $state(false)
  written = $state.raw<WrittenFile>()
  failure = $state.raw<Failure>()
  readonly #api: Pick<Api, 'recoveries' | 'jobs' | 'events'>
  readonly #begin: () => void

  /** begin lets the page begin anew, once another book has taken the place. */
  constructor(api: Pick<Api, 'recoveries' | 'jobs' | 'events'>, begin: () => void) {
    this.#api = api
    this.#begin = begin
    this.job = new Job(api)
  }

  /** Whether the backup says all that can still be read, and nothing else. */
  get same(): boolean {
    const since = this.found?.since
    return !!since && since.coming.count + since.going.count + since.changing.count + since.things.length === 0
  }

  /** Whether everything could be read without the backup. */
  get whole(): boolean {
    const { found } = this
    return !!found && found.lost.count + found.same.count + found.changed.count + found.things.length === 0
  }

  get file(): string {
    return this.written?.path.split(/[/\\]/).at(-1) ?? ''
  }

  async look(): Promise<void> {
    await this.#try(async () => {
      this.found = await this.job.run((name) => this.#api.recoveries.look(name))
    })
  }

  /** Asks where to and writes what can be read. Nothing happens when the person closes that dialog. */
  async save(format: 'db' | 'vcf'): Promise<void> {
    await this.#try(async () => {
      const written = await this.job.run((name) => this.#api.recoveries.save(name, format))
      if (written.path) this.written = written
    })
  }

  /** Puts what was asked about in the place of the book. */
  async replace(): Promise<void> {
    const { asked } = this
    this.asked = undefined
    this.replacing = true
    await this.#try(async () => {
      await (asked === 'backup' ? this.#api.recoveries.goBack() : this.#api.recoveries.keepSalvaged())
      this.#begin()
    })
    this.replacing = false
  }

  /** Forgets what was read. */
  async close(): Promise<void> {
    await this.job.cancel()
    await this.#api.recoveries.close()
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.failure = undefined
    try {
      await work()
    } catch (reason) {
      const failure = failureOf(reason)
      if (!failure.cancelled) this.failure = failure
    }
  }
}
