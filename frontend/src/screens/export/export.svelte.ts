import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import { EVERYONE, type ExportForm, type Loss, type PersonQuery, type WrittenFile } from '../../api/views'
import { Job } from '../../session/job.svelte'

/** A kind of file to write. */
export type Format = 'vcf3' | 'vcf4' | 'vcf21' | 'original' | 'csv' | 'xlsx'

/** The formats in the order they are offered: the first suits most. */
export const FORMATS: Format[] = ['vcf3', 'vcf4', 'vcf21', 'original', 'csv', 'xlsx']

const WRITTEN: Record<Format, Pick<ExportForm, 'format' | 'version'>> = {
  vcf3: { format: 'vcf', version: '3.0' },
  vcf4: { format: 'vcf', version: '4.0' },
  vcf21: { format: 'vcf', version: '2.1' },
  original: { format: 'vcf', version: 'original' },
  csv: { format: 'csv', version: '' },
  xlsx: { format: 'xlsx', version: '' },
}

/** Whom the file is about: those that were chosen before the dialog opened, everyone, or those with a tag. */
export type Who = 'chosen' | 'all' | 'tag'

/** Writes people into a file, and says beforehand what the file cannot hold. */
export class ExportController {
  who = $state<Who>('all')
  tag = $state('')
  format = $state<Format>('vcf3')
  notes = $state(false)
  groups = $state(false)
  /** How many people it is about; undefined while they are being counted. */
  count = $state<number>()
  chosenCount = $state(0)
  allCount = $state(0)
  /** True once both choices are counted, so that no number is said too early. */
  counted = $state(false)
  /** What the format cannot hold; undefined while that is being looked up. */
  losses = $state.raw<Loss[]>()
  written = $state.raw<WrittenFile>()
  failure = $state.raw<Failure>()
  cancelled = $state(false)
  readonly chosen: PersonQuery
  readonly job: Job
  readonly #api: Pick<Api, 'exports' | 'people' | 'jobs' | 'events'>
  #round = 0

  constructor(api: Pick<Api, 'exports' | 'people' | 'jobs' | 'events'>, chosen: PersonQuery) {
    this.#api = api
    this.chosen = chosen
    this.job = new Job(api)
    this.who = isEveryone(chosen) ? 'all' : 'chosen'
  }

  /** Tells whether a choice stands beside "everyone", and of which kind. */
  get choice(): 'selection' | 'found' | undefined {
    if (isEveryone(this.chosen)) return undefined
    return this.chosen.ids.length > 0 ? 'selection' : 'found'
  }

  /** Whether private notes are a choice: a card as it came is the card itself, everything else leaves them out unless ticked. */
  get notesAreChosen(): boolean {
    return this.format !== 'original'
  }

  /** Whether the format can hold less than a card says. */
  get canLose(): boolean {
    return WRITTEN[this.format].format === 'vcf'
  }

  /** Whether there is anything to say about that: a copy leaves out nothing but tags that stand on the cards of groups. */
  get tellsLosses(): boolean {
    return this.canLose && (this.format !== 'original' || (this.losses ?? []).length > 0)
  }

  /** Whether the format holds tags in more than one way. */
  get holdsGroups(): boolean {
    return this.canLose && this.format !== 'original'
  }

  get form(): ExportForm {
    return { ...WRITTEN[this.format], query: this.#query, notes: this.notesAreChosen && this.notes, groups: this.holdsGroups && this.groups }
  }

  get ready(): boolean {
    return !this.job.running && this.count !== undefined && this.count > 0 && this.losses !== undefined
  }

  /** Counts whom it is about and looks up what the format cannot hold. */
  async look(): Promise<void> {
    const round = ++this.#round
    this.losses = undefined
    this.failure = undefined
    try {
      const [count, losses] = await Promise.all([this.#count(this.#query), this.#losses()])
      if (round !== this.#round) return
      this.count = count
      this.losses = losses
    } catch (reason) {
      if (round === this.#round) this.failure = failureOf(reason)
    }
  }

  /** Counts both choices, for the words that name them. */
  async countChoices(): Promise<void> {
    try {
      this.allCount = await this.#count(EVERYONE)
      this.chosenCount = this.choice ? await this.#count(this.chosen) : 0
      this.counted = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }

  async choose(change: { who?: Who; tag?: string; format?: Format }): Promise<void> {
    Object.assign(this, change)
    await this.look()
  }

  /** Asks where to and writes. Nothing happens when the person closes that dialog. */
  async save(): Promise<void> {
    this.failure = undefined
    this.cancelled = false
    try {
      const written = await this.job.run((name) => this.#api.exports.save(name, this.form))
      if (written.path) this.written = written
    } catch (reason) {
      const failure = failureOf(reason)
      this.cancelled = failure.cancelled
      if (!failure.cancelled) this.failure = failure
    }
  }

  get #query(): PersonQuery {
    if (this.who === 'chosen') return this.chosen
    return this.who === 'tag' ? { ...EVERYONE, anyTags: [this.tag] } : EVERYONE
  }

  async #count(query: PersonQuery): Promise<number> {
    return (await this.#api.people.list(query, 0, 1)).total
  }

  async #losses(): Promise<Loss[]> {
    return this.canLose ? this.#api.exports.losses(this.form) : []
  }
}

/** Tells whether a query narrows nothing. */
export function isEveryone(query: PersonQuery): boolean {
  const lists = [query.anyTags, query.allTags, query.noTags, query.ids]
  return lists.every((list) => list.length === 0) && !query.text && !query.organisation && !query.import && !query.untagged
}
