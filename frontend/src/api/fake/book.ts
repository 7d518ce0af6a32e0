import { Failure } from '../failure'
import type { Change, ConnectionForm, EncounterForm, EventForm, Guest, Introduction, Operation, OperationDetail, OperationPage, Person, PersonQuery, PersonRow, Tag, ThreadForm } from '../views'

/** Two people who know each other; the form says what the other is to the one. */
export interface Tie {
  one: number
  other: number
  form: ConnectionForm
}

interface State {
  people: Person[]
  ties: Tie[]
  encounters: EncounterForm[]
  threads: ThreadForm[]
  events: EventForm[]
  guests: Map<number, Guest[]>
  introductions: Introduction[]
  colours: Map<string, string>
}

interface Entry {
  operation: Operation
  before: State
  after: State
}

/** A book in memory that undoes by keeping what was there before. It is small and slow and exact enough for tests. */
export class FakeBook {
  #state: State
  #journal: Entry[] = []
  #sorted: Person[] | undefined

  constructor(people: Person[]) {
    const names = [...new Set(people.flatMap((p) => p.tags))].sort()
    const colours = new Map(names.map((name, i) => [name, `hue-${(i % 8) + 1}`]))
    this.#state = { people, ties: [], encounters: [], threads: [], introductions: [], events: [], guests: new Map(), colours }
  }

  get people(): Person[] {
    this.#sorted ??= [...this.#state.people].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'de'))
    return this.#sorted
  }

  get ties(): Tie[] {
    return this.#state.ties
  }

  get encounters(): EncounterForm[] {
    return this.#state.encounters
  }

  get introductions(): Introduction[] {
    return this.#state.introductions
  }

  get threads(): ThreadForm[] {
    return this.#state.threads
  }

  get events(): EventForm[] {
    return this.#state.events
  }

  /** The guest list of an event. */
  guests(event: number): Guest[] {
    return this.#state.guests.get(event) ?? []
  }

  person(id: number): Person {
    const found = this.#state.people.find((p) => p.id === id)
    if (!found) throw new Failure('person.gone')
    return found
  }

  find(query: PersonQuery): Person[] {
    return this.people.filter((p) => meets(p, query))
  }

  nextId(): number {
    return Math.max(0, ...this.#state.people.map((p) => p.id)) + 1
  }

  tags(): Tag[] {
    const counts = new Map<string, number>()
    for (const tag of this.#state.people.flatMap((p) => p.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    return [...this.#state.colours]
      .map(([name, colour]) => ({ name, colour, count: counts.get(name) ?? 0 }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de'))
  }

  /** Does one operation. The draft may be changed at will; people in it are to be replaced, not changed. */
  operate(kind: string, name: string, count: number, work: (draft: State) => void): Change {
    const before = this.#state
    const after = { ...before, people: [...before.people], guests: new Map(before.guests), colours: new Map(before.colours) }
    work(after)
    for (const tag of after.people.flatMap((p) => p.tags)) {
      if (!after.colours.has(tag)) after.colours.set(tag, `hue-${(after.colours.size % 8) + 1}`)
    }
    this.#journal = this.#journal.filter((entry) => !entry.operation.undone)
    const id = this.#journal.length + 1
    const at = new Date().toISOString()
    this.#journal.push({
      operation: { id, at, kind, name, count, undone: false, canUndo: true, standsOn: 0 },
      before,
      after,
    })
    this.#become(after)
    return { operation: id, kind, name, count }
  }

  undo(id: number): Operation[] {
    const done = this.#journal.filter((entry) => !entry.operation.undone)
    const from = id === 0 ? done.length - 1 : done.findIndex((entry) => entry.operation.id === id)
    const undone = from < 0 ? [] : done.slice(from)
    const first = undone[0]
    if (!first) throw new Failure('history.nothing')
    for (const entry of undone) entry.operation = { ...entry.operation, undone: true }
    this.#become(first.before)
    return undone.map((entry) => entry.operation).reverse()
  }

  redo(): Operation[] {
    const next = this.#journal.find((entry) => entry.operation.undone)
    if (!next) throw new Failure('history.nothing')
    next.operation = { ...next.operation, undone: false }
    this.#become(next.after)
    return [next.operation]
  }

  history(offset: number, limit: number): OperationPage {
    const all = this.#journal.map((entry) => entry.operation).reverse()
    const standing = all.map((operation, i) => ({ ...operation, standsOn: i }))
    return {
      total: all.length,
      offset,
      items: standing.slice(offset, offset + limit),
      canUndo: all.some((operation) => !operation.undone),
      canRedo: all.some((operation) => operation.undone),
    }
  }

  detail(id: number): OperationDetail {
    const at = this.#journal.findIndex((entry) => entry.operation.id === id)
    const later = this.#journal.slice(at + 1).map((entry) => entry.operation).reverse()
    const { operation } = this.#journal[at] ?? {}
    return {
      known: true,
      people: { added: 0, gone: 0, changed: operation?.count ?? 0 },
      first: [],
      things: [],
      later,
      laterCount: later.length,
    }
  }

  #become(state: State): void {
    this.#state = state
    this.#sorted = undefined
  }
}

/** The line of the list for a person. */
export function rowOf(p: Person): PersonRow {
  return {
    id: p.id,
    name: p.name,
    organisation: p.organisation,
    title: p.title,
    tags: p.tags,
    photo: p.photo,
    letter: letterOf(p),
    kind: p.kind,
  }
}

/** The section of the list that a person stands in. */
export function letterOf(p: Person): string {
  const first = sortKey(p).normalize('NFD').charAt(0).toUpperCase()
  return /\p{L}/u.test(first) ? first : '#'
}

function sortKey(p: Person): string {
  return `${p.family || p.given} ${p.given}`
}

function meets(p: Person, q: PersonQuery): boolean {
  const words = fold(q.text).split(/\s+/).filter(Boolean)
  const text = fold([p.name, p.organisation, p.title, ...p.tags, ...p.notes, ...p.phones.map((v) => v.value)].join(' '))
  return (
    words.every((word) => text.includes(word)) &&
    (q.anyTags.length === 0 || q.anyTags.some((tag) => p.tags.includes(tag))) &&
    q.allTags.every((tag) => p.tags.includes(tag)) &&
    !q.noTags.some((tag) => p.tags.includes(tag)) &&
    (!q.untagged || p.tags.length === 0) &&
    (!q.organisation || p.organisation === q.organisation) &&
    (q.topics.length === 0 || p.topics.some((one) => q.topics.includes(one.name) && (!q.topicKind || one.kind === q.topicKind))) &&
    (!q.import || p.source.operation === q.import) &&
    (q.ids.length === 0 || q.ids.includes(p.id))
  )
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
}
