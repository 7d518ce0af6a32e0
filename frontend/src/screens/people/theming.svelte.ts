import type { Change, TopicCount } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import type { TopicKind } from '../../session/topics'
import type { Choice, Choices } from './putting.svelte'

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
    const having = (name: string) => this.#theirs.get(folded(name))?.[COUNTED[this.kind]] ?? 0
    return this.#topics.map(({ name }) => ({ text: name, colour: '', having: having(name), fresh: false }))
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
