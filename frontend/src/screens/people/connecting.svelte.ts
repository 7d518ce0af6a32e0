import { EVERYONE, type Connection, type ConnectionForm, type PersonRow } from '../../api/views'
import { type Key, called, t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

/** How many people are offered while one types. */
const OFFERED = 30

/** A connection that says nothing yet. */
export const UNSAID: ConnectionForm = { kind: 'knows', word: '', since: '', how: '', note: '', closed: false }

/** What somebody is to another, in words: their own word, else what the kind is called. */
export function bondOf(c: Pick<Connection, 'kind' | 'word'>): string {
  return c.word || t(`connection.kind.${c.kind}` as Key)
}

/** Decides who is connected with whom, and how: first the other is found, then the form says how they know each other. */
export class ConnectingController {
  typed = $state('')
  found = $state.raw<PersonRow[]>([])
  /** What was typed when these were found. */
  answered = $state<string>()
  /** Everyone to be connected with each other, the one it began with first. */
  people = $state.raw<{ id: number; name: string }[]>([])
  form = $state<ConnectionForm>({ ...UNSAID })
  kinds = $state.raw<string[]>([])
  readonly #session: Session
  #asked = 0

  constructor(session: Session, ids: number[], known?: Connection) {
    this.#session = session
    this.people = ids.map((id) => ({ id, name: '' }))
    if (!known) return
    const { person, name, ...said } = known
    this.people = [...this.people, { id: person, name }]
    this.form = said
  }

  /** The other is yet to be found. */
  get alone(): boolean {
    return this.people.length < 2
  }

  /** What the dialog is about. */
  get title(): string {
    const [one, other] = this.people
    if (this.people.length > 2) return t('network.among', { n: this.people.length })
    return t('network.between', { one: called(one?.name ?? ''), other: called(other?.name ?? '') })
  }

  /** Reads who it begins with, and what kinds there are. */
  async begin(): Promise<void> {
    await this.#session.attempt(async () => {
      const { people, network } = this.#session.api
      const ids = this.people.map(({ id }) => id)
      const [rows, kinds] = await Promise.all([people.list({ ...EVERYONE, ids }, 0, ids.length), network.kinds()])
      this.people = ids.map((id) => ({ id, name: rows.items.find((row) => row.id === id)?.name ?? '' }))
      this.kinds = kinds
    })
  }

  /** Looks for whom the typed words may mean. The answer to what was typed last counts. */
  async search(): Promise<void> {
    const asked = ++this.#asked
    const text = this.typed
    const page = await this.#session.attempt(() => this.#session.api.people.list({ ...EVERYONE, text }, 0, OFFERED))
    if (asked !== this.#asked) return
    const taken = new Set(this.people.map(({ id }) => id))
    this.found = page?.items.filter(({ id }) => !taken.has(id)) ?? []
    this.answered = text
  }

  /** Takes somebody as the other. */
  choose(row: PersonRow): void {
    this.people = [...this.people, { id: row.id, name: row.name }]
  }

  /** Connects them. Answers whether it worked. */
  async save(): Promise<boolean> {
    const ids = this.people.map(({ id }) => id)
    return (await this.#session.change(() => this.#session.api.network.connect(ids, { ...this.form }))) !== undefined
  }
}
