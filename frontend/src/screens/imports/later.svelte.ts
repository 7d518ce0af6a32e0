import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { type Change, Choice, Decision, type Difference, type ImportRow } from '../../api/views'
import { commonOf } from './comparison.svelte'

/** A card that was left for later beside the person it resembles now. Nothing happens before settle. */
export class LaterComparison {
  row = $state.raw<ImportRow>() as ImportRow
  differences = $state.raw<Difference[]>([])
  /** True once the cards have been compared. */
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly #api: Pick<Api, 'imports'>
  readonly #operation: number

  constructor(api: Pick<Api, 'imports'>, operation: number, row: ImportRow) {
    this.#api = api
    this.#operation = operation
    this.row = { ...row, decision: Decision.Later }
  }

  get common(): Choice | undefined {
    return commonOf(this.differences, (d) => this.chosen(d))
  }

  async load(): Promise<void> {
    try {
      this.differences = await this.#api.imports.laterDifferences(this.#operation, this.row.index)
      this.ready = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }

  /** What becomes of a difference; undefined while the card is not to be merged. */
  chosen(difference: Difference): Choice | undefined {
    if (this.row.decision === Decision.Skip) return Choice.Mine
    return this.row.decision === Decision.Merge ? difference.choice : undefined
  }

  async choose(index: number, choice: Choice): Promise<void> {
    // Whoever was to stay as they are changes in this alone.
    if (this.row.decision === Decision.Skip) this.#chooseAll(Choice.Mine)
    this.differences = this.differences.map((d) => (d.index === index ? { ...d, choice } : d))
    await this.decide(Decision.Merge)
  }

  async chooseAll(choice: Choice): Promise<void> {
    this.#chooseAll(choice)
    await this.decide(choice === Choice.Mine ? Decision.Skip : Decision.Merge)
  }

  async decide(decision: Decision): Promise<void> {
    this.row = { ...this.row, decision }
  }

  /** Does as was chosen, in one change of the book. */
  async settle(): Promise<Change> {
    const { decision, index } = this.row
    if (decision !== Decision.Merge) return this.#api.imports.decideUndecided(this.#operation, [index], decision)
    const choices = this.differences.map((d) => d.choice)
    return this.#api.imports.mergeLater(this.#operation, index, choices)
  }

  // What only one side says stays or comes, whatever is chosen for what both say.
  #chooseAll(choice: Choice): void {
    this.differences = this.differences.map((d) => {
      const one = d.mine.length === 0 && choice !== Choice.Mine ? Choice.Theirs : Choice.Mine
      const both = d.choices.includes(choice) ? choice : Choice.Mine
      return { ...d, choice: d.mine.length > 0 && d.theirs.length > 0 ? both : one }
    })
  }
}
