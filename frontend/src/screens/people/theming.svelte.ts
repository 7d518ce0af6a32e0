import type { TopicCount } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import { fitting } from './filters.svelte'
import type { TOPIC_KINDS } from '../../session/topics'

/** What a topic is to somebody. */
export type TopicKind = (typeof TOPIC_KINDS)[number]

/** A topic that may be given or taken: how many of the people have it already, in the kind that is chosen. */
export interface TopicChoice {
  text: string
  having: number
  /** Nobody has it yet. */
  fresh: boolean
}

const COUNTED = { interest: 'into', offer: 'offers', question: 'asks' } as const

/** Decides which topics are offered for some people, and gives and takes them. */
export class ThemingController {
  typed = $state('')
  kind = $state<TopicKind>('interest')
  all = $state.raw<TopicCount[]>([])
  theirs = $state.raw<ReadonlyMap<string, TopicCount>>(new Map())
  /** It is known who has what, so that choosing a topic gives or takes it rightly. */
  counted = $state(false)
  readonly ids: number[]
  readonly #session: Session

  constructor(session: Session, ids: number[]) {
    this.#session = session
    this.ids = ids
  }

  /** The topics that fit what is typed, those of the people first; what is typed itself comes last when no topic is called that. */
  get choices(): TopicChoice[] {
    const topics = this.all.map(({ name }) => ({ text: name, having: this.#having(name), fresh: false }))
    const had = topics.toSorted((a, b) => Number(b.having > 0) - Number(a.having > 0))
    const name = this.typed.trim()
    const known = topics.some(({ text }) => folded(text) === folded(name))
    const fresh = name && !known ? [{ text: name, having: 0, fresh: true }] : []
    return [...fitting(had, name), ...fresh]
  }

  /** Whether all, some or none of the people have a topic. */
  stateOf(choice: TopicChoice): 'all' | 'some' | 'none' {
    if (choice.having === 0) return 'none'
    return choice.having === this.ids.length ? 'all' : 'some'
  }

  /** Reads the topics, and counts who of the people has which. */
  async read(): Promise<void> {
    await this.#session.attempt(async () => {
      const { topics } = this.#session.api
      const [all, theirs] = await Promise.all([topics.list(), topics.of(this.ids)])
      this.all = all
      this.theirs = new Map(theirs.map((topic) => [folded(topic.name), topic]))
    })
    this.counted = true
  }

  /** Gives all of them a topic, or takes it where all have it. */
  async choose(choice: TopicChoice): Promise<void> {
    const { topics } = this.#session.api
    const off = this.stateOf(choice) === 'all'
    await this.#session.change(() => (off ? topics.take(choice.text, this.kind, this.ids) : topics.put(choice.text, this.kind, this.ids)))
  }

  #having(name: string): number {
    return this.theirs.get(folded(name))?.[COUNTED[this.kind]] ?? 0
  }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
