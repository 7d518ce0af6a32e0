import { EVERYONE, type PersonQuery } from '../api/views'

/** Where the keyboard is in a list of people, and who of them is marked. Somebody who stands there twice is one. */
export class Marking {
  /** The place that the keyboard is at; -1 while it is nowhere. */
  cursor = $state(-1)
  marked = $state.raw<ReadonlySet<number>>(new Set())
  readonly #ids: () => number[]

  /** ids are those of the people in the order of the list. */
  constructor(ids: () => number[]) {
    this.#ids = ids
  }

  /** Whom something is to be done with: those marked, else who the keyboard is at. */
  get subject(): number[] {
    if (this.marked.size > 0) return [...this.marked]
    const { at } = this
    return at === undefined ? [] : [at]
  }

  /** Whom a sheet or an export is about: those marked, else everybody here. */
  get everyone(): PersonQuery {
    return { ...EVERYONE, ids: [...(this.marked.size > 0 ? this.marked : new Set(this.#ids()))] }
  }

  /** Who the keyboard is at. */
  get at(): number | undefined {
    return this.#ids()[this.cursor]
  }

  /** Moves the keyboard. Answers whether there is anywhere to go. */
  move(by: number): boolean {
    const last = this.#ids().length - 1
    if (last >= 0) this.cursor = Math.min(Math.max(this.cursor < 0 ? (by > 1 ? last : 0) : this.cursor + by, 0), last)
    return last >= 0
  }

  /** Marks who is at a place, or no longer. Answers whether anybody is there. */
  toggle(index: number): boolean {
    const id = this.#ids()[index]
    if (id === undefined) return false
    const marked = new Set(this.marked)
    if (!marked.delete(id)) marked.add(id)
    this.marked = marked
    return true
  }

  /** Marks everybody; nobody when they all are already. */
  markAll(): void {
    const ids = this.#ids()
    this.marked = new Set(ids.every((id) => this.marked.has(id)) ? [] : ids)
  }

  /** Marks nobody any more. Answers whether anybody was marked. */
  unmark(): boolean {
    const some = this.marked.size > 0
    this.marked = new Set()
    return some
  }

  /** Begins anew, for another list. */
  reset(): void {
    this.unmark()
    this.cursor = -1
  }

  /** Lets go of who is not in the list any more. */
  settle(): void {
    const still = new Set(this.#ids())
    this.marked = new Set([...this.marked].filter((id) => still.has(id)))
    this.cursor = Math.min(this.cursor, this.#ids().length - 1)
  }
}
