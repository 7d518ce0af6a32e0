import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { type ColumnForm, type Table, TableKnowledge } from '../../api/views'

/** Lets the person say what the columns of a table are. */
export class TableMapping {
  table = $state.raw<Table>()
  columns = $state.raw<ColumnForm[]>([])
  failure = $state.raw<Failure>()
  saving = $state(false)
  readonly path: string
  readonly #api: Pick<Api, 'imports'>

  constructor(api: Pick<Api, 'imports'>, path: string) {
    this.#api = api
    this.path = path
  }

  /** Tells whether the columns were only guessed from their headers and values. */
  get guessed(): boolean {
    return this.table?.known === TableKnowledge.Guessed
  }

  /** Tells whether what is remembered can be forgotten again. */
  get remembered(): boolean {
    return this.table?.known === TableKnowledge.Remembered
  }

  async load(): Promise<void> {
    await this.#attempt(() => this.#api.imports.table(this.path))
  }

  /** The types that a field has; [] for one that has none. */
  typesOf(field: string): string[] {
    return this.table?.fields.find((known) => known.field === field)?.types ?? []
  }

  /** Says what a column is. Its type stays where the field has it too. */
  take(column: number, field: string): void {
    const types = this.typesOf(field)
    this.#set(column, ({ type }) => ({ field, type: types.includes(type) ? type : (types[0] ?? '') }))
  }

  /** Says which kind of value a column holds. */
  mark(column: number, type: string): void {
    this.#set(column, ({ field }) => ({ field, type }))
  }

  /** What the first rows say in a column, without the empty ones. */
  samplesOf(column: number): string[] {
    return (this.table?.samples ?? []).map((row) => (row[column] ?? '').trim()).filter((value) => value !== '')
  }

  /** Remembers what was said. Answers whether it is done. */
  async save(): Promise<boolean> {
    return this.#attempt(() => this.#api.imports.mapTable(this.path, this.columns))
  }

  /** Forgets what was said for tables with these headers, and shows what would be guessed. */
  async forget(): Promise<void> {
    await this.#attempt(() => this.#api.imports.mapTable(this.path, []))
  }

  #set(column: number, change: (form: ColumnForm) => ColumnForm): void {
    this.columns = this.columns.map((form, i) => (i === column ? change(form) : form))
  }

  async #attempt(ask: () => Promise<Table>): Promise<boolean> {
    this.saving = true
    try {
      this.table = await ask()
      this.columns = this.table.columns.map(({ field, type }) => ({ field, type }))
      this.failure = undefined
      return true
    } catch (reason) {
      this.failure = failureOf(reason)
      return false
    } finally {
      this.saving = false
    }
  }
}
