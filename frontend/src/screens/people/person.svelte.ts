import type { Connection, Person } from '../../api/views'
import { list, partialDate, t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'
import { type Plural, dateLabel, labelOf } from './labels'

/** One line of the detail: what it is, what it says, and what can be done with it beside copying. */
export interface Line {
  key: string
  label: string
  text: string
  /** A mailto:, tel: or https: address; "" where there is nothing to open. */
  link: string
  action: 'mail' | 'call' | 'open' | undefined
}

/** Decides what the detail shows of a person, and does what one can do with their values. */
export class PersonController {
  person = $state.raw<Person | undefined>()
  /** Whom they know, of those in the book. */
  connections = $state.raw<Connection[]>([])
  /** The person is not in the book, or no longer. */
  gone = $state(false)
  readonly #session: Session
  #asked = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** How one reaches them: phones, mails, messengers, links, addresses. */
  reach: Line[] = $derived.by(() => (this.person ? reachOf(this.person) : []))

  /** Their days: birthday, anniversary and others. */
  dates: Line[] = $derived.by(() =>
    (this.person?.dates ?? []).map((date, i) => ({
      key: `date ${i}`,
      label: dateLabel(date),
      text: partialDate(date) || date.text,
      link: '',
      action: undefined,
    })),
  )

  /** What they do, in one line; that it is an organisation, for the card of one. */
  work = $derived.by(() => {
    const p = this.person
    if (!p) return ''
    const company = p.kind === 'org' ? t('people.company') : ''
    return [company, p.title, p.role, p.unit].filter(Boolean).join(' · ')
  })

  /** The organisation they do it at. That of the card of an organisation is shown by its kind. */
  where = $derived.by(() => this.person?.organisation ?? '')

  /** Since when they are there, or until when they were. */
  years = $derived.by(() => {
    const { since = '', until = '' } = this.person ?? {}
    if (since && until) return t('about.years', { since, until })
    return since ? t('about.since', { since }) : until && t('about.until', { until })
  })

  /** Reads a person. The one before stays to be seen until then, so that nothing flickers. */
  async read(id: number): Promise<void> {
    const asked = ++this.#asked
    try {
      const { people, network } = this.#session.api
      const [person, connections] = await Promise.all([people.read(id), network.connections(id)])
      if (asked !== this.#asked) return
      this.person = person
      this.connections = connections
      this.gone = false
    } catch {
      if (asked !== this.#asked) return
      this.person = undefined
      this.gone = true
    }
  }

  /** Copies a line, and says so. */
  async copy(line: Line): Promise<void> {
    await this.#session.attempt(async () => {
      await this.#session.api.shell.copy(line.text)
      this.#session.notices.say(t('people.copied', { what: line.text.replaceAll('\n', ', ') }))
    })
  }

  /** Hands a line to the system's program for it. */
  async follow(line: Line): Promise<void> {
    await this.#session.attempt(() => this.#session.api.shell.openLink(line.link))
  }

  /** Does the first of an action there is. Answers whether there is one. */
  first(action: Line['action']): boolean {
    const line = this.reach.find((one) => one.action === action)
    if (line) void this.follow(line)
    return line !== undefined
  }

  /** Takes a tag off the person. */
  async untag(tag: string): Promise<void> {
    const { person } = this
    if (person) await this.#session.change(() => this.#session.api.tags.take(tag, [person.id]))
  }

  /** Takes a connection back. */
  async disconnect({ person }: Connection): Promise<void> {
    const one = this.person
    if (one) await this.#session.change(() => this.#session.api.network.disconnect([one.id, person]))
  }

  /** Puts whom the card names into the book. */
  async addNamed(named: string): Promise<void> {
    const { person } = this
    if (person) await this.#session.change(() => this.#session.api.network.addNamed(person.id, named))
  }

  /** Lets the person who sits here choose a picture. */
  async choosePhoto(): Promise<void> {
    const { api } = this.#session
    const { person } = this
    const path = await this.#session.attempt(() => api.shell.choosePhoto())
    if (person && path) await this.#session.change(() => api.people.setPhoto(person.id, path))
  }

  /** Takes the picture away. */
  async removePhoto(): Promise<void> {
    const { person } = this
    if (person) await this.#session.change(() => this.#session.api.people.removePhoto(person.id))
  }
}

function reachOf(p: Person): Line[] {
  const line = (kind: Plural, i: number, label: string, text: string, link = '', action?: Line['action']): Line => ({
    key: `${kind} ${i}`,
    label,
    text,
    link: link && text ? link : '',
    action: link ? action : undefined,
  })
  return [
    ...p.phones.map((v, i) => line('phones', i, labelOf(v, 'phones'), v.value, telOf(v.e164 || v.value), 'call')),
    ...p.emails.map((v, i) => line('emails', i, labelOf(v, 'emails'), v.value, `mailto:${v.value}`, 'mail')),
    ...p.messengers.map((v, i) => line('messengers', i, v.label || v.kind || labelOf(v, 'messengers'), v.value)),
    ...p.links.map((v, i) => line('links', i, labelOf(v, 'links'), v.value, httpsOf(v.value), 'open')),
    ...p.addresses.map((a, i) => line('addresses', i, labelOf(a, 'addresses'), a.formatted || partsOf(a))),
  ]
}

function partsOf(a: Person['addresses'][number]): string {
  return [a.street, `${a.postalCode} ${a.city}`.trim(), a.region, a.country].filter(Boolean).join('\n')
}

function telOf(number: string): string {
  const digits = number.replace(/[^+\d]/g, '')
  return digits ? `tel:${digits}` : ''
}

// Only https is handed out; an address without a scheme is meant that way.
function httpsOf(address: string): string {
  if (/^https:/i.test(address)) return address
  if (/^http:/i.test(address)) return address.replace(/^http:/i, 'https:')
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? '' : `https://${address}`
}

/** The nicknames as one line: "Anni und Lena". */
export function nicknames(p: Person): string {
  return list(p.nicknames)
}
