import { EVERYONE, type PersonRow } from '../api/views'
import type { Session } from './session.svelte'

const OFFERED = 30

/** Finds people by what is typed. */
export class Finder {
  typed = $state('')
  found = $state.raw<PersonRow[]>([])
  /** What was typed when these were found. */
  answered = $state<string>()
  readonly #session: Session
  readonly #look: (text: string) => Promise<PersonRow[]>
  #asked = 0

  /** Looks for people called like that, unless a better way to look is given. */
  constructor(session: Session, look = (text: string) => peopleLike(session, text)) {
    this.#session = session
    this.#look = look
  }

  /** Looks for whom the typed words may mean. The answer to what was typed last counts. */
  async search(): Promise<void> {
    const asked = ++this.#asked
    const text = this.typed
    const rows = await this.#session.attempt(() => this.#look(text))
    if (asked !== this.#asked) return
    this.found = rows ?? []
    this.answered = text
  }
}

/** The first people whom the words find; everybody is found by none. */
export async function peopleLike(session: Session, text: string): Promise<PersonRow[]> {
  const { items } = await session.api.people.list({ ...EVERYONE, text }, 0, OFFERED)
  return items
}
