import { failureOf, type Failure } from '../../api/failure'
import type { MergeChoice, MergeRow, MergeView, MissingPerson } from '../../api/views'
import { called, list, t, tOf } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'
import { valueOf } from '../../session/values'

/** Shows side by side what people say, and makes one of them as it was chosen. */
export class MergingController {
  view = $state.raw<MergeView>({ people: [], rows: [], missing: [] })
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly ids: number[]
  readonly #session: Session
  #choices = $state.raw<Record<string, MergeChoice>>({})

  constructor(session: Session, ids: number[]) {
    this.#session = session
    this.ids = ids
  }

  async load(): Promise<void> {
    try {
      this.view = await this.#session.api.duplicates.compare(this.ids)
      this.failure = undefined
      this.ready = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }

  /** Who is there no more; as long as there is somebody, there is nothing to decide. */
  get missing(): MissingPerson[] {
    return this.view.missing
  }

  /** Whom those became who were merged meanwhile, each once. */
  get wholes(): { id: number; name: string }[] {
    const wholes = this.missing.filter(({ whole }) => whole > 0)
    return wholes.filter(({ whole }, i) => wholes.findIndex((other) => other.whole === whole) === i).map(({ whole, wholeName }) => ({ id: whole, name: called(wholeName) }))
  }

  /** Whose value of a row stands. */
  leads(row: MergeRow): number {
    return this.#choices[row.key]?.person ?? row.lead
  }

  /** Whether a row comes into the person. */
  keeps(row: MergeRow): boolean {
    return !(this.#choices[row.key]?.drop ?? false)
  }

  /** Whether what somebody says in a row is on the card in the end. */
  stands(row: MergeRow, person: number): boolean {
    if (!row.single) return this.keeps(row)
    const lead = this.leads(row)
    return lead === person || this.#shown(row, lead) === this.#shown(row, person)
  }

  // Two who say the same say nothing that would be lost.
  #shown(row: MergeRow, person: number): string {
    const at = this.view.people.findIndex(({ id }) => id === person)
    return JSON.stringify(row.cells[at]?.values.map((value) => [valueOf(value), value.photo]) ?? [])
  }

  lead(row: MergeRow, person: number): void {
    this.#choices = { ...this.#choices, [row.key]: { key: row.key, person, drop: false } }
  }

  keep(row: MergeRow, kept: boolean): void {
    this.#choices = { ...this.#choices, [row.key]: { key: row.key, person: 0, drop: !kept } }
  }

  /** Merges. Answers whether it worked. */
  async merge(): Promise<boolean> {
    const { duplicates } = this.#session.api
    return (await this.#session.change(() => duplicates.merge(this.ids, Object.values(this.#choices)))) !== undefined
  }

  async distinct(): Promise<boolean> {
    return (await this.#session.change(() => this.#session.api.duplicates.distinct(this.ids))) !== undefined
  }

  async putOff(): Promise<boolean> {
    return (await this.#session.change(() => this.#session.api.duplicates.putOff(this.ids))) !== undefined
  }
}

/** What became of somebody who is there no more. */
export function fateOf({ name, whole, wholeName, deleted }: MissingPerson): string {
  if (whole > 0) return name === wholeName ? t('duplicates.merge.whole', { name: called(name) }) : t('duplicates.merge.part', { name: called(name), whole: called(wholeName) })
  return deleted ? t('duplicates.merge.binned', { name: called(name) }) : t('duplicates.merge.lost')
}

/** What a row is about, in words. */
export function whatOf(row: MergeRow): string {
  return tOf('difference', row.field, { property: row.property })
}

/** What one of the people says in a row, in one line. */
export function saidBy(row: MergeRow, at: number): string {
  return list(row.cells[at]?.values.map(valueOf) ?? [])
}

/** What is said in a row, by whoever says it first. */
export function said(row: MergeRow): string {
  return saidBy(row, row.cells.findIndex(({ values }) => values.length > 0))
}
