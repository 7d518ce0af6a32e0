import { EVERYONE, type Answer, type Circle, type PersonQuery, type PersonRoute, type PersonRow } from '../../api/views'
import { t } from '../../i18n/i18n.svelte'
import { Marking } from '../../session/marking.svelte'
import { type Route, hash } from '../../session/router.svelte'
import type { Session } from '../../session/session.svelte'

/** What can be asked. */
export const QUESTIONS = ['reach', 'shared', 'links', 'known', 'among', 'alone'] as const
export type Question = (typeof QUESTIONS)[number]

/** Where one can know somebody. */
export const KINDS = ['organisation', 'place', 'topic'] as const
export type Kind = (typeof KINDS)[number]

/** Some people under one name: a circle, a tag, those who were marked. */
export interface Ring {
  key: string
  label: string
  /** The tag whose wearers are meant; "" for the people themselves. */
  tag: string
  people: number[]
}

/** The two ends of a question, by the names of their parameters. */
const ENDS = { reach: ['from', 'to'], shared: ['person', 'with'], links: ['between', 'and'] } as const

/** The address of a question, with what it is asked about. */
export function askAddress(question: Question, params: Record<string, string | number> = {}): string {
  return hash(['network', 'questions', question], params)
}

/** Decides what is asked, reads the answer, and knows who in it is marked. The address says the question, so that the way back leads to it. */
export class AskController {
  question = $state<Question>('reach')
  params = $state.raw(new URLSearchParams())
  /** Those whom the question is about, by their ids. */
  named = $state.raw<ReadonlyMap<number, PersonRow>>(new Map())
  circles = $state.raw<Circle[]>()
  routes = $state.raw<PersonRoute[]>()
  answers = $state.raw<Answer[]>()
  readonly marking = new Marking(() => this.answers?.map(({ person }) => person.id) ?? [])
  /** Which person in the book one is; 0 while that is not said. */
  me = $state(0)
  readonly #session: Session
  #round = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** Takes up the question of an address. One that is not asked about anybody begins with who asked last. */
  take(route: Route): void {
    const question = route.path[2] as Question
    this.question = QUESTIONS.includes(question) ? question : 'reach'
    this.params = route.params
    this.marking.reset()
  }

  /** The person at an end of the question, 0 where nobody is chosen yet. */
  end(name: string): number {
    return Number(this.params.get(name)) || (name === 'from' || name === 'person' ? this.me : 0)
  }

  /** What the question is asked about, where it is words: a ring by its key, a kind, a place. */
  about(name: string): string {
    return this.params.get(name) ?? ''
  }

  get kind(): Kind {
    const kind = this.about('kind') as Kind
    return KINDS.includes(kind) ? kind : 'organisation'
  }

  /** Everything is chosen that the question needs. */
  get complete(): boolean {
    if (this.question === 'alone') return true
    if (this.question === 'known') return this.about('word') !== ''
    if (this.question === 'among') return this.whom !== undefined
    if (this.question === 'links') return this.ring('between') !== undefined && this.ring('and') !== undefined
    return ENDS[this.question].every((name) => this.end(name) > 0)
  }

  /** Both ends are the same person. */
  get same(): boolean {
    if (this.question !== 'reach' && this.question !== 'shared') return false
    const [one, other] = ENDS[this.question]
    return this.end(one) > 0 && this.end(one) === this.end(other)
  }

  /** The rings that can be asked about. */
  get rings(): Ring[] {
    const circles = (this.circles ?? []).map(({ name, around, people }): Ring => {
      const label = name || t('circle.around', { name: around })
      return { key: `circle ${label}`, label, tag: '', people }
    })
    const tags = this.#session.tags
      .filter(({ count }) => count > 0)
      .map(({ name }): Ring => ({ key: `tag ${name}`, label: t('ask.circle.tag', { name }), tag: name, people: [] }))
    return [...circles, ...tags]
  }

  /** The ring at an end of the question. */
  ring(name: string): Ring | undefined {
    return this.rings.find(({ key }) => key === this.about(name))
  }

  /** Those who were marked in the list before the question was asked. */
  get chosen(): number[] {
    return this.#session.chosen.ids
  }

  /** Whom "who here knows each other" is about. */
  get whom(): PersonQuery | undefined {
    const ring = this.ring('whom')
    if (ring) return ring.tag ? { ...EVERYONE, allTags: [ring.tag] } : { ...EVERYONE, ids: ring.people }
    return this.chosen.length > 1 ? { ...EVERYONE, ids: this.chosen } : undefined
  }

  /** Asks about somebody or something else. */
  async change(params: Record<string, string | number>): Promise<void> {
    const all = { ...Object.fromEntries(this.params), ...params }
    await this.#session.router.replace(askAddress(this.question, all))
  }

  /** Turns the question round. */
  async swap(): Promise<void> {
    if (this.question === 'known' || this.question === 'among' || this.question === 'alone') return
    const [one, other] = ENDS[this.question]
    const [from, to] = this.question === 'links' ? [this.about(one), this.about(other)] : [this.end(one), this.end(other)]
    await this.change({ [one]: to, [other]: from })
  }

  /** Reads who is named and what the answer is. Of several questions the newest is answered. */
  async ask(): Promise<void> {
    const round = ++this.#round
    await this.#session.attempt(async () => {
      const { network, people, questions } = this.#session.api
      const me = await network.me()
      if (round === this.#round) this.me = me
      const ids = ['from', 'to', 'person', 'with'].map((name) => this.end(name)).filter((id) => id > 0)
      if (this.question === 'links' || this.question === 'among') this.circles = await questions.circles()
      const rows = ids.length > 0 ? (await people.list({ ...EVERYONE, ids }, 0, ids.length)).items : []
      if (round !== this.#round) return
      this.named = new Map(rows.map((row) => [row.id, row]))
      this.routes = this.answers = undefined
      if (!this.complete || this.same) return
      const answer = await this.#answer()
      if (round !== this.#round) return
      this.routes = answer.routes
      this.answers = answer.answers
    })
  }

  async #answer(): Promise<{ routes?: PersonRoute[]; answers?: Answer[] }> {
    const { questions } = this.#session.api
    switch (this.question) {
      case 'reach':
        return { routes: await questions.reach(this.end('from'), this.end('to')) }
      case 'shared':
        return { answers: await questions.shared(this.end('person'), this.end('with')) }
      case 'links': {
        const [one, other] = await Promise.all(['between', 'and'].map((name) => this.#members(this.ring(name))))
        return { answers: await questions.links(one ?? [], other ?? []) }
      }
      case 'known':
        return { answers: await questions.known(this.kind, this.about('word'), this.me) }
      case 'among':
        return { answers: this.whom ? await questions.among(this.whom) : [] }
      case 'alone':
        return { answers: await questions.alone() }
    }
  }

  async #members(ring: Ring | undefined): Promise<number[]> {
    if (!ring?.tag) return ring?.people ?? []
    return this.#session.api.people.ids({ ...EVERYONE, allTags: [ring.tag] })
  }
}
