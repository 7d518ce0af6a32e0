import type { PeopleApi, TagsApi } from '../people'
import { Failure } from '../failure'
import type { Letter, Person, PersonChange, PersonForm } from '../views'
import { type FakeBook, letterOf, rowOf } from './book'

/** The people of a fake book. */
export function fakePeople(book: FakeBook): PeopleApi {
  const edited = (id: number, kind: string, work: (p: Person) => Person): PersonChange => {
    const name = book.person(id).name
    const change = book.operate(kind, name, 1, (draft) => {
      draft.people = draft.people.map((p) => (p.id === id ? work(p) : p))
    })
    return { person: book.person(id), change }
  }
  return {
    async list(query, offset, limit) {
      const found = book.find(query)
      return { total: found.length, offset, items: found.slice(offset, offset + limit).map(rowOf) }
    },
    async letters(query) {
      const letters: Letter[] = []
      book.find(query).forEach((p, offset) => {
        const letter = letterOf(p)
        if (letters.at(-1)?.letter !== letter) letters.push({ letter, offset })
      })
      return letters
    },
    ids: async (query) => book.find(query).map((p) => p.id),
    read: async (id) => book.person(id),
    async add(form) {
      const id = book.nextId()
      const person = formed(blank(id), form)
      if (!person.name) throw new Failure('nameless')
      const change = book.operate('add', person.name, 1, (draft) => draft.people.push(person))
      return { person, change }
    },
    edit: async (id, form) => edited(id, 'edit', (p) => formed(p, form)),
    async remove(ids) {
      const name = ids.length === 1 && ids[0] ? book.person(ids[0]).name : ''
      return book.operate('delete', name, ids.length, (draft) => {
        draft.people = draft.people.filter((p) => !ids.includes(p.id))
      })
    },
    setPhoto: async (id) => edited(id, 'photo', (p) => ({ ...p, photo: PHOTO })),
    removePhoto: async (id) => edited(id, 'photo-removed', (p) => ({ ...p, photo: '' })),
    async organisations(prefix) {
      const counts = new Map<string, number>()
      for (const { organisation } of book.people) counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
      return [...counts]
        .filter(([name]) => name && name.toLowerCase().startsWith(prefix.toLowerCase()))
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => a.name.localeCompare(b.name, 'de'))
    },
  }
}

/** The tags of a fake book. */
export function fakeTags(book: FakeBook): TagsApi {
  const retag = (kind: string, name: string, work: (p: Person) => string[], keep?: (colours: Map<string, string>) => void) => {
    const touched = book.people.filter((p) => work(p).join() !== p.tags.join())
    return book.operate(kind, name, touched.length, (draft) => {
      draft.people = draft.people.map((p) => ({ ...p, tags: work(p) }))
      keep?.(draft.colours)
    })
  }
  const replace = (names: string[], into: string) => (p: Person) =>
    p.tags.some((tag) => names.includes(tag)) ? [...new Set(p.tags.map((tag) => (names.includes(tag) ? into : tag)))] : p.tags
  return {
    list: async () => book.tags(),
    create: async (name, colour) => book.operate('tag-created', name, 0, (draft) => draft.colours.set(name, colour || 'hue-1')),
    rename: async (name, to) =>
      retag('tag-renamed', to, replace([name], to), (colours) => {
        colours.set(to, colours.get(to) ?? colours.get(name) ?? 'hue-1')
        colours.delete(name)
      }),
    colour: async (name, colour) => book.operate('tag-coloured', name, 0, (draft) => draft.colours.set(name, colour)),
    remove: async (name) =>
      retag('tag-deleted', name, (p) => p.tags.filter((tag) => tag !== name), (colours) => colours.delete(name)),
    merge: async (names, into) =>
      retag('tag-merged', into, replace(names, into), (colours) => {
        for (const name of names) if (name !== into) colours.delete(name)
      }),
    put: async (name, ids) =>
      retag('tag', name, (p) => (ids.includes(p.id) && !p.tags.includes(name) ? [...p.tags, name] : p.tags)),
    take: async (name, ids) => retag('untag', name, (p) => (ids.includes(p.id) ? p.tags.filter((tag) => tag !== name) : p.tags)),
  }
}

function formed(p: Person, form: PersonForm): Person {
  const name = form.name || [form.prefixes, form.given, form.additional, form.family].filter(Boolean).join(' ')
  return { ...p, ...form, name: name || form.organisation, changed: new Date().toISOString() }
}

function blank(id: number): Person {
  return {
    id, uid: `urn:uuid:added-${id}`, name: '', derived: false, family: '', given: '', additional: '', prefixes: '', suffixes: '',
    nicknames: [], kind: 'individual', organisation: '', unit: '', title: '', role: '', since: '', until: '', further: [], topics: [], phones: [], emails: [], links: [],
    messengers: [], addresses: [], dates: [], notes: [], tags: [], related: [], others: [], photo: '', photoUrl: '',
    source: { operation: 0, file: '', at: '' }, created: new Date().toISOString(), changed: new Date().toISOString(),
  }
}

const PHOTO =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Cpath fill="%23c9a27e" d="M0 0h8v8H0z"/%3E%3Ccircle cx="4" cy="3" r="1.6" fill="%23694a33"/%3E%3Cpath d="M1 8a3 3 0 0 1 6 0z" fill="%23694a33"/%3E%3C/svg%3E'
