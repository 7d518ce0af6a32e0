/** A stretch of a long list, as the backend answers it. */
export interface Stretch<T> {
  total: number
  offset: number
  items: T[]
}

const SIZE = 100

/** A long list that is fetched in stretches, as far as somebody looks at it. */
export class Pages<T> {
  total = $state(0)
  /** True once the first stretch is here, so that nothing is called empty too early. */
  ready = $state(false)
  #items = $state.raw<ReadonlyMap<number, T>>(new Map())
  #asked = new Set<number>()
  #round = 0
  readonly #fetch: (offset: number, limit: number) => Promise<Stretch<T>>

  constructor(fetch: (offset: number, limit: number) => Promise<Stretch<T>>) {
    this.#fetch = fetch
  }

  /** The item at a place of the list; undefined while it is not here yet. */
  at(place: number): T | undefined {
    return this.#items.get(place)
  }

  /** The place of the first item here already that is the one, -1 when none of them is. */
  placeOf(isIt: (item: T) => boolean): number {
    for (const [place, item] of this.#items) if (isIt(item)) return place
    return -1
  }

  /** Fetches what is missing between two places, both included. */
  async show(first: number, last: number): Promise<void> {
    await this.#load(pages(first, last).filter((page) => !this.#asked.has(page)))
  }

  /** Fetches the list anew, from where somebody looks at it. What is here stays to be seen until all of that is here. */
  async reload(first = 0, last = first): Promise<void> {
    this.#round++
    this.#asked.clear()
    await this.#load(pages(first, last), 'anew')
  }

  /** Changes what is here already, where the backend has just been told the same. */
  patch(change: (item: T) => T): void {
    this.#items = new Map([...this.#items].map(([place, item]) => [place, change(item)]))
  }

  async #load(wanted: number[], how: 'more' | 'anew' = 'more'): Promise<void> {
    if (wanted.length === 0) return
    const round = this.#round
    for (const page of wanted) this.#asked.add(page)
    try {
      const stretches = await Promise.all(wanted.map((page) => this.#fetch(page * SIZE, SIZE)))
      if (round === this.#round) this.#take(stretches, new Map(how === 'anew' ? [] : this.#items))
    } catch (reason) {
      if (round !== this.#round) return
      for (const page of wanted) this.#asked.delete(page)
      throw reason
    }
  }

  #take(stretches: Stretch<T>[], items: Map<number, T>): void {
    for (const stretch of stretches) {
      stretch.items.forEach((item, i) => items.set(stretch.offset + i, item))
      this.total = stretch.total
    }
    this.#items = items
    this.ready = true
  }
}

function pages(first: number, last: number): number[] {
  const from = Math.floor(first / SIZE)
  const to = Math.floor(Math.max(first, last) / SIZE)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
