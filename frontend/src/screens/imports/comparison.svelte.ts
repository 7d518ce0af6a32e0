import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { Choice, Decision, type Difference, type ImportPlan, type ImportRow } from '../../api/views'

/** What a comparison needs of the import that it belongs to. */
export interface Around {
  preview: string
  /** Tells the backend what was decided; answers when it is done. The row has the decision at once. */
  decided: (row: ImportRow, decision: Decision, tell: () => Promise<ImportPlan>) => Promise<void>
}

/** What is chosen wherever both sides say something, or else wherever one does; undefined where it is not the same. */
export function commonOf(differences: Difference[], chosen: (difference: Difference) => Choice | undefined): Choice | undefined {
  const open = differences.filter((d) => d.mine.length > 0 && d.theirs.length > 0)
  const [first, ...others] = (open.length > 0 ? open : differences).map(chosen)
  return others.every((choice) => choice === first) ? first : undefined
}

/** What the two cards side by side are shown by, of a preview or left for later. */
export type Compared = Pick<Comparison, 'row' | 'differences' | 'ready' | 'failure' | 'common' | 'chosen' | 'choose' | 'chooseAll' | 'decide'>

/** A card of a preview beside the person it meets, and what is chosen where the two differ. */
export class Comparison {
  row = $state.raw<ImportRow>() as ImportRow
  differences = $state.raw<Difference[]>([])
  /** True once the cards have been compared. */
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly place: number
  readonly #api: Pick<Api, 'imports'>
  readonly #around: Around

  constructor(api: Pick<Api, 'imports'>, around: Around, row: ImportRow, place: number) {
    this.#api = api
    this.#around = around
    this.row = row
    this.place = place
  }

  /** What is chosen wherever both say something; undefined where it is not the same. */
  get common(): Choice | undefined {
    return commonOf(this.differences, (d) => this.chosen(d))
  }

  async load(): Promise<void> {
    try {
      this.differences = await this.#api.imports.differences(this.#around.preview, this.row.index)
      this.ready = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }

  /** What becomes of a difference as the card is decided; undefined where that is open, or the card does not meet the person. */
  chosen(difference: Difference): Choice | undefined {
    const { decision } = this.row
    if (decision === Decision.Skip) return Choice.Mine
    return decision === Decision.Merge ? difference.choice : undefined
  }

  /** Chooses for one difference. The card is merged in then. */
  async choose(index: number, choice: Choice): Promise<void> {
    // Whoever was to stay as they are changes in this alone.
    if (this.row.decision === Decision.Skip) await this.chooseAll(Choice.Mine)
    this.differences = this.differences.map((d) => (d.index === index ? { ...d, choice } : d))
    await this.#decide(Decision.Merge, (preview, row) => this.#api.imports.choose(preview, row, index, choice))
  }

  /** Chooses for all differences. */
  async chooseAll(choice: Choice): Promise<void> {
    const decision = choice === Choice.Mine ? Decision.Skip : Decision.Merge
    await this.#decide(decision, (preview, row) => this.#api.imports.chooseRow(preview, row, choice))
    await this.load()
  }

  /** Decides for the card. */
  async decide(decision: Decision): Promise<void> {
    await this.#decide(decision, (preview, row) => this.#api.imports.decideRow(preview, row, decision))
  }

  async #decide(decision: Decision, tell: (preview: string, row: number) => Promise<ImportPlan>): Promise<void> {
    this.row = { ...this.row, decision }
    await this.#around.decided(this.row, decision, () => tell(this.#around.preview, this.row.index))
  }
}
