import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { Backup, Change, Restore, WrittenFile } from '../../api/views'
import { Job } from '../../session/job.svelte'

/** Shows the backups beside the book, newest first. */
export class BackupsController {
  backups = $state.raw<Backup[]>([])
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly #api: Pick<Api, 'backups'>

  constructor(api: Pick<Api, 'backups'>) {
    this.#api = api
  }

  async load(): Promise<void> {
    try {
      this.backups = await this.#api.backups.list()
      this.failure = undefined
      this.ready = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }
}

type RestoreApi = Pick<Api, 'backups' | 'jobs' | 'events'>

/** Looks at what a backup or a whole book would change, and lets the book say what it says. */
export class RestoreController {
  readonly path: string
  readonly job: Job
  passphrase = $state('')
  /** What would change; undefined until it is read. */
  found = $state.raw<Restore>()
  /** Whether the file opens with a passphrase only. */
  locked = $state(false)
  failure = $state.raw<Failure>()
  running = $state(false)
  readonly #api: RestoreApi

  constructor(api: RestoreApi, path: string) {
    this.#api = api
    this.path = path
    this.job = new Job(api)
  }

  get name(): string {
    return this.path.split(/[/\\]/).at(-1) ?? ''
  }

  get changesNothing(): boolean {
    const { found } = this
    return !!found && found.coming.count + found.going.count + found.changing.count + found.things.length === 0
  }

  async look(): Promise<void> {
    this.failure = undefined
    try {
      this.found = await this.job.run((name) => this.#api.backups.preview(name, this.path, this.passphrase))
      this.locked = false
    } catch (reason) {
      const failure = failureOf(reason)
      if (failure.cancelled) return
      if (failure.code === 'passphrase-needed' || failure.code === 'passphrase') this.locked = true
      if (failure.code !== 'passphrase-needed') this.failure = failure
    }
  }

  /** Answers the change, undefined where it did not work. */
  async run(): Promise<Change | undefined> {
    this.running = true
    try {
      return await this.#api.backups.run()
    } catch (reason) {
      this.failure = failureOf(reason)
      return undefined
    } finally {
      this.running = false
    }
  }

  /** Forgets what was read. */
  async close(): Promise<void> {
    await this.job.cancel()
    await this.#api.backups.close()
  }
}

/** Writes the whole book into one archive. */
export class WholeController {
  encrypted = $state(false)
  passphrase = $state('')
  again = $state('')
  written = $state.raw<WrittenFile>()
  failure = $state.raw<Failure>()
  readonly job: Job
  readonly #api: RestoreApi

  constructor(api: RestoreApi) {
    this.#api = api
    this.job = new Job(api)
  }

  get differs(): boolean {
    return this.again !== '' && this.again !== this.passphrase
  }

  get ready(): boolean {
    return !this.job.running && (!this.encrypted || (this.passphrase !== '' && this.again === this.passphrase))
  }

  get file(): string {
    return this.written?.path.split(/[/\\]/).at(-1) ?? ''
  }

  /** Asks where to and writes. Nothing happens when the person closes that dialog. */
  async save(): Promise<void> {
    this.failure = undefined
    try {
      const written = await this.job.run((name) => this.#api.backups.exportWhole(name, this.encrypted ? this.passphrase : ''))
      if (written.path) this.written = written
    } catch (reason) {
      const failure = failureOf(reason)
      if (!failure.cancelled) this.failure = failure
    }
  }
}
