import { EVERYONE, type Connection, type ConnectionForm } from '../../api/views'
import { type Key, called, t } from '../../i18n/i18n.svelte'
import { Finder, peopleLike } from '../../session/finder.svelte'
import type { Session } from '../../session/session.svelte'

/** A connection that says nothing yet. */
export const UNSAID: ConnectionForm = { kind: 'knows', word: '', since: '', how: '', note: '', closed: false }

/** What somebody is to another, in words: their own word, else what the kind is called. */
export function bondOf(c: Pick<Connection, 'kind' | 'word'>): string {
  return c.word || t(`connection.kind.${c.kind}` as Key)
}

/** Decides who is connected with whom, and how: first the other is found, then the form says how they know each other. */
export class ConnectingController {
  /** Everyone to be connected with each other, the one it began with first. */
  people = $state.raw<{ id: number; name: string }[]>([])
  form = $state<ConnectionForm>({ ...UNSAID })
  kinds = $state.raw<string[]>([])
  /** Finds the other. */
  readonly finder: Finder
  readonly #session: Session

  constructor(session: Session, ids: number[], known?: Connection) {
    this.#session = session
    this.people = ids.map((id) => ({ id, name: '' }))
    this.finder = new Finder(session, async (text) => (await peopleLike(session, text)).filter(({ id }) => !ids.includes(id)))
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

  /** Takes somebody who was found as the other. */
  choose(id: number): void {
    const row = this.finder.found.find((one) => one.id === id)
    if (row) this.people = [...this.people, { id, name: row.name }]
  }

  /** Connects them. Answers whether it worked. */
  async save(): Promise<boolean> {
    const ids = this.people.map(({ id }) => id)
    return (await this.#session.change(() => this.#session.api.network.connect(ids, { ...this.form }))) !== undefined
  }
}
