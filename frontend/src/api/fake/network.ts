import type { NetworkApi } from '../api'
import type { Arranging } from '../views'
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
    async disconnect(ids) {
      return book.operate('disconnect', names(ids), book.ties.filter(joins(ids)).length, (draft) => {
        draft.ties = draft.ties.filter((tie) => !joins(ids)(tie))
      })
    },
  }
}
