import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { Choice, Decision, type ImportPlan, type ImportPreview, type ImportRow, Pile, type Receipt, TableKnowledge } from '../../api/views'
import { Job } from '../../session/job.svelte'
import { Pages } from '../../session/pages.svelte'
import { Comparison } from './comparison.svelte'
import { TableMapping } from './mapping.svelte'

/** What the screen shows: nothing yet, a file being read, what is in it, its being taken in, or why it cannot be read. */
export type Stage = 'idle' | 'reading' | 'preview' | 'running' | 'failed'

/** The piles, in the order they are shown in. */
export const PILES = [Pile.New, Pile.Same, Pile.Similar, Pile.Unreadable]

const CHOICES: Record<Pile, Decision[]> = {
  [Pile.New]: [Decision.Add, Decision.Skip],
  [Pile.Same]: [Decision.Skip, Decision.Merge, Decision.Add],
  [Pile.Similar]: [Decision.Later, Decision.Merge, Decision.Add, Decision.Skip],
  [Pile.Unreadable]: [],
}

const NOTHING: ImportPlan = { add: 0, merge: 0, skip: 0, later: 0 }

type ImportApi = Pick<Api, 'imports' | 'shell' | 'jobs' | 'events'>

/** Takes files from the choice to the receipt. Nothing is written before run, and a cancelled run has written nothing. */
export class ImportController {
  stage = $state<Stage>('idle')
  preview = $state.raw<ImportPreview>()
  plan = $state.raw<ImportPlan>(NOTHING)
  pile = $state<Pile>(Pile.New)
  /** Why the last call did not succeed; it is forgotten with the next one. */
  failure = $state.raw<Failure>()
  rows: Pages<ImportRow>
  /** The card that is looked at beside the person it meets. */
  comparison = $state.raw<Comparison>()
  /** The table whose columns are being told; it stands in front of the preview. */
  mapping = $state.raw<TableMapping>()
  readonly job: Job
  readonly #api: ImportApi
  #common = new SvelteMap<Pile, Decision>()
  #mixed = new SvelteSet<Pile>()
  #paths: string[] = []
  #round = 0
  #decided: Promise<void> = Promise.resolve()

  constructor(api: ImportApi) {
    this.#api = api
    this.job = new Job(api)
    this.rows = $state.raw(this.#pages())
  }

  /** The decisions that make sense for the pile that is shown. */
  get choices(): Decision[] {
    return CHOICES[this.pile]
  }

  /** The decision that all of the pile has; undefined where some were decided by themselves. */
  get common(): Decision | undefined {
    const { pile } = this
    return this.#mixed.has(pile) ? undefined : (this.#common.get(pile) ?? this.rows.at(0)?.decision)
  }

  /** Tells whether the import would change or keep anything. */
  get worthwhile(): boolean {
    return this.plan.add + this.plan.merge + this.plan.later > 0
  }

  /** Lets the person choose files and reads them. */
  async choose(): Promise<void> {
    await this.#attempt(async () => {
      const paths = await this.#api.shell.chooseFiles()
      if (paths.length > 0) await this.read(paths)
    })
  }

  /** Reads files and shows what is in them. While an import runs it is left alone. */
  async read(paths: string[]): Promise<void> {
    if (this.stage === 'running' || paths.length === 0) return
    const round = ++this.#round
    await this.#drop()
    this.#paths = paths
    this.stage = 'reading'
    this.failure = undefined
    try {
      const preview = await this.job.run((name) => this.#api.imports.preview(name, paths))
      if (round !== this.#round) return await this.#api.imports.close(preview.id)
      await this.#stand(preview)
    } catch (reason) {
      if (round === this.#round) this.#stop(failureOf(reason))
    }
  }

  /** Reads the same files again. */
  async again(): Promise<void> {
    await this.read(this.#paths)
  }

  async show(pile: Pile): Promise<void> {
    this.pile = pile
    this.rows = this.#pages()
    await this.#attempt(() => this.rows.reload())
  }

  /** Fetches the rows between two places, both included. */
  async look(first: number, last: number): Promise<void> {
    await this.#attempt(() => this.rows.show(first, last))
  }

  /** Decides for all of the pile that is shown. */
  async decideAll(decision: Decision): Promise<void> {
    const { pile } = this
    this.#mixed.delete(pile)
    this.#common.set(pile, decision)
    await this.#decide(() => true, decision, (id) => this.#api.imports.decide(id, pile, decision))
  }

  /** Chooses for all of the pile that is shown what becomes of the differences between a card and whom it meets. */
  async chooseAll(choice: Choice): Promise<void> {
    const { pile } = this
    this.#mixed.add(pile)
    const decision = choice === Choice.Mine ? Decision.Skip : Decision.Merge
    await this.#decide((row) => this.differs(row), decision, (id) => this.#api.imports.choosePile(id, pile, choice))
  }

  /** Decides for one card of the pile that is shown. */
  async decide(index: number, decision: Decision): Promise<void> {
    await this.#decideOne(index, decision, (id) => this.#api.imports.decideRow(id, index, decision))
  }

  /** Tells whether there are cards in the pile that is shown that can be compared with whom they meet. */
  get mayDiffer(): boolean {
    return this.pile === Pile.Similar ? this.preview?.similar !== 0 : this.pile === Pile.Same && this.preview?.changed !== 0
  }

  /** Tells whether a card of the pile that is shown can be compared with whom it meets: a person, or an earlier card of the same import. */
  differs(row: ImportRow): boolean {
    return Boolean(row.match || row.twin) && (this.pile === Pile.Similar || row.changed)
  }

  /** Lets the person say what the columns of a table are. */
  async map(path: string): Promise<void> {
    this.mapping = new TableMapping(this.#api, path)
    await this.mapping.load()
  }

  /** Remembers what was said of the columns, and reads the files again with that. */
  async keepMapping(): Promise<void> {
    if (!this.mapping || !(await this.mapping.save())) return
    await this.again()
  }

  /** Goes back to the preview as it stands. */
  leaveMapping(): void {
    this.mapping = undefined
  }

  /** Shows the card at a place of the pile beside the person it meets. */
  async compare(place: number): Promise<void> {
    const row = this.rows.at(place)
    const preview = this.preview?.id
    if (!row || !preview) return
    this.comparison = new Comparison(
      this.#api,
      { preview, decided: (row, decision, tell) => this.#decideOne(row.index, decision, tell) },
      row,
      place,
    )
    await this.comparison.load()
  }

  /** Compares the next card before or after that can be compared. At either end the one that is shown stays. */
  async step(by: 1 | -1): Promise<void> {
    if (!this.comparison) return
    for (let place = this.comparison.place + by; place >= 0 && place < this.rows.total; place += by) {
      await this.look(place, place)
      const row = this.rows.at(place)
      if (row && this.differs(row)) return this.compare(place)
      // Among those who are here already the ones that differ come first.
      if (this.pile === Pile.Same && by > 0) return
    }
  }

  /** Puts the comparison away. What was chosen stays. */
  endComparison(): void {
    this.comparison = undefined
  }

  /** Takes in what was decided. Undefined when it was cancelled or did not succeed: then the preview stands as before. */
  async run(): Promise<Receipt | undefined> {
    const id = this.preview?.id
    if (this.stage !== 'preview' || !id) return undefined
    await this.#decided
    this.stage = 'running'
    this.failure = undefined
    try {
      const receipt = await this.job.run((name) => this.#api.imports.run(name, id))
      this.#forget()
      return receipt
    } catch (reason) {
      this.stage = 'preview'
      this.failure = failureOf(reason)
      return undefined
    }
  }

  /** Ends what runs. */
  async cancel(): Promise<void> {
    await this.#attempt(() => this.job.cancel())
  }

  /** Puts the files away. Nothing has happened. */
  async close(): Promise<void> {
    this.#round++
    await this.#attempt(() => this.#drop())
    this.#forget()
  }

  async #stand(preview: ImportPreview): Promise<void> {
    this.preview = preview
    this.plan = preview.plan
    this.#common.clear()
    this.#mixed.clear()
    this.stage = 'preview'
    const unknown = preview.files.find((file) => file.table === TableKnowledge.Guessed && !file.problem)
    await Promise.all([this.show(firstPile(preview)), unknown && this.map(unknown.path)])
  }

  #stop(failure: Failure): void {
    this.stage = failure.cancelled ? 'idle' : 'failed'
    this.failure = failure
  }

  async #drop(): Promise<void> {
    const id = this.preview?.id
    this.preview = undefined
    this.comparison = undefined
    this.mapping = undefined
    await this.job.cancel()
    if (id) await this.#api.imports.close(id)
  }

  #forget(): void {
    this.preview = undefined
    this.comparison = undefined
    this.mapping = undefined
    this.plan = NOTHING
    this.failure = undefined
    this.stage = 'idle'
    this.#paths = []
  }

  // Decisions are sent one after the other, so that the plan shown is that of the last one.
  async #decide(
    meant: (row: ImportRow) => boolean,
    decision: Decision,
    tell: (preview: string) => Promise<ImportPlan>,
  ): Promise<void> {
    const id = this.preview?.id
    if (!id) return
    this.rows.patch((row) => (meant(row) ? { ...row, decision } : row))
    const { rows } = this
    this.#decided = this.#decided.then(async () => {
      try {
        this.plan = await tell(id)
      } catch (reason) {
        this.failure = failureOf(reason)
        await rows.reload().catch(() => {})
      }
    })
    await this.#decided
  }

  async #decideOne(index: number, decision: Decision, tell: (preview: string) => Promise<ImportPlan>): Promise<void> {
    if (this.rows.total > 1) this.#mixed.add(this.pile)
    else this.#common.set(this.pile, decision)
    await this.#decide((row) => row.index === index, decision, tell)
  }

  #pages(): Pages<ImportRow> {
    const { pile } = this
    return new Pages(async (offset, limit) => {
      const id = this.preview?.id
      return id ? this.#api.imports.rows(id, pile, offset, limit) : { total: 0, offset: 0, items: [] }
    })
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }
}

// One begins where something is to be decided, else with what comes in.
function firstPile(preview: ImportPreview): Pile {
  if (preview.similar > 0) return Pile.Similar
  if (preview.changed > 0) return Pile.Same
  return PILES.find((pile) => preview[pile] > 0) ?? Pile.New
}
