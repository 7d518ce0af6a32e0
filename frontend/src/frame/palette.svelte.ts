import { computeCommandScore } from 'bits-ui'
import { EVERYONE, type PersonRow, type TopicCount } from '../api/views'
import { called, t } from '../i18n/i18n.svelte'
import { type Command, binding } from '../session/keymap'
import { hash } from '../session/router.svelte'
import type { Session } from '../session/session.svelte'

/** Something that the palette can do or go to. */
export interface Entry {
  key: string
  text: string
  /** What stands beside it, smaller. */
  detail: string
  /** The key that does the same; "" where there is none. */
  keys: string
  kind: 'action' | 'person' | 'tag' | 'topic' | 'organisation'
  /** The picture of a person, or the colour of a tag. */
  look: string
  run: () => void
}

const PEOPLE = 8
// Where there is more than people, they leave room for it.
const FEW = 5
const TAGS = 6
const OTHERS = 4

/** Decides what the palette offers: what can be done here, the people and the tags that fit what is typed. */
export class PaletteController {
  typed = $state('')
  found = $state.raw<PersonRow[]>([])
  #organisations = $state.raw<string[]>([])
  #topics = $state.raw<TopicCount[] | undefined>()
  /** What was typed when these were found. */
  answered = $state<string>()
  readonly #session: Session
  readonly #commands: Command[]
  #asked = 0

  constructor(session: Session) {
    this.#session = session
    // What can be done is what could be done where the palette was opened.
    this.#commands = session.keys.available.filter((command) => binding(command).palette)
  }

  get actions(): Entry[] {
    const entries = this.#commands.map((command): Entry => ({
      key: `action ${command}`,
      text: t(`keys.${command}`),
      detail: '',
      keys: binding(command).keys[0] ?? '',
      kind: 'action',
      look: '',
      run: () => void this.#session.keys.give(command),
    }))
    return this.#fitting(entries)
  }

  get people(): Entry[] {
    const others = this.organisations.length + this.topics.length
    return this.found.slice(0, others > 0 ? FEW : PEOPLE).map((row) => ({
      key: `person ${row.id}`,
      text: called(row.name),
      detail: [row.title, row.organisation].filter(Boolean).join(' · '),
      keys: '',
      kind: 'person',
      look: row.photo,
      run: () => void this.#session.router.go(hash(['people', row.id])),
    }))
  }

  get tags(): Entry[] {
    if (!this.typed.trim()) return []
    const entries = this.#session.tags.map((tag): Entry => ({
      key: `tag ${tag.name}`,
      text: tag.name,
      detail: t('people.count', { n: tag.count }),
      keys: '',
      kind: 'tag',
      look: tag.colour,
      run: () => void this.#session.router.go(hash(['people'], { tag: tag.name })),
    }))
    return this.#fitting(entries).slice(0, TAGS)
  }

  get organisations(): Entry[] {
    return this.#organisations.map((name) => ({
      key: `organisation ${name}`,
      text: name,
      detail: '',
      keys: '',
      kind: 'organisation',
      look: '',
      run: () => void this.#session.router.go(hash(['organisations', name])),
    }))
  }

  get topics(): Entry[] {
    if (!this.typed.trim()) return []
    const entries = (this.#topics ?? []).map(({ name, people }): Entry => ({
      key: `topic ${name}`,
      text: name,
      detail: t('people.count', { n: people }),
      keys: '',
      kind: 'topic',
      look: '',
      run: () => void this.#session.router.go(hash(['topics', name])),
    }))
    return this.#fitting(entries).slice(0, OTHERS)
  }

  /** Looks for people, organisations and topics by what is typed. Only the newest answer counts. */
  async search(): Promise<void> {
    const asked = ++this.#asked
    const { typed } = this
    const text = typed.trim()
    const { people, topics } = this.#session.api
    const found = text
      ? await this.#session.attempt(() =>
          Promise.all([people.list({ ...EVERYONE, text }, 0, PEOPLE), topics.organisations(text), this.#topics ?? topics.list()]),
        )
      : undefined
    if (asked !== this.#asked) return
    const [page, organisations = [], all] = found ?? []
    this.found = page?.items ?? []
    this.#organisations = organisations.slice(0, OTHERS)
    this.#topics ??= all
    this.answered = typed
  }

  #fitting(entries: Entry[]): Entry[] {
    const typed = this.typed.trim()
    if (!typed) return entries
    return entries
      .map((entry) => ({ entry, fit: computeCommandScore(entry.text, typed) }))
      .filter(({ fit }) => fit > 0)
      .toSorted((a, b) => b.fit - a.fit)
      .map(({ entry }) => entry)
  }
}
