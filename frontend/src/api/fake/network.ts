import type { NetworkApi } from '../network'
import type { Arranging, Person } from '../views'
import type { FakeBook, Tie } from './book'
import { fakePictures } from './picture'

const INVERSE: Record<string, string> = { parent: 'child', child: 'parent', manager: 'report', report: 'manager' }

/** The connections of a fake book. */
export function fakeNetwork(book: FakeBook, tell: (arranging: Arranging) => void): NetworkApi {
  const joins = (ids: number[]) => (tie: Tie) => ids.includes(tie.one) && ids.includes(tie.other)
  const names = (ids: number[]) => ids.map((id) => book.person(id).name).join(', ')
  return {
    ...fakePictures(book, tell),
    kinds: async () => ['knows', 'colleague', 'friend', 'parent', 'child', 'manager', 'report'],
    async connections(id) {
      return book.ties
        .filter((tie) => tie.one === id || tie.other === id)
        .map(({ one, other, form }) => {
          const person = one === id ? other : one
          const kind = one === id ? form.kind : (INVERSE[form.kind] ?? form.kind)
          return { ...form, kind, person, name: book.person(person).name }
        })
    },
    async connect(ids, form) {
      const pairs = ids.flatMap((one, i) => ids.slice(i + 1).map((other) => ({ one, other, form })))
      return book.operate('connect', names(ids), pairs.length, (draft) => {
        draft.ties = [...draft.ties.filter((tie) => !joins(ids)(tie)), ...pairs]
      })
    },
    async link(id, named, other) {
      return book.operate('connect', names([id, other]), 1, (draft) => {
        draft.ties = [...draft.ties, tieTo(id, other)]
        draft.people = draft.people.map((p) => (p.id === id ? found(p, named) : p))
      })
    },
    async addNamed(id, named) {
      const fresh = { ...book.person(id), id: book.nextId(), name: named, related: [], tags: [] }
      const change = book.operate('add', named, 1, (draft) => {
        draft.people = [...draft.people.map((p) => (p.id === id ? found(p, named) : p)), fresh]
        draft.ties = [...draft.ties, tieTo(id, fresh.id)]
      })
      return { person: fresh, change }
    },
    async disconnect(ids) {
      return book.operate('disconnect', names(ids), book.ties.filter(joins(ids)).length, (draft) => {
        draft.ties = draft.ties.filter((tie) => !joins(ids)(tie))
      })
    },
  }
}

function tieTo(one: number, other: number): Tie {
  return { one, other, form: { kind: 'knows', word: '', since: '', how: '', note: '', closed: false } }
}

function found(p: Person, named: string): Person {
  return { ...p, related: p.related.map((one) => (one.value === named ? { ...one, inBook: true } : one)) }
}
