import type { DuplicatesApi } from '../imports'
import type { Duplicate } from '../views'
import { type FakeBook, rowOf } from './book'

/** Those who follow each other in the book are taken for one; the first of three pairs is sure. */
export function fakeDuplicates(book: FakeBook): DuplicatesApi {
  const judged = new Map<string, 'distinct' | 'later'>()
  const keyOf = (ids: number[]) => [...ids].sort((a, b) => a - b).join(' ')
  const groups = (): Duplicate[] => {
    const rows = book.people.slice(0, 6)
    const list: Duplicate[] = []
    for (let i = 0; i + 1 < rows.length; i += 2) {
      const people = rows.slice(i, i + 2)
      const verdict = judged.get(keyOf(people.map(({ id }) => id)))
      if (verdict === 'distinct') continue
      list.push({
        people: people.map((person) => rowOf(person)),
        sure: i === 0,
        later: verdict === 'later',
        reasons: [{ code: 'same-phone', args: [{ name: 'value', value: '+49 30 123' }] }],
      })
    }
    return [...list.filter(({ later }) => !later), ...list.filter(({ later }) => later)]
  }
  const judge = (kind: string, ids: number[], verdict?: 'distinct' | 'later') =>
    book.operate(kind, '', ids.length, () => {
      if (verdict) judged.set(keyOf(ids), verdict)
      else judged.delete(keyOf(ids))
    })
  return {
    list: async (offset, limit) => {
      const all = groups()
      const sure = all.filter((group) => group.sure && !group.later)
      return {
        total: all.length,
        later: all.filter(({ later }) => later).length,
        sure: sure.length,
        surePeople: sure.length * 2,
        offset,
        items: all.slice(offset, offset + limit),
      }
    },
    mergeSure: async (list) => {
      for (const { people } of list) judged.set(keyOf(people), 'distinct')
      return book.operate('merge-all', '', list.length, () => {})
    },
    compare: async (ids) => {
      const people = ids.map((id) => rowOf(book.person(id)))
      const value = { value: '', types: [], label: '', year: 0, month: 0, day: 0, photo: '', closed: false }
      return {
        people,
        missing: [],
        rows: [
          {
            key: 'name', field: 'name', property: '', single: true, lead: ids[0] ?? 0,
            cells: people.map(({ name }) => ({ values: [{ ...value, value: name }] })),
          },
          {
            key: 'TEL', field: 'phone', property: '', single: false, lead: 0,
            cells: people.map((_, i) => ({ values: i === 0 ? [{ ...value, value: '+49 30 123' }] : [] })),
          },
        ],
      }
    },
    merge: async (ids) => {
      const change = book.operate('merge', book.person(ids[0] ?? 0).name, ids.length - 1, () => judged.set(keyOf(ids), 'distinct'))
      return { person: book.person(ids[0] ?? 0), change }
    },
    distinct: async (ids) => judge('distinct', ids, 'distinct'),
    putOff: async (ids) => judge('put-off', ids, 'later'),
    takeUp: async (ids) => judge('put-off-back', ids),
    parts: async () => [],
    split: async (id) => ({ change: book.operate('split', book.person(id).name, 1, () => {}), stayed: [], gone: [] }),
  }
}
