import { type Connection, EVERYONE, type Person, type PersonQuery, type Topic } from '../../api/views'
import { type Key, t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

/** Shows one person after the other, and writes down what comes to mind. */
export class ReviewController {
  person = $state.raw<Person>()
  connections = $state.raw<Connection[]>([])
  /** What one is into oneself; [] while it is not said who that is. */
  mine = $state.raw<Topic[]>([])
  /** Which person in the book one is; 0 while that is not said. */
  me = $state(0)
  /** How it stands: people are shown, everyone was, there is nobody, or it is enough for today. */
  state = $state<'reading' | 'showing' | 'done' | 'nobody' | 'enough'>('reading')
  #ids: number[] = []
  #at = 0
  readonly #session: Session
  readonly #query: PersonQuery

  constructor(session: Session, query: PersonQuery = EVERYONE) {
    this.#session = session
    this.#query = query
  }

  /** There is somebody to go back to. */
  get canGoBack(): boolean {
    return this.state === 'showing' && this.#at > 0
  }

  /** How one knows the person: what stands on the connection with them. */
  get how(): string {
    return this.connections.find(({ person }) => person === this.me)?.how ?? ''
  }

  /** The topics that both have, whatever they are to each. */
  get both(): string[] {
    const mine = new Set(this.mine.map(({ name }) => name.toLocaleLowerCase()))
    const theirs = (this.person?.topics ?? []).map(({ name }) => name)
    return [...new Set(theirs)].filter((name) => mine.has(name.toLocaleLowerCase()))
  }

  /** Whom they know besides oneself. */
  get others(): Connection[] {
    return this.connections.filter(({ person }) => person !== this.me)
  }

  /** What somebody is to the person, in words. */
  bond({ kind, word }: Connection): string {
    return word || t(`connection.kind.${kind}` as Key)
  }

  /** Begins where it was left. */
  async begin(): Promise<void> {
    await this.#session.attempt(async () => {
      const { network, reviews } = this.#session.api
      const [ids, me] = await Promise.all([reviews.unseen(this.#query), network.me()])
      this.me = me
      this.#ids = ids.filter((id) => id !== me)
      this.#at = 0
      if (this.#ids.length === 0) this.state = 'nobody'
      else await this.#show()
    })
  }

  /** Reads the person who is shown again, as after a change of the book. */
  async reload(): Promise<void> {
    if (this.state === 'showing') await this.#session.attempt(() => this.#read())
  }

  /** Goes on to the next person. Who was shown is not shown again this round. */
  async next(): Promise<void> {
    if (this.state !== 'showing') return
    await this.#session.attempt(async () => {
      await this.#session.api.reviews.seen(this.#ids[this.#at] ?? 0)
      this.#at++
      await this.#show()
    })
  }

  /** Goes back to the one before. */
  async back(): Promise<void> {
    if (!this.canGoBack) return
    this.#at--
    await this.#session.attempt(() => this.#show())
  }

  /** Ends it for now. */
  enough(): void {
    if (this.state === 'showing') this.state = 'enough'
  }

  /** Goes on after it was enough, or once more from the start. */
  async goOn(): Promise<void> {
    if (this.state === 'done') return this.begin()
    this.state = 'showing'
    await this.reload()
  }

  /** Writes down how one knows the person: on the connection with them, or as a note where nobody in the book is oneself. */
  async write(how: string): Promise<void> {
    const { person, me } = this
    if (!person || !how.trim()) return
    const { network, people } = this.#session.api
    const known = this.connections.find((one) => one.person === me)
    const { kind, word, since, note, closed } = known ?? { kind: 'knows', word: '', since: '', note: '', closed: false }
    if (me > 0) {
      await this.#session.change(() => network.connect([person.id, me], { kind, word, since, how, note, closed }))
      return
    }
    const form = { ...person, name: person.derived ? '' : person.name, notes: [...person.notes, how] }
    await this.#session.change(() => people.edit(person.id, form))
  }

  async #show(): Promise<void> {
    if (this.#at >= this.#ids.length) {
      this.state = 'done'
      return
    }
    await this.#read()
    this.state = 'showing'
  }

  async #read(): Promise<void> {
    const id = this.#ids[this.#at] ?? 0
    const { network, people } = this.#session.api
    const me = this.me > 0 ? people.read(this.me) : undefined
    const [person, connections, own] = await Promise.all([people.read(id), network.connections(id), me])
    this.person = person
    this.mine = own?.topics ?? []
    this.connections = connections
  }
}
