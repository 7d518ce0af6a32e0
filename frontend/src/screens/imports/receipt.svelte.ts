import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { type Change, Decision, type ImportRow, type Receipt, type RepairRow } from '../../api/views'
import { LaterComparison } from './later.svelte'
import { Pages } from '../../session/pages.svelte'

/** A part of the receipt: what is still to decide, what was mended, what could not be read. */
export type Part = 'undecided' | 'repairs' | 'unreadable'

/** What can become of a card that was put off. */
export const LATER_CHOICES = [Decision.Later, Decision.Merge, Decision.Add, Decision.Skip]

/** Shows what an import did, line by line, and lets the person decide what was put off. */
export class ReceiptController {
  receipt = $state.raw<Receipt>()
  failure = $state.raw<Failure>()
  part = $state<Part>('repairs')
  comparison = $state.raw<LaterComparison>()
  readonly operation: number
  readonly undecided: Pages<ImportRow>
  readonly repairs: Pages<RepairRow>
  readonly unreadable: Pages<RepairRow>
  readonly #api: Pick<Api, 'imports'>

  constructor(api: Pick<Api, 'imports'>, operation: number) {
    this.#api = api
    this.operation = operation
    this.undecided = new Pages((offset, limit) => api.imports.undecided(operation, offset, limit))
    this.repairs = new Pages((offset, limit) => api.imports.repairs(operation, offset, limit))
    this.unreadable = new Pages((offset, limit) => api.imports.unreadable(operation, offset, limit))
  }

  /** The parts that hold anything, in the order they are shown. */
  get parts(): Part[] {
    const { receipt } = this
    if (!receipt) return []
    const all: Part[] = ['undecided', 'repairs', 'unreadable']
    return all.filter((part) => countOf(receipt, part) > 0)
  }

  /** How much a part holds. */
  count(part: Part): number {
    return this.receipt ? countOf(this.receipt, part) : 0
  }

  /** Reads the receipt, again after each change of the book. The part that is open stays open. */
  async load(): Promise<void> {
    try {
      const first = this.receipt === undefined
      this.receipt = await this.#api.imports.receipt(this.operation)
      this.failure = undefined
      if (first || !this.parts.includes(this.part)) this.part = this.parts[0] ?? 'repairs'
      await Promise.all(this.parts.map((part) => this[part].reload()))
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }

  /** Decides for some of the cards that were put off. It is one change of the book, to be undone like any other. */
  async decide(indexes: number[], decision: Decision): Promise<Change> {
    return this.#api.imports.decideUndecided(this.operation, indexes, decision)
  }

  /** Shows a card that was put off, by its place, beside the person it resembles. */
  async compare(place: number): Promise<void> {
    const row = this.undecided.at(place)
    if (!row) return
    this.comparison = new LaterComparison(this.#api, this.operation, row)
    await this.comparison.load()
  }

  /** Puts the comparison away; what was chosen in it is forgotten. */
  endComparison(): void {
    this.comparison = undefined
  }

  /** The places of all cards that are still put off. */
  async everyIndex(): Promise<number[]> {
    const rows = await this.#api.imports.undecided(this.operation, 0, this.count('undecided'))
    return rows.items.map((row) => row.index)
  }
}

function countOf(receipt: Receipt, part: Part): number {
  // An import that was undone has nothing left to decide.
  if (part === 'undecided') return receipt.undone ? 0 : receipt.undecided
  return receipt[part]
}
