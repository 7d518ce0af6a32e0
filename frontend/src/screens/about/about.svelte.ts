import type { Encounter, Having, Member, OrganisationPage, PersonRow, Position, Thread, TopicPage } from '../../api/views'
import { knows, t, type Key } from '../../i18n/i18n.svelte'
import { Marking } from '../../session/marking.svelte'
import type { Route } from '../../session/router.svelte'
import type { Session } from '../../session/session.svelte'

/** What a screen can be about. */
export type Subject = 'organisations' | 'topics'

/** Somebody in a list: what stands below their name, and beside it. */
export interface Row {
  person: PersonRow
  line: string
  aside: string
}

/** A stretch of the list, with a heading. */
export interface Stretch {
  key: string
  title: string
  rows: Row[]
}

/** Decides what the screen of an organisation or of a topic shows, and who is marked on it. */
export class AboutController {
  subject = $state<Subject>('topics')
  /** As the address has it. */
  name = $state('')
  organisation = $state.raw<OrganisationPage | undefined>()
  topic = $state.raw<TopicPage | undefined>()
  /** Which person in the book one is; 0 while that is not said. */
  me = $state(0)
  /** Over all stretches. */
  readonly marking = new Marking(() => this.rows.map(({ person }) => person.id))
  readonly #session: Session
  #round = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** What it is called, in the spelling of the book once that is read. */
  title = $derived.by(() => this.organisation?.name ?? this.topic?.name ?? this.name)

  /** It has been read. */
  get ready(): boolean {
    return this.organisation !== undefined || this.topic !== undefined
  }

  /** The people, in stretches that somebody stands in. */
  stretches: Stretch[] = $derived.by(() => {
    const { organisation, topic } = this
    const all: Stretch[] = []
    if (organisation) {
      all.push({ key: 'now', title: t('about.now'), rows: organisation.now.map((member) => here(member)) })
      all.push({ key: 'before', title: t('about.before'), rows: organisation.before.map((member) => gone(member)) })
    }
    if (topic) {
      all.push({ key: 'offer', title: t('about.offers'), rows: topic.offers.map((one) => having(one, 'offer')) })
      all.push({ key: 'interest', title: t('about.into'), rows: topic.into.map((one) => having(one, 'interest')) })
      all.push({ key: 'question', title: t('about.asks'), rows: topic.asks.map((one) => having(one, 'question')) })
    }
    return all.filter(({ rows }) => rows.length > 0)
  })

  /** Everybody in the order of the list. */
  rows: Row[] = $derived.by(() => this.stretches.flatMap(({ rows }) => rows))

  /** How many there are, in words. */
  count: string = $derived.by(() => {
    const { organisation, topic } = this
    const everybody = new Set(this.rows.map(({ person }) => person.id)).size
    if (topic) return everybody > 0 ? t('people.count', { n: everybody }) : ''
    const now = organisation?.now.length ?? 0
    const before = organisation?.before.length ?? 0
    return [now && t('about.count.now', { n: now }), before && t('about.count.before', { n: before })].filter(Boolean).join(' · ')
  })

  get threads(): Thread[] {
    return this.organisation?.threads ?? this.topic?.threads ?? []
  }

  get encounters(): Encounter[] {
    return this.organisation?.encounters ?? this.topic?.encounters ?? []
  }

  /** Takes up the place that the window went to. */
  take(route: Route): void {
    const subject = route.path[0] === 'organisations' ? 'organisations' : 'topics'
    const name = route.path[1] ?? ''
    if (subject === this.subject && name === this.name) return
    this.subject = subject
    this.name = name
    this.organisation = this.topic = undefined
    this.marking.reset()
  }

  /** Reads what is known now. The answer to what was asked last counts. */
  async read(): Promise<void> {
    const round = ++this.#round
    const { topics, network } = this.#session.api
    const { subject, name } = this
    await this.#session.attempt(async () => {
      const [me, organisation, topic] = await Promise.all([
        network.me(),
        subject === 'organisations' ? topics.organisation(name) : undefined,
        subject === 'topics' ? topics.read(name) : undefined,
      ])
      if (round !== this.#round) return
      this.me = me
      this.organisation = organisation
      this.topic = topic
      this.marking.settle()
    })
  }

  /** Says that a thread came to its end. */
  async settle({ id }: Thread): Promise<void> {
    await this.#session.change(() => this.#session.api.timelines.settle(id, 'done'))
  }

  /** Gives the topic another name, and goes to where it is then. Answers the name. */
  async rename(name: string): Promise<string | undefined> {
    const to = name.trim()
    if (!to || to === this.title) return undefined
    const done = await this.#session.change(() => this.#session.api.topics.rename(this.title, to))
    return done ? done.name || to : undefined
  }

  /** Takes the topic off everybody. */
  async remove(): Promise<boolean> {
    return (await this.#session.change(() => this.#session.api.topics.remove(this.title))) !== undefined
  }
}

function here({ person, positions }: Member): Row {
  const now = positions.filter(({ until }) => !until)
  return { person, line: workOf(now), aside: yearsOf(now) }
}

function gone({ person, positions }: Member): Row {
  const now = person.organisation ? t('about.nowAt', { where: person.organisation }) : ''
  return { person, line: [workOf(positions), now].filter(Boolean).join(' · '), aside: yearsOf(positions) }
}

function having({ person, level, since }: Having, kind: string): Row {
  const key = `topic.level.${kind}.${level}`
  const said = [knows(key) ? t(key as Key) : '', since && t('about.since', { since })]
  const work = [person.title, person.organisation === person.name ? '' : person.organisation]
  return { person, line: work.filter(Boolean).join(' · '), aside: said.filter(Boolean).join(' · ') }
}

function workOf(positions: Position[]): string {
  const parts = positions.map(({ title, role, unit }) => [title, role, unit].filter(Boolean).join(', '))
  return [...new Set(parts)].filter(Boolean).join(' · ')
}

function yearsOf(positions: Position[]): string {
  const said = positions.map(({ since, until }) => {
    if (since && until) return t('about.years', { since, until })
    return since ? t('about.since', { since }) : until && t('about.until', { until })
  })
  return said.filter(Boolean).join(', ')
}
