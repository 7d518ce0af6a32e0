import type { Change } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import { fitting } from './filters.svelte'

/** What may be put on people or taken off: how many of them have it already. */
export interface Choice {
  text: string
  /** The colour of a tag; "" for what has none. */
  colour: string
  have: number
  /** It does not exist yet. */
  fresh: boolean
}

/** What there is to choose from: the tags, or the topics of one kind. */
export interface Choices {
  /** Everything there is, in its order. */
  readonly all: Choice[]
  /** Tells whether two spellings are one. */
  same(a: string, b: string): boolean
  /** Counts who of some people has what. */
  count(ids: number[]): Promise<void>
  put(name: string, ids: number[]): Promise<Change>
  take(name: string, ids: number[]): Promise<Change>
}

/** Decides what is offered for some people, and puts it on all of them or takes it off. */
export class ChoosingController {
  typed = $state('')
  /** It is known who has what, so that a choice puts on or takes off rightly. */
  counted = $state(false)
  readonly ids: number[]
  readonly #session: Session
  readonly #choices: Choices

  constructor(session: Session, ids: number[], choices: Choices) {
    this.#session = session
    this.ids = ids
    this.#choices = choices
  }

  /** Counts who of the people has what. */
  async count(): Promise<void> {
    await this.#session.attempt(() => this.#choices.count(this.ids))
    this.counted = true
  }

  /** What fits what is typed, first what somebody of them has; what is typed itself comes last when nothing is called that. */
  get choices(): Choice[] {
    const { all } = this.#choices
    const had = all.toSorted((a, b) => Number(b.have > 0) - Number(a.have > 0))
    const name = this.typed.trim()
    const known = all.some(({ text }) => this.#choices.same(text, name))
    const fresh = name && !known ? [{ text: name, colour: '', have: 0, fresh: true }] : []
    return [...fitting(had, name), ...fresh]
  }

  /** Whether all, some or none of the people have it. */
  shareOf({ have }: Choice): 'all' | 'some' | 'none' {
    if (have === 0) return 'none'
    return have === this.ids.length ? 'all' : 'some'
  }

  /** Puts it on all of them, or takes it off where all have it. */
  async choose(choice: Choice): Promise<void> {
    const off = this.shareOf(choice) === 'all'
    await this.#session.change(() => (off ? this.#choices.take(choice.text, this.ids) : this.#choices.put(choice.text, this.ids)))
  }
}
