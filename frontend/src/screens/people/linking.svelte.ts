import { EVERYONE, type Person, type PersonRow, type Related } from '../../api/views'
import type { Session } from '../../session/session.svelte'

const OFFERED = 30

/** Whom the card of somebody names and who is not in the book, each once. */
export function strangersOf(person: Pick<Person, 'related'>): Related[] {
  const strangers = person.related.filter(({ inBook, types }) => !inBook && !types.includes('member'))
  return strangers.filter(({ value }, i) => strangers.findIndex((other) => other.value === value) === i)
}

/** The name, the mail address or the number in what a card says of somebody; "" where it is only the address of a card. */
export function nameIn(value: string): string {
  const spoken = value.replace(/^(mailto|tel):/i, '')
  return /^(urn|uuid|cid|https?):/i.test(spoken) || /^[\da-f]{8}-[\da-f-]{27}$/i.test(spoken) ? '' : spoken
}

/** Finds whom a card means. It begins with those who are called like that, and of these with who has the same family name. */
export class LinkingController {
  typed = $state('')
  found = $state.raw<PersonRow[]>([])
  /** What was typed when these were found. */
  answered = $state<string>()
  readonly #session: Session
  readonly #person: Person
  readonly #named: string
  #asked = 0

  constructor(session: Session, person: Person, named: string) {
    this.#session = session
    this.#person = person
    this.#named = named
    this.typed = nameIn(named).split('@', 1)[0] ?? ''
  }

  /** Looks for whom the typed words may mean. The answer to what was typed last counts. */
  async search(): Promise<void> {
    const asked = ++this.#asked
    const text = this.typed
    const rows = await this.#session.attempt(async () => {
      const { people } = this.#session.api
      const list = async (words: string) => (await people.list({ ...EVERYONE, text: words }, 0, OFFERED)).items
      const fitting = await list(text)
      // "Maria Roth" may be here as Maria alone, or by another family name.
      const [first = ''] = text.trim().split(/\s+/)
      return fitting.length > 0 || text !== nameIn(this.#named) ? fitting : list(first)
    })
    if (asked !== this.#asked) return
    const family = this.#person.family
    const kin = (row: PersonRow) => Number(family !== '' && row.name.includes(family))
    this.found = (rows ?? []).filter(({ id }) => id !== this.#person.id).toSorted((a, b) => kin(b) - kin(a))
    this.answered = text
  }

  /** Links the two. */
  async choose(row: PersonRow): Promise<void> {
    await this.#session.change(() => this.#session.api.network.link(this.#person.id, this.#named, row.id))
  }
}
