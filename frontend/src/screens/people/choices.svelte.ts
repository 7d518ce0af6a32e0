import { EVERYONE, type Change, type TopicCount } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import type { TopicKind } from '../../session/topics'
import type { Choice, Choices } from './choosing.svelte'

/** The tags, and who wears which. */
export class TagChoices implements Choices {
  #wearing = $state.raw<ReadonlyMap<string, number>>(new Map())
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  get all(): Choice[] {
    return this.#session.tags.map(({ name, colour }) => ({ text: name, colour, have: this.#wearing.get(name) ?? 0, fresh: false }))
  }

  same(a: string, b: string): boolean {
    return a.toLocaleLowerCase() === b.toLocaleLowerCase()
  }

  /** Counts who of the people wears what. It asks tag by tag, since a question about thousands of people is long. */
  async count(ids: number[]): Promise<void> {
    const chosen = new Set(ids)
    const counts = await Promise.all(
      this.#session.tags.map(async ({ name, count }) => {
        const wearers = count > 0 ? await this.#session.api.people.ids({ ...EVERYONE, anyTags: [name] }) : []
        return [name, wearers.filter((id) => chosen.has(id)).length] as const
      }),
    )
    this.#wearing = new Map(counts)
  }

  put(name: string, ids: number[]): Promise<Change> {
    return this.#session.api.tags.put(name, ids)
  }

  take(name: string, ids: number[]): Promise<Change> {
    return this.#session.api.tags.take(name, ids)
  }
}

const COUNTED = { interest: 'into', offer: 'offers', question: 'asks' } as const

/** The topics, and who has which in the kind that is chosen. */
export class TopicChoices implements Choices {
  kind = $state<TopicKind>('interest')
  #topics = $state.raw<TopicCount[]>([])
  #theirs = $state.raw<ReadonlyMap<string, TopicCount>>(new Map())
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  get all(): Choice[] {
    const have = (name: string) => this.#theirs.get(folded(name))?.[COUNTED[this.kind]] ?? 0
    return this.#topics.map(({ name }) => ({ text: name, colour: '', have: have(name), fresh: false }))
  }

  same(a: string, b: string): boolean {
    return folded(a) === folded(b)
  }

  /** Reads the topics, and counts who of the people has which. */
  async count(ids: number[]): Promise<void> {
    const { topics } = this.#session.api
    const [all, theirs] = await Promise.all([topics.list(), topics.of(ids)])
    this.#topics = all
    this.#theirs = new Map(theirs.map((topic) => [folded(topic.name), topic]))
  }

  put(name: string, ids: number[]): Promise<Change> {
    return this.#session.api.topics.put(name, this.kind, ids)
  }

  take(name: string, ids: number[]): Promise<Change> {
    return this.#session.api.topics.take(name, this.kind, ids)
  }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
