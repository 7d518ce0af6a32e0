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

/** Shows who may be in the book more than once, and does what is decided about them. */
export class DuplicatesController {
  groups = $state.raw<Duplicate[]>([])
  total = $state(0)
  sure = $state(0)
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly #session: Session
  readonly #api: Pick<Api, 'duplicates'>
  #round = 0

  constructor(session: Session) {
    this.#session = session
    this.#api = session.api
  }

  get more(): boolean {
    return this.groups.length < this.total
  }

  /** Reads again as much as is shown, at least the first stretch. */
  async load(): Promise<void> {
    await this.#read(0, Math.max(this.groups.length, STRETCH))
  }

  /** Reads the next stretch. */
  async further(): Promise<void> {
    if (this.more) await this.#read(this.groups.length, STRETCH)
  }

  async #read(offset: number, limit: number): Promise<void> {
    const round = ++this.#round
    try {
      const page = await this.#api.duplicates.list(offset, limit)
      if (round !== this.#round) return
      this.groups = [...this.groups.slice(0, offset), ...page.items]
      this.total = page.total
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
