import { tick } from 'svelte'
import { EVERYONE, type Letter, type PersonQuery, type PersonRow } from '../../api/views'
import { Pages } from '../../session/pages.svelte'
import type { Route } from '../../session/router.svelte'
import type { Session } from '../../session/session.svelte'
import { type Filters, NO_FILTERS, addressOf, filtersOf, isNarrowed, queryOf } from './query'

/** How many people can be looked at side by side, to be merged. */
export const MOST_MERGED = 12

/** Decides what the list of people shows, who is open, and who is marked. */
export class PeopleController {
  filters = $state.raw<Filters>(NO_FILTERS)
  letters = $state.raw<Letter[]>([])
  /** The place in the list that the keyboard is at; -1 while it is nowhere. */
  cursor = $state(-1)
  open = $state.raw<number | 'new' | undefined>()
  /** Only these are shown, which were marked when that was asked for; [] shows everyone the filters find. */
  only = $state.raw<number[]>([])
  /** Those who are marked. The set is replaced as a whole: 100,000 people are marked in one stroke. */
  marked = $state.raw<ReadonlySet<number>>(new Set())
  readonly pages: Pages<PersonRow>
  readonly #session: Session
  #ids: Promise<number[]> | undefined
  #letters: Promise<Letter[]> | undefined
  #anchor = -1
  #revision: number
  #seen = { start: 0, end: 0 }
  #filtering: Promise<unknown> = Promise.resolve()
  #reading: Promise<unknown> = Promise.resolve()

  constructor(session: Session) {
    this.#session = session
    this.#revision = session.revision
    this.pages = new Pages(async (offset, limit) => {
      const asked = this.#letters
      // The heads arrive with the first rows, so that no row moves after it was painted.
      const [page, letters] = await Promise.all([session.api.people.list(this.query, offset, limit), asked])
      if (letters && asked === this.#letters) this.letters = letters
      return page
    })
  }

  /** The question that the list puts to the book. */
  get query(): PersonQuery {
    return { ...queryOf(this.filters), ids: this.only }
  }

  /** Somebody is left out. */
  get narrowed(): boolean {
    return isNarrowed(this.filters) || this.only.length > 0
  }

  /** The book is another one than when the list was read. */
  get stale(): boolean {
    return this.#revision !== this.#session.revision
  }

  /** The people that something is to be done with: those marked, else the one who is open. */
  get subject(): number[] {
    if (this.marked.size > 0) return [...this.marked]
    return typeof this.open === 'number' ? [this.open] : []
  }

  /** Whom an export or a sheet is about: those marked, else everyone who is found. */
  get chosen(): PersonQuery {
    return this.marked.size > 0 ? { ...EVERYONE, ids: [...this.marked] } : this.query
  }

  /** Takes up the place that the window went to. Answers whether the list is another one now. */
  take(route: Route): boolean {
    const filters = filtersOf(route.params)
    const id = route.path[1]
    this.open = id === 'new' ? 'new' : Number(id) || undefined
    if (addressOf(filters, undefined) === addressOf(this.filters, undefined) && this.pages.ready) return false
    this.filters = filters
    return true
  }

  /** Reads the list from its top, as after a change of the filters. */
  async restart(): Promise<void> {
    this.cursor = -1
    this.#forget()
    this.#reading = this.#session.attempt(() => this.pages.reload())
    await this.#reading
    this.cursor = this.pages.placeOf((row) => row.id === this.open)
  }

  /** Reads again what is in sight, as after a change of the book. Who is gone is no longer marked. */
  async reload(): Promise<void> {
    this.#forget()
    await this.#session.attempt(async () => {
      await this.#dropGone()
      await this.pages.reload(this.#seen.start, this.#seen.end)
    })
    // Who is open may stand elsewhere now.
    const open = this.pages.placeOf((row) => row.id === this.open)
    this.cursor = open >= 0 ? open : Math.min(this.cursor, this.pages.total - 1)
  }

  /** Reads the rows that came into sight. */
  show(start: number, end: number): void {
    this.#seen = { start, end }
    if (end > start) void this.#session.attempt(() => this.pages.show(start, end - 1))
  }

  /** Filters the list. The address keeps it, so that the way back leads here. */
  async filter(change: Partial<Filters>): Promise<void> {
    this.#filtering = this.#session.router.replace(addressOf({ ...this.filters, ...change }, this.open))
    await this.#filtering
  }

  /** Shows everyone again. */
  async clear(): Promise<void> {
    if (this.only.length > 0) this.showOnlyMarked(false)
    await this.filter(NO_FILTERS)
  }

  /** Opens the person at a place of the list. */
  async openAt(index: number): Promise<void> {
    const row = this.pages.at(index)
    if (!row) return
    const [cursor, anchor] = [this.cursor, this.#anchor]
    this.cursor = this.#anchor = index
    if (!(await this.#go(row.id))) [this.cursor, this.#anchor] = [cursor, anchor]
  }

  /** Opens the first whom the filters find, once they are found: before that somebody else stands there. */
  async openFirst(): Promise<void> {
    await this.#filtering
    await tick()
    await this.#reading
    await this.moveTo(0)
  }

  /** Moves the keyboard by so many places, and opens who is there. */
  async move(by: number): Promise<void> {
    await this.moveTo(this.cursor < 0 ? 0 : this.cursor + by)
  }

  /** Moves the keyboard to a place, and opens who is there. */
  async moveTo(index: number): Promise<void> {
    if (this.pages.total === 0) return
    const to = Math.min(Math.max(index, 0), this.pages.total - 1)
    if (!this.pages.at(to)) await this.#session.attempt(() => this.pages.show(to, to))
    await this.openAt(to)
  }

  /** Closes the detail. */
  async close(): Promise<void> {
    await this.#session.router.go(addressOf(this.filters, undefined))
  }

  /** Finds the place of the open person in the list, -1 when the filters leave them out. */
  async locate(): Promise<number> {
    if (typeof this.open !== 'number') return -1
    if (this.pages.at(this.cursor)?.id === this.open) return this.cursor
    const ids = await this.#session.attempt(() => this.#everyId())
    this.cursor = ids?.indexOf(this.open) ?? -1
    this.#anchor = this.cursor
    return this.cursor
  }

  /** Marks who is at a place, or no longer. */
  toggle(index: number): void {
    const row = this.pages.at(index)
    if (!row) return
    const marked = new Set(this.marked)
    if (!marked.delete(row.id)) marked.add(row.id)
    this.#anchor = index
    this.#mark(marked)
  }

  /** Marks everyone from the place that was marked or opened last to this one. */
  async markTo(index: number): Promise<void> {
    const from = Math.max(this.#anchor, 0)
    const ids = await this.#session.attempt(() => this.#everyId())
    const between = ids?.slice(Math.min(from, index), Math.max(from, index) + 1) ?? []
    this.#mark(new Set([...this.marked, ...between]))
  }

  /** Moves the keyboard and marks on the way. */
  async markMove(by: number): Promise<void> {
    const from = Math.max(this.cursor, 0)
    const here = this.pages.at(from)
    await this.move(by)
    const there = this.pages.at(this.cursor)
    this.#mark(new Set([...this.marked, ...[here, there].flatMap((row) => row?.id ?? [])]))
  }

  /** Marks everyone that is found; nobody when they all are already. */
  async markAll(): Promise<void> {
    const ids = await this.#session.attempt(() => this.#everyId())
    if (!ids) return
    if (ids.every((id) => this.marked.has(id))) return this.unmark()
    this.#mark(new Set([...this.marked, ...ids]))
  }

  /** Shows only who is marked now, or everyone again. */
  showOnlyMarked(only: boolean): void {
    this.only = only ? [...this.marked] : []
    void this.restart()
  }

  /** Marks nobody. */
  unmark(): void {
    this.#mark(new Set())
  }

  /** Deletes these people, with the way back. */
  async remove(ids: number[]): Promise<void> {
    if (ids.length === 0) return
    const next = this.pages.at(this.cursor + 1)?.id
    const stays = next !== undefined && !ids.includes(next)
    if (typeof this.open === 'number' && ids.includes(this.open)) {
      // The detail moves on first: it would look for somebody who is gone.
      if (!(await this.#session.router.replace(addressOf(this.filters, stays ? next : undefined)))) return
    }
    await this.#session.change(() => this.#session.api.people.remove(ids))
  }

  async #go(person: number): Promise<boolean> {
    const address = addressOf(this.filters, person)
    // Moving from one person to the next is no step that one would want to go back through.
    const { router } = this.#session
    return this.open === undefined ? router.go(address) : router.replace(address)
  }

  #forget(): void {
    this.#revision = this.#session.revision
    this.#ids = undefined
    // A search has no sections, so there is nothing to ask for.
    this.#letters = this.query.text.trim() ? Promise.resolve([]) : this.#session.api.people.letters(this.query)
    // Whoever awaits it hears of the failure; without a list to fetch nobody would.
    this.#letters.catch(() => {})
  }

  #everyId(): Promise<number[]> {
    this.#ids ??= this.#session.api.people.ids(this.query)
    return this.#ids
  }

  async #dropGone(): Promise<void> {
    if (this.marked.size === 0) return
    const here = new Set(await this.#session.api.people.ids({ ...EVERYONE, ids: [...this.marked] }))
    this.#mark(here)
  }

  #mark(marked: ReadonlySet<number>): void {
    this.marked = marked
    if (this.marked.size === 0 && this.only.length > 0) this.showOnlyMarked(false)
  }
}
