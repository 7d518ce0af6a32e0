import type { Person, PersonRow, Related } from '../../api/views'
import { Finder, peopleLike } from '../../session/finder.svelte'
import type { Session } from '../../session/session.svelte'

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
  readonly finder: Finder
  readonly #session: Session
  readonly #person: Person
  readonly #named: string

  constructor(session: Session, person: Person, named: string) {
    this.#session = session
    this.#person = person
    this.#named = named
    this.finder = new Finder(session, (text) => this.#look(text))
    this.finder.typed = nameIn(named).split('@', 1)[0] ?? ''
  }

  /** Links the two. */
  async choose(other: number): Promise<void> {
    await this.#session.change(() => this.#session.api.network.link(this.#person.id, this.#named, other))
  }

  async #look(text: string): Promise<PersonRow[]> {
    const fitting = await peopleLike(this.#session, text)
    // "Maria Roth" may be here as Maria alone, or by another family name.
    const [first = ''] = text.trim().split(/\s+/)
    const found = fitting.length > 0 || text !== nameIn(this.#named) ? fitting : await peopleLike(this.#session, first)
    const { id, family } = this.#person
    const kin = (row: PersonRow) => Number(family !== '' && row.name.includes(family))
    return found.filter((row) => row.id !== id).toSorted((a, b) => kin(b) - kin(a))
  }
}
