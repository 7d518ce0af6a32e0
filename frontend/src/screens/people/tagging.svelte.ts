import { EVERYONE } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import { fitting } from './filters.svelte'

/** A tag that may be put on or taken off: how many of the people wear it already. */
export interface Choice {
  text: string
  colour: string
  wearing: number
  /** It does not exist yet. */
  fresh: boolean
}

/** Decides which tags are offered for some people, and puts them on and off. */
export class TaggingController {
  typed = $state('')
  wearing = $state.raw<ReadonlyMap<string, number>>(new Map())
  /** It is known who wears what, so that choosing a tag puts it on or takes it off rightly. */
  counted = $state(false)
  readonly ids: number[]
  readonly #session: Session

  constructor(session: Session, ids: number[]) {
    this.#session = session
    this.ids = ids
  }

  /** The tags that fit what is typed; what is typed itself comes last when no tag is called that. */
  get choices(): Choice[] {
    const wearing = (name: string) => this.wearing.get(name) ?? 0
    const tags = this.#session.tags.map((tag) => ({
      text: tag.name,
      colour: tag.colour,
      wearing: wearing(tag.name),
      fresh: false,
    }))
    const worn = tags.toSorted((a, b) => Number(b.wearing > 0) - Number(a.wearing > 0))
    const name = this.typed.trim()
    const known = tags.some((tag) => tag.text.toLocaleLowerCase() === name.toLocaleLowerCase())
    const fresh = name && !known ? [{ text: name, colour: '', wearing: 0, fresh: true }] : []
    return [...fitting(worn, name), ...fresh]
  }

  /** Whether all, some or none of the people wear a tag. */
  stateOf(choice: Choice): 'all' | 'some' | 'none' {
    if (choice.wearing === 0) return 'none'
    return choice.wearing === this.ids.length ? 'all' : 'some'
  }

  /** Counts who of the people wears what. It asks tag by tag, since a question about thousands of people is long. */
  async count(): Promise<void> {
    const chosen = new Set(this.ids)
    await this.#session.attempt(async () => {
      const counts = await Promise.all(
        this.#session.tags.map(async ({ name, count }) => {
          const wearers = count > 0 ? await this.#session.api.people.ids({ ...EVERYONE, anyTags: [name] }) : []
          return [name, wearers.filter((id) => chosen.has(id)).length] as const
        }),
      )
      this.wearing = new Map(counts)
    })
    this.counted = true
  }

  /** Puts a tag on all of them, or takes it off where all wear it. */
  async choose(choice: Choice): Promise<void> {
    const { tags } = this.#session.api
    const off = this.stateOf(choice) === 'all'
    await this.#session.change(() => (off ? tags.take(choice.text, this.ids) : tags.put(choice.text, this.ids)))
  }
}
