import { getContext, setContext } from 'svelte'
import type { Api } from '../api/api'
import { failureOf } from '../api/failure'
import { filled } from '../api/filled'
import { type Change, type Connection, EVERYONE, type Health, type Operation, type PersonQuery, type Problem, type Settings, type Start, type Tag } from '../api/views'
import { called, knows, type Language, speak, t, tOf } from '../i18n/i18n.svelte'
import { Keys } from './keys.svelte'
import { Notices } from './notices.svelte'
import { Router } from './router.svelte'

/** A dialog that any screen may ask for. */
export type Dialog = 'palette' | 'help' | 'export' | 'tags' | undefined

const KEY = Symbol('session')

/** What is true of the open window, whichever screen it shows. Screens get it by getSession. */
export class Session {
  readonly api: Api
  readonly start: Start
  readonly router: Router
  readonly keys: Keys
  readonly notices = new Notices()

  settings = $state.raw<Settings>() as Settings
  language = $state<Language>('en')
  tags = $state.raw<Tag[]>([])
  people = $state(0)
  sampleHere = $state(false)
  dialog = $state<Dialog>()

  /** What is to be said of the file of the book; undefined until it was looked over. */
  health = $state.raw<Health>()

  /** Grows with every change of the book. What shows the book reads it again when this grows. */
  revision = $state(0)

  /** Whom the next export or sheet is about. */
  chosen = $state.raw<PersonQuery>(EVERYONE)

  /** Whom tags are to be put on or taken off; [] while nobody asks for that. */
  tagging = $state.raw<number[]>([])

  /** Whom a topic is to be given to; [] while nobody asks for that. */
  givingTopic = $state.raw<number[]>([])

  /** Who is to be connected with whom, and the connection that is to be changed; undefined while nobody asks for that. */
  connecting = $state.raw<{ ids: number[]; known?: Connection } | undefined>()

  readonly #kept = new Map<string, unknown>()
  readonly #unkept = new Set<() => Promise<unknown>>()
  /** The changes that the book is being asked for. */
  readonly #running = new Set<Promise<unknown>>()

  constructor(api: Api, start: Start, window: Window) {
    this.api = api
    this.start = start
    this.router = new Router(window)
    this.keys = new Keys(start.mac)
    this.settings = start.settings
    this.people = start.people
    this.sampleHere = start.sampleHere
    this.#speak(start.language)
  }

  /** Returns what a screen keeps while another one is shown: its place in a list, what is marked. */
  lasting<T>(screen: string, make: () => T): T {
    if (!this.#kept.has(screen)) {
      // What is derived in it would end with the screen that made it, and go on answering what was true then.
      $effect.root(() => void this.#kept.set(screen, make()))
    }
    return this.#kept.get(screen) as T
  }

  /** Takes in the invented people. The receipt is the change; the way back is offered like any other. */
  async addSample(): Promise<void> {
    await this.change(async () => {
      const receipt = await this.api.imports.addSample()
      return { operation: receipt.operation, kind: 'sample', name: '', count: receipt.added }
    })
  }

  /** Takes the invented people out again. */
  async removeSample(): Promise<void> {
    await this.change(() => this.api.imports.removeSample())
  }

  /** The colour of a tag, "hue-1" to "hue-8". */
  colourOf(tag: string): string {
    return this.tags.find((known) => known.name === tag)?.colour ?? 'hue-1'
  }

  /** Closes the window, unless the person wants to keep what they are writing. */
  async leave(): Promise<void> {
    const { shell } = this.api
    // The program does not wait for an answer for ever.
    if (this.router.guarded || this.#unkept.size > 0) void this.attempt(() => shell.stay())
    if (!(await this.router.mayClose())) return
    await this.#settle()
    await this.attempt(() => shell.leave())
  }

  /** Has keep called before anything else is done to the book, since something is still being written. Returns what ends that, after a last call. */
  writing(keep: () => Promise<unknown>): () => void {
    this.#unkept.add(keep)
    return () => void keep().finally(() => this.#unkept.delete(keep))
  }

  /** Looks the whole book over. */
  async lookOver(): Promise<void> {
    this.health = await this.api.shell.health().catch(() => undefined)
  }

  /** Says that a backup could not be made. Of a damaged book there is more to say than that. */
  backupFailed({ code, args }: Problem): void {
    if (code === 'book-damaged') void this.lookOver()
    else this.notices.fault(() => t('backup.failed', { why: tOf('error', code, filled(args)) }), '')
  }

  /** Reads again what every screen needs. */
  async refresh(): Promise<void> {
    await this.attempt(async () => {
      const [tags, page] = await Promise.all([this.api.tags.list(), this.api.people.list(EVERYONE, 0, 1)])
      this.tags = tags
      this.people = page.total
    })
  }

  /** Tells everything on screen that the book is another one now. */
  async changed(): Promise<void> {
    this.revision++
    await this.refresh()
  }

  /** Does something, and says so in the person's words when it does not work. Answers undefined then. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (reason) {
      this.fail(reason)
      return undefined
    }
  }

  /** Says what did not work. A job that the person cancelled is no fault. */
  fail(reason: unknown): void {
    const failure = failureOf(reason)
    if (failure.cancelled) return
    if (failure.code === 'unexpected') void this.api.shell.report(traceOf(reason)).catch(() => {})
    if (failure.code === 'book-damaged' && !this.health?.code) void this.lookOver()
    const hint = `${failure.code}.hint`
    this.notices.fault(
      () => tOf('error', failure.code, failure.args),
      () => (knows(`error.${hint}`) ? tOf('error', hint, failure.args) : ''),
    )
  }

  /** Changes the book, then offers to undo it. Answers undefined when it did not work. */
  async change<T extends Change | { change: Change }>(work: () => Promise<T>): Promise<T | undefined> {
    const running = this.#settle().then(() => this.attempt(work))
    this.#running.add(running)
    const done = await running
    this.#running.delete(running)
    if (!done) return undefined
    await this.announce('change' in done ? done.change : done)
    return done
  }

  /** Tells of a change that is done: says it, offers to undo it, and has everything read again. */
  async announce(change: Change): Promise<void> {
    if (change.operation === 0) return
    this.#note(change.kind, true)
    this.offerUndo(change)
    await this.changed()
  }

  /** Says what a change did, with the way back. */
  offerUndo(change: Change): void {
    this.notices.say(() => tOf('operation', change.kind, { n: change.count, name: called(change.name) }), {
      label: () => t('common.undo'),
      run: () => void this.undo(change.operation),
    })
  }

  /** Undoes an operation with all that stands on it, the newest for 0. */
  async undo(operation = 0): Promise<void> {
    await this.#done()
    const undone = await this.attempt(() => this.api.history.undo(operation))
    if (!undone) return
    for (const { kind } of undone) this.#note(kind, false)
    this.notices.say(() => sentence('common.undone', undone), { label: () => t('common.redo'), run: () => void this.redo() })
    await this.changed()
  }

  /** Does again what was undone last. */
  async redo(): Promise<void> {
    await this.#done()
    const redone = await this.attempt(() => this.api.history.redo())
    if (!redone) return
    for (const { kind } of redone) this.#note(kind, true)
    this.notices.say(() => sentence('common.redone', redone), { label: () => t('common.undo'), run: () => void this.undo() })
    await this.changed()
  }

  /** Keeps settings and lives by them at once. */
  async save(settings: Settings): Promise<void> {
    const kept = await this.attempt(() => this.api.preferences.save(settings))
    if (!kept) return
    const sorted = kept.sortBy !== this.settings.sortBy || kept.nameOrder !== this.settings.nameOrder
    const spoken = kept.language !== this.settings.language
    this.settings = kept
    if (spoken) this.#speak(kept.language || systemLanguage())
    if (sorted) await this.changed()
  }

  // The sample can be undone and redone like everything else, and the offer to remove it comes and goes with it.
  #note(kind: string, done: boolean): void {
    if (kind === 'sample') this.sampleHere = done
    if (kind === 'sample-removed') this.sampleHere = !done
  }

  // What is on screen may be on its way to the book still: an undo is about that, and not about what was there before.
  async #done(): Promise<void> {
    await this.#settle()
    await Promise.all(this.#running)
  }

  async #settle(): Promise<void> {
    for (const keep of this.#unkept) await keep()
  }

  #speak(language: string): void {
    this.language = language.startsWith('de') ? 'de' : 'en'
    speak(this.language)
  }
}

/** Gives the session to all components below. */
export function provideSession(session: Session): void {
  setContext(KEY, session)
}

/** Returns the session of the window that the component is in. */
export function getSession(): Session {
  return getContext<Session>(KEY)
}

function sentence(key: 'common.undone' | 'common.redone', operations: Operation[]): string {
  const first = operations[0]
  const what = first ? tOf('operation', first.kind, { n: first.count, name: called(first.name) }) : ''
  return t(key, { n: operations.length, what })
}

// navigator.language is "C" when the system names no language.
function systemLanguage(): string {
  return navigator.language
}

// The message of an error may quote what a person typed, its kind and its place never do.
function traceOf(reason: unknown): string {
  if (!(reason instanceof Error)) return typeof reason
  const place = (reason.stack ?? '').split('\n').find((line) => /:\d+:\d+/.test(line)) ?? ''
  return `${reason.name} ${place.trim()}`
}
