import type { Address, DateValue, Person, PersonForm, Position, Topic, Value } from '../../api/views'
import { tellingTypes } from '../../i18n/types'
import type { Session } from '../../session/session.svelte'
import { type Plural, TYPES } from './labels'

/** The index of a value that has no line in the card yet. */
export const NEW_LINE = -1

/** The choice of a label that the person writes themselves. */
export const OWN_LABEL = 'own'

/** The simple fields of the form, in its order. */
export const NAMES = ['prefixes', 'given', 'additional', 'family', 'suffixes'] as const
export const WORK = ['organisation', 'unit', 'title', 'role', 'since', 'until'] as const

/** A value in the form. key tells it apart while it is being edited. */
type Keyed<T> = T & { key: number }

type Line = Value | Address | DateValue | Topic | Position

const LINES = ['phones', 'emails', 'links', 'messengers', 'addresses', 'dates', 'topics', 'further'] as const

/** What a person can have several of. */
type Several = Plural | 'dates' | 'topics' | 'further' | 'notes'

interface Draft extends Omit<PersonForm, 'nicknames' | Several> {
  nicknames: string
  phones: Keyed<Value>[]
  emails: Keyed<Value>[]
  links: Keyed<Value>[]
  messengers: Keyed<Value>[]
  addresses: Keyed<Address>[]
  dates: Keyed<DateValue>[]
  topics: Keyed<Topic>[]
  further: Keyed<Position>[]
  notes: { key: number; text: string }[]
}

/** Holds what is being written about a person until it is saved or let go. */
export class FormController {
  draft = $state() as Draft
  saving = $state(false)
  readonly #session: Session
  readonly #id: number | undefined
  readonly #before: string
  #person: PersonForm
  #key = 0

  /** A form for a person, or for a new one. */
  constructor(session: Session, person: Person | undefined) {
    this.#session = session
    this.#id = person?.id
    this.#person = person ?? NOBODY
    this.draft = this.#draftOf(this.#person)
    this.#before = this.#written()
  }

  /** Something was written that is not in the book. */
  get dirty(): boolean {
    return this.#written() !== this.#before
  }

  /** There is something that a person could be found by. */
  get enough(): boolean {
    const { draft } = this
    const named = [draft.name, draft.given, draft.family, draft.organisation, draft.nicknames].some((text) => text.trim())
    return named || formOf(draft).phones.length > 0 || formOf(draft).emails.length > 0
  }

  /** Writes a part of the name. The name that is shown follows, unless it was always another one. */
  rename(part: (typeof NAMES)[number], text: string): void {
    const follows = WAYS.find((way) => way(this.draft) === this.draft.name.trim())
    this.draft[part] = text
    if (follows) this.draft.name = follows(this.draft)
  }

  /** Adds an empty value. */
  add(kind: Several): void {
    const key = ++this.#key
    const types: string[] = kind === 'phones' ? ['cell'] : kind === 'addresses' || kind === 'emails' ? ['home'] : []
    const line = { key, index: NEW_LINE, types, label: '' }
    if (kind === 'dates') {
      const held = this.draft.dates.some((date) => date.kind === 'birthday')
      this.draft.dates.push({ ...line, kind: held ? 'anniversary' : 'birthday', year: 0, month: 0, day: 0, text: '' })
    } else if (kind === 'topics') {
      this.draft.topics.push({ key, index: NEW_LINE, name: '', kind: 'interest', level: '', since: '' })
    } else if (kind === 'further') {
      this.draft.further.push({ key, index: NEW_LINE, organisation: '', unit: '', title: '', role: '', since: '', until: '' })
    } else if (kind === 'notes') {
      this.draft.notes.push({ key, text: '' })
    } else if (kind === 'addresses') {
      const parts = { poBox: '', extended: '', street: '', city: '', region: '', postalCode: '', country: '' }
      this.draft.addresses.push({ ...line, ...parts, formatted: '' })
    } else {
      this.draft[kind].push({ ...line, value: '', e164: '', kind: '', preferred: false })
    }
  }

  /** Takes a value away. */
  drop(kind: Several, key: number): void {
    const lines = this.draft[kind] as { key: number }[]
    const at = lines.findIndex((line) => line.key === key)
    if (at >= 0) lines.splice(at, 1)
  }

  /**
   * Takes notice that the person was changed beneath the form, by a new picture or an undo. What was written stays, and each
   * line of it is found again in the card as it is now; one that is gone from there becomes a new line.
   */
  rebase(person: Person): void {
    for (const kind of LINES) {
      const free: Line[] = [...person[kind]]
      for (const line of this.draft[kind] as Line[]) {
        const before = (this.#person[kind] as Line[]).find(({ index }) => index === line.index)
        const at = before ? free.findIndex((one) => said(one) === said(before)) : -1
        line.index = at < 0 ? NEW_LINE : (free.splice(at, 1)[0]?.index ?? NEW_LINE)
      }
    }
    this.#person = person
  }

  /** Saves. Answers the person's id, or undefined when it did not work; what was written stays then. */
  async save(): Promise<number | undefined> {
    const id = this.#id
    this.saving = true
    const form = formOf(this.draft)
    const { people } = this.#session.api
    const done = await this.#session.change(() => (id === undefined ? people.add(form) : people.edit(id, form)))
    this.saving = false
    return done?.person.id
  }

  #written(): string {
    return said(formOf(this.draft))
  }

  #draftOf(p: PersonForm): Draft {
    const keyed = <T>(lines: T[]): Keyed<T>[] => lines.map((line) => ({ ...line, key: ++this.#key }))
    return {
      name: p.name, family: p.family, given: p.given, additional: p.additional, prefixes: p.prefixes, suffixes: p.suffixes,
      organisation: p.organisation, unit: p.unit, title: p.title, role: p.role, since: p.since, until: p.until,
      tags: [...p.tags],
      nicknames: p.nicknames.join(', '),
      phones: keyed(p.phones), emails: keyed(p.emails), links: keyed(p.links), messengers: keyed(p.messengers),
      addresses: keyed(p.addresses), dates: keyed(p.dates), topics: keyed(p.topics), further: keyed(p.further),
      notes: p.notes.map((text) => ({ text, key: ++this.#key })),
    }
  }
}

/** The choice of the label select that a value stands at: a type, "" for none, or OWN_LABEL. */
export function choiceOf(value: { types: string[]; label: string }): string {
  return value.label ? OWN_LABEL : tellingTypes(value.types).join(' ')
}

/** The choices of the label select: the usual ones, and what the value has already. */
export function choicesOf(kind: Plural, value: { types: string[]; label: string }): string[] {
  const own = tellingTypes(value.types).join(' ')
  const usual: string[] = [...TYPES[kind]]
  return [...(usual.includes(own) ? [] : [own]), ...usual, OWN_LABEL]
}

/** Puts a chosen label on a value. What its types say beside that, such as "pref", stays. */
export function label(value: { types: string[]; label: string }, choice: string, own: string): void {
  if (choice === OWN_LABEL) {
    value.label ||= own
    return
  }
  const told = tellingTypes(value.types)
  const silent = value.types.filter((type) => !told.includes(type.toLowerCase()))
  value.types = [...choice.split(' ').filter(Boolean), ...silent]
  value.label = ''
}

/** What the form sends to the book: trimmed, and without what was left empty. */
export function formOf(draft: Draft): PersonForm {
  const text = (value: string) => value.trim()
  const values = (lines: Keyed<Value>[]) => lines.map((v) => plain({ ...v, value: text(v.value) })).filter((v) => v.value)
  return {
    name: text(draft.name), family: text(draft.family), given: text(draft.given), additional: text(draft.additional),
    prefixes: text(draft.prefixes), suffixes: text(draft.suffixes), organisation: text(draft.organisation), unit: text(draft.unit),
    title: text(draft.title), role: text(draft.role), since: text(draft.since), until: text(draft.until), tags: draft.tags,
    nicknames: draft.nicknames.split(',').map(text).filter(Boolean),
    phones: values(draft.phones), emails: values(draft.emails), links: values(draft.links), messengers: values(draft.messengers),
    addresses: draft.addresses.map(plain).filter((a) => [a.poBox, a.extended, a.street, a.city, a.region, a.postalCode, a.country].some(text)),
    dates: draft.dates.map(plain).filter((date) => date.year || date.month || date.day || date.text),
    topics: draft.topics.map((topic) => plain({ ...topic, name: text(topic.name), since: text(topic.since) })).filter(({ name }) => name),
    further: draft.further.map(plain).filter((p) => [p.organisation, p.unit, p.title, p.role].some(text)),
    notes: draft.notes.map((note) => note.text.trimEnd()).filter(Boolean),
  }
}

type Names = Record<(typeof NAMES)[number], string>

const joined = (...parts: string[]) => parts.map((part) => part.trim()).filter(Boolean).join(' ')

// How cards make the shown name of its parts.
const WAYS: ((n: Names) => string)[] = [
  (n) => joined(n.prefixes, n.given, n.additional, n.family, n.suffixes),
  (n) => joined(n.given, n.additional, n.family),
  (n) => joined(n.given, n.family),
  (n) => joined(n.family, n.given),
  (n) => `${n.family}${n.given}`,
  (n) => [n.family, n.given].filter(Boolean).join(', '),
]

// What is said, wherever in the card it stands.
function said(what: unknown): string {
  return JSON.stringify(what, (name, value: unknown) => (name === 'index' ? undefined : value))
}

function plain<T>({ key, ...line }: Keyed<T>): T {
  return line as T
}

const NOBODY: PersonForm = {
  name: '', family: '', given: '', additional: '', prefixes: '', suffixes: '', nicknames: [], organisation: '', unit: '', title: '',
  role: '', since: '', until: '', further: [], topics: [], phones: [], emails: [], links: [], messengers: [], addresses: [], dates: [], notes: [], tags: [],
}
