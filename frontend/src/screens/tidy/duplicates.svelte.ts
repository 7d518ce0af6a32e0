import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { filled } from '../../api/filled'
import type { Duplicate } from '../../api/views'
import { called, list, tOf } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

const STRETCH = 100

/** Whom a group is about, as the address and the backend name them. */
export function idsOf(group: Duplicate): number[] {
  return group.people.map(({ id }) => id)
}

/** What the people of a group are called, as a sentence lists them. */
export function namesOf(group: Duplicate): string {
  return list(group.people.map(({ name }) => called(name)))
}

/** Why the people of a group may be one. */
export function reasonsOf(group: Duplicate): string {
  return group.reasons.map((reason) => tOf('reason', reason.code, filled(reason.args))).join(' · ')
}

/** The place of people side by side. */
export function placeOf(ids: number[]): string {
  return `#/tidy/duplicates/${ids.join()}`
}

/** Shows who may be in the book more than once, and does what is decided about them. */
export class DuplicatesController {
  groups = $state.raw<Duplicate[]>([])
  total = $state(0)
  later = $state(0)
  sure = $state(0)
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly #session: Session
  readonly #api: Pick<Api, 'duplicates'>
  #round = 0
  #loading: { revision: number; done: Promise<void> } | undefined
  /** Those decided about side by side, the last one last. */
  #decided: number[][] = []

  constructor(session: Session) {
    this.#session = session
    this.#api = session.api
  }

  get more(): boolean {
    return this.groups.length < this.total
  }

  /** How many groups nobody has decided about or put off. */
  get left(): number {
    return this.total - this.later
  }

  /** Reads again as much as is shown, at least the first stretch, once for each state of the book. */
  load(): Promise<void> {
    const { revision } = this.#session
    if (this.#loading?.revision !== revision || this.failure) {
      this.#loading = { revision, done: this.#read(0, Math.max(this.groups.length, STRETCH)) }
    }
    return this.#loading.done
  }

  /** Reads the next stretch. */
  async further(): Promise<void> {
    if (this.more) await this.#read(this.groups.length, STRETCH)
  }

  /** The group that stands before or behind another one; undefined at an end, and for people who are no group. */
  async beside(ids: number[], by: 1 | -1): Promise<Duplicate | undefined> {
    const at = this.#at(ids)
    if (at < 0) return undefined
    if (at + by === this.groups.length) await this.further()
    return this.groups[at + by]
  }

  /** Whether people are a group that somebody may decide about. */
  open(ids: number[]): boolean {
    const group = this.groups[this.#at(ids)]
    return group !== undefined && !group.later
  }

  /** Decides about a group side by side, and answers which comes next: undefined where nobody is left, false where it did not work. */
  async decide(ids: number[], work: () => Promise<boolean>): Promise<Duplicate | undefined | false> {
    const at = this.#at(ids)
    const order = at < 0 ? [] : [...this.groups.slice(at + 1), ...this.groups.slice(0, at)].map(idsOf)
    if (!(await work())) return false
    if (at >= 0) this.#decided = [...this.#decided, ids]
    await this.load()
    const next = order.find((one) => this.open(one))
    return next && this.groups[this.#at(next)]
  }

  /** Begins with the list: what was decided before is not come back to. */
  begin(): void {
    this.#decided = []
  }

  /** Whom somebody decided about last, where that was taken back meanwhile; asked once. */
  returned(): number[] | undefined {
    const last = this.#decided.at(-1)
    if (!last || !this.open(last)) return undefined
    this.#decided = this.#decided.slice(0, -1)
    return last
  }

  #at(ids: number[]): number {
    const key = ids.join()
    return this.groups.findIndex((group) => idsOf(group).join() === key)
  }

  async #read(offset: number, limit: number): Promise<void> {
    const round = ++this.#round
    try {
      const page = await this.#api.duplicates.list(offset, limit)
      if (round !== this.#round) return
      this.groups = [...this.groups.slice(0, offset), ...page.items]
      this.total = page.total
      this.later = page.later
      this.sure = page.sure
      this.failure = undefined
      this.ready = true
    } catch (reason) {
      if (round === this.#round) this.failure = failureOf(reason)
    }
  }

  /** Every group that is sure, for a preview of what would be merged. */
  async allSure(): Promise<Duplicate[]> {
    const page = await this.#session.attempt(() => this.#api.duplicates.list(0, this.sure))
    return page?.items.filter(({ sure, later }) => sure && !later) ?? []
  }

  async mergeSure(groups: Duplicate[]): Promise<void> {
    await this.#session.change(() => this.#api.duplicates.mergeSure(groups.map((group) => ({ people: idsOf(group) }))))
  }

  async distinct(group: Duplicate): Promise<void> {
    await this.#session.change(() => this.#api.duplicates.distinct(idsOf(group)))
  }

  async putOff(group: Duplicate): Promise<void> {
    const { duplicates } = this.#api
    await this.#session.change(() => (group.later ? duplicates.takeUp(idsOf(group)) : duplicates.putOff(idsOf(group))))
  }
}
