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
  #stale = false
  readonly #fetch: (offset: number, limit: number) => Promise<Stretch<T>>

  constructor(fetch: (offset: number, limit: number) => Promise<Stretch<T>>) {
    this.#fetch = fetch
  }

  /** The item at a place of the list; undefined while it is not here yet. */
  at(place: number): T | undefined {
    return this.#items.get(place)
  }

  /** Fetches what is missing between two places, both included. */
  async show(first: number, last: number): Promise<void> {
    const stretches = []
    for (let page = Math.floor(first / SIZE); page <= Math.floor(Math.max(first, last) / SIZE); page++) {
      if (!this.#asked.has(page)) stretches.push(this.#load(page))
    }
    await Promise.all(stretches)
  }

  /** Fetches the list anew. What is here stays to be seen until the first new stretch arrives. */
  async reload(): Promise<void> {
    this.#round++
    this.#stale = true
    this.#asked.clear()
    await this.#load(0)
  }

  /** Changes what is here already, where the backend has just been told the same. */
  patch(change: (item: T) => T): void {
    this.#items = new Map([...this.#items].map(([place, item]) => [place, change(item)]))
  }

  async #load(page: number): Promise<void> {
    const round = this.#round
    this.#asked.add(page)
    try {
      const stretch = await this.#fetch(page * SIZE, SIZE)
      if (round === this.#round) this.#take(stretch)
    } catch (reason) {
      if (round !== this.#round) return
      this.#asked.delete(page)
      throw reason
    }
  }

  #take(stretch: Stretch<T>): void {
    const items = new Map<number, T>(this.#stale ? [] : this.#items)
    this.#stale = false
    stretch.items.forEach((item, i) => items.set(stretch.offset + i, item))
    this.#items = items
    this.total = stretch.total
    this.ready = true
  }
}
