import type { Introduction, Me, Person, PersonForm, Topic } from '../../api/views'
import type { Session } from '../../session/session.svelte'
import type { TopicKind } from '../../session/topics'

/** Shows the owner of the book, and writes down what they say of themselves. */
export class MeController {
  me = $state.raw<Me>()
  person = $state.raw<Person>()
  readonly #session: Session
  #asked = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** Reads who one is. Of several answers the newest counts. */
  async read(): Promise<void> {
    const asked = ++this.#asked
    await this.#session.attempt(async () => {
      const { me, people } = this.#session.api
      const read = await me.read()
      const person = read.person ? await people.read(read.person) : undefined
      if (asked !== this.#asked) return
      this.me = read
      this.person = person
    })
  }

  /** The subjects of one kind. */
  topics(kind: TopicKind): Topic[] {
    return this.person?.topics.filter((topic) => topic.kind === kind) ?? []
  }

  /** Says which card is one's own. */
  async choose(id: number): Promise<void> {
    await this.#session.attempt(() => this.#session.api.network.setMe(id))
    await this.read()
  }

  /** Writes a card of one's own, with the name for now. */
  async write(name: string): Promise<void> {
    const { network, people } = this.#session.api
    const added = await this.#session.change(() => people.add({ ...NAMELESS, name: name.trim() }))
    if (added) await this.#session.attempt(() => network.setMe(added.person.id))
    await this.read()
  }

  /** Writes another subject on the card. */
  async add(kind: TopicKind, name: string): Promise<void> {
    const known = this.topics(kind).some((topic) => topic.name.toLowerCase() === name.trim().toLowerCase())
    if (!name.trim() || known) return
    await this.#write([...(this.person?.topics ?? []), { index: -1, name: name.trim(), kind, level: '', since: '' }])
  }

  /** Takes a subject off the card. */
  async drop(topic: Topic): Promise<void> {
    await this.#write(this.person?.topics.filter(({ index }) => index !== topic.index) ?? [])
  }

  /** Keeps an introduction. Answers whether it worked. */
  async keep(introduction: Introduction): Promise<boolean> {
    const done = await this.#session.change(() => this.#session.api.me.introduce(introduction))
    return done !== undefined
  }

  /** Deletes an introduction. */
  async remove({ id }: Introduction): Promise<void> {
    await this.#session.change(() => this.#session.api.me.dropIntroduction(id))
  }

  async #write(topics: Topic[]): Promise<void> {
    const { person } = this
    if (!person) return
    const form = { ...person, name: person.derived ? '' : person.name, topics }
    await this.#session.change(() => this.#session.api.people.edit(person.id, form))
  }
}

const NAMELESS: PersonForm = {
  name: '', family: '', given: '', additional: '', prefixes: '', suffixes: '', nicknames: [],
  organisation: '', unit: '', title: '', role: '', since: '', until: '', further: [], topics: [],
  phones: [], emails: [], links: [], messengers: [], addresses: [], dates: [], notes: [], tags: [],
}

/** An introduction that says nothing yet. */
export const BLANK: Introduction = { id: 0, occasion: '', shortDe: '', longDe: '', shortEn: '', longEn: '' }
