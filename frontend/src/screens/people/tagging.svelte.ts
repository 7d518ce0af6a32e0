import { EVERYONE, type Change } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import type { Choice, Choices } from './putting.svelte'

/** The tags, and who wears which. */
export class TagChoices implements Choices {
  #wearing = $state.raw<ReadonlyMap<string, number>>(new Map())
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  get all(): Choice[] {
    return this.#session.tags.map(({ name, colour }) => ({ text: name, colour, having: this.#wearing.get(name) ?? 0, fresh: false }))
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
