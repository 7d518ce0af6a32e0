import { computeCommandScore } from 'bits-ui'
import type { Organisation, Receipt, Tag, TopicCount } from '../../api/views'
import { t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'
import type { PeopleController } from './people.svelte'

/** A filter that is set: what it says, and how to take it off or turn it round. */
export interface Chip {
  key: string
  text: string
  /** The colour of a tag; "" for what has none. */
  colour: string
  /** It leaves people out instead of asking for them. */
  without: boolean
  turn: (() => void) | undefined
  remove: () => void
}

/** A filter that may be added. */
export interface Offer {
  key: string
  group: 'tags' | 'topics' | 'organisations' | 'imports' | 'others'
  text: string
  colour: string
  count: number | undefined
  add: () => void
}

// What fits beside the others without a second thought.
const QUICK = 4
const SHOWN = 40

/** Decides what the filter bar shows and offers. */
export class FiltersController {
  /** What is typed to find a filter. */
  wanted = $state('')
  organisations = $state.raw<Organisation[]>([])
  /** What was typed when these organisations were found. */
  answered = $state<string>()
  receipts = $state.raw<Receipt[]>([])
  topics = $state.raw<TopicCount[]>([])
  readonly #session: Session
  readonly #people: PeopleController

  constructor(session: Session, people: PeopleController) {
    this.#session = session
    this.#people = people
  }

  /** The filters that are set, in the order of the bar. */
  get chips(): Chip[] {
    const { filters, only } = this.#people
    const set = (change: Partial<typeof filters>) => () => void this.#people.filter(change)
    const chips: Chip[] = []
    for (const tag of filters.tags) {
      const rest = filters.tags.filter((other) => other !== tag)
      const turn = set({ tags: rest, without: [...filters.without, tag] })
      chips.push({ ...this.#tagged(tag), key: `with ${tag}`, without: false, turn, remove: set({ tags: rest }) })
    }
    for (const tag of filters.without) {
      const rest = filters.without.filter((other) => other !== tag)
      const turn = set({ without: rest, tags: [...filters.tags, tag] })
      chips.push({ ...this.#tagged(tag), key: `without ${tag}`, without: true, turn, remove: set({ without: rest }) })
    }
    const plain = (key: string, text: string, remove: () => void) =>
      chips.push({ key, text, colour: '', without: false, turn: undefined, remove })
    for (const topic of filters.topics) plain(`topic ${topic}`, topic, set({ topics: filters.topics.filter((other) => other !== topic) }))
    if (filters.organisation) plain('organisation', filters.organisation, set({ organisation: '' }))
    if (filters.import) plain('import', this.#importName(filters.import), set({ import: 0 }))
    if (filters.untagged) plain('untagged', t('people.filter.untagged'), set({ untagged: false }))
    if (only.length > 0) plain('only', t('people.filter.marked'), () => this.#people.showOnlyMarked(false))
    return chips
  }

  /** The tags that most people wear, one click away. */
  get quick(): Offer[] {
    const used = this.#free().filter((tag) => tag.count > 0)
    return used
      .toSorted((a, b) => b.count - a.count)
      .slice(0, QUICK)
      .map((tag) => this.#tagOffer(tag))
  }

  /** Everything that may be added and fits what is typed. */
  get offers(): Offer[] {
    const { filters } = this.#people
    const offers: Offer[] = this.#free().map((tag) => this.#tagOffer(tag))
    const add = (change: Partial<typeof filters>) => () => void this.#people.filter(change)
    for (const { name, people } of this.topics.filter(({ name }) => !filters.topics.includes(name))) {
      offers.push({ key: `topic ${name}`, group: 'topics', text: name, colour: '', count: people, add: add({ topics: [...filters.topics, name] }) })
    }
    if (!filters.untagged) {
      const text = t('people.filter.untagged')
      offers.push({ key: 'untagged', group: 'others', text, colour: '', count: undefined, add: add({ untagged: true }) })
    }
    for (const receipt of this.receipts.filter((r) => !r.undone && r.operation !== filters.import)) {
      const key = `import ${receipt.operation}`
      const text = nameOf(receipt)
      const count = receipt.added + receipt.merged
      offers.push({ key, group: 'imports', text, colour: '', count, add: add({ import: receipt.operation }) })
    }
    const organisations = this.organisations.filter((one) => one.name !== filters.organisation).slice(0, SHOWN)
    const found = organisations.map(({ name, count }): Offer => {
      const key = `organisation ${name}`
      return { key, group: 'organisations', text: name, colour: '', count, add: add({ organisation: name }) }
    })
    return [...fitting(offers, this.wanted), ...found]
  }

  /** Reads the imports that one can filter by, and whose name a filter shows. */
  async readReceipts(): Promise<void> {
    const receipts = await this.#session.attempt(() => this.#session.api.imports.receipts())
    if (receipts) this.receipts = receipts
  }

  /** Reads the topics that one can filter by. */
  async readTopics(): Promise<void> {
    const topics = await this.#session.attempt(() => this.#session.api.topics.list())
    if (topics) this.topics = topics
  }

  /** Reads the organisations that begin with what is typed. A large book has thousands, so the book does the looking. */
  async findOrganisations(): Promise<void> {
    const { wanted } = this
    const found = await this.#session.attempt(() => this.#session.api.people.organisations(wanted.trim()))
    if (wanted !== this.wanted) return
    if (found) this.organisations = found
    this.answered = wanted
  }

  #free(): Tag[] {
    const { tags, without } = this.#people.filters
    return this.#session.tags.filter((tag) => !tags.includes(tag.name) && !without.includes(tag.name))
  }

  #tagOffer(tag: Tag): Offer {
    const tags = [...this.#people.filters.tags, tag.name]
    const add = () => void this.#people.filter({ tags, untagged: false })
    return { key: `tag ${tag.name}`, group: 'tags', text: tag.name, colour: tag.colour, count: tag.count, add }
  }

  #tagged(name: string): Pick<Chip, 'text' | 'colour'> {
    return { text: name, colour: this.#session.colourOf(name) }
  }

  #importName(operation: number): string {
    const receipt = this.receipts.find((r) => r.operation === operation)
    return receipt ? nameOf(receipt) : t('people.filter.import')
  }
}

/** The items that fit what is typed, best first; all of them in their order while nothing is. */
export function fitting<T extends { text: string }>(items: T[], typed: string): T[] {
  if (!typed.trim()) return items.slice(0, SHOWN)
  return items
    .map((item) => ({ item, fit: computeCommandScore(item.text, typed.trim()) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, SHOWN)
    .map(({ item }) => item)
}

function nameOf(receipt: Receipt): string {
  return receipt.sample ? t('people.filter.sample') : receipt.files.map((file) => file.name).join(', ')
}
