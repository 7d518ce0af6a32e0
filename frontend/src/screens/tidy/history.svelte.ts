import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { Operation, OperationDetail } from '../../api/views'

/** The operations of one day, newest first. */
export interface Day {
  /** The local date as "2026-11-22". */
  date: string
  operations: Operation[]
}

const STRETCH = 100

/** Shows everything that was done to the book, newest first. */
export class HistoryController {
  operations = $state.raw<Operation[]>([])
  total = $state(0)
  canUndo = $state(false)
  canRedo = $state(false)
  ready = $state(false)
  failure = $state.raw<Failure>()
  /** What the operations that are open changed; undefined for one until it is read. */
  open = $state.raw<Record<number, OperationDetail | undefined>>({})
  readonly days = $derived(byDay(this.operations))
  readonly #api: Pick<Api, 'history'>
  #round = 0

  constructor(api: Pick<Api, 'history'>) {
    this.#api = api
  }

  get more(): boolean {
    return this.operations.length < this.total
  }

  /** Reads again as much as is shown, at least the first stretch. */
  async load(): Promise<void> {
    await this.#read(0, Math.max(this.operations.length, STRETCH))
  }

  /** Reads the next stretch of older operations. */
  async older(): Promise<void> {
    if (this.more) await this.#read(this.operations.length, STRETCH)
  }

  isOpen({ id }: Operation): boolean {
    return id in this.open
  }

  /** Shows what an operation changed, or no longer. */
  async toggle(operation: Operation): Promise<void> {
    const { [operation.id]: _closed, ...others } = this.open
    const opens = !this.isOpen(operation)
    this.open = opens ? { ...this.open, [operation.id]: undefined } : others
    if (opens) await this.#detail(operation.id)
  }

  /** What an operation changed, and which later ones an undo of it takes along. */
  async detail({ id }: Operation): Promise<OperationDetail> {
    return this.#api.history.read(id)
  }

  async #detail(id: number): Promise<void> {
    try {
      const detail = await this.#api.history.read(id)
      if (id in this.open) this.open = { ...this.open, [id]: detail }
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }

  async #read(offset: number, limit: number): Promise<void> {
    const round = ++this.#round
    try {
      const page = await this.#api.history.list(offset, limit)
      if (round !== this.#round) return
      this.operations = [...this.operations.slice(0, offset), ...page.items]
      this.total = page.total
      this.canUndo = page.canUndo
      this.canRedo = page.canRedo
      this.failure = undefined
      this.ready = true
      // An undo changes what there is to say of others, too.
      if (offset === 0) await Promise.all(Object.keys(this.open).map((id) => this.#detail(Number(id))))
    } catch (reason) {
      if (round === this.#round) this.failure = failureOf(reason)
    }
  }
}

/** Groups operations by the local day they happened on, in the order given. */
export function byDay(operations: Operation[]): Day[] {
  const days: Day[] = []
  for (const operation of operations) {
    const date = localDate(new Date(operation.at))
    const last = days.at(-1)
    if (last?.date === date) last.operations.push(operation)
    else days.push({ date, operations: [operation] })
  }
  return days
}

/** Writes the local date of a time as "2026-11-22". */
export function localDate(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}
