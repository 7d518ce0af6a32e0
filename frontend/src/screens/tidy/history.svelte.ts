import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { Operation } from '../../api/views'

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
