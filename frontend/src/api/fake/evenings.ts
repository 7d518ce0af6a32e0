import { Failure } from '../failure'
import type { EveningsApi } from '../events'
import type { EveningGuest, Guest } from '../views'
import type { FakeBook } from './book'

/** The evenings of a fake book: whoever is in the book is suggested. */
export function fakeEvenings(book: FakeBook): EveningsApi {
  const noted = new Map<number, Pick<EveningGuest, 'promise' | 'topics'>>()
  const written = new Set<number>()
  const eventOf = (guest: number): number => {
    const at = book.events.find(({ id }) => book.guests(id).some((one) => one.id === guest))
    if (!at) throw new Failure('not-found')
    return at.id
  }
  const change = (kind: string, ids: number[], to: (guest: Guest) => Guest) =>
    book.operate(kind, '', ids.length, (draft) => {
      const event = eventOf(ids[0] ?? 0)
      draft.guests.set(event, book.guests(event).map((one) => (ids.includes(one.id) ? to(one) : one)))
    })
  const view = (guest: Guest): EveningGuest => {
    const match = guest.matches[0]
    const person = match?.sure ? match.person.id : 0
    return {
      id: guest.id, line: guest.line, name: guest.name, organisation: guest.organisation, role: guest.role, person, photo: '',
      may: match && !match.sure ? [match.person] : [], reasons: [],
      coffee: guest.coffee, status: guest.status, remark: guest.remark, promise: '', topics: [], ...noted.get(guest.id), written: written.has(guest.id),
    }
  }
  return {
    async read(event) {
      const guests = book.guests(event).map(view)
      const suggested = guests.filter(({ person }) => person).map(({ id }) => id).slice(0, 5)
      return { guests, suggested, turnout: { names: guests.length, low: 0, high: guests.length, source: 'told' }, came: 0 }
    },
    choose: async (ids, coffee) => change(coffee ? 'coffee' : 'coffee-gone', ids, (guest) => ({ ...guest, coffee })),
    see: async (ids, status) => change(`guest-${status}`, ids, (guest) => ({ ...guest, status })),
    async note({ guest, remark, promise, topics }) {
      noted.set(guest, { promise, topics })
      return change('guest-noted', [guest], (one) => ({ ...one, remark }))
    },
    async writeDown(event) {
      for (const { id, status } of book.guests(event)) if (status === 'met') written.add(id)
      return { change: book.operate('afterwards', '', 1, () => {}), waiting: [] }
    },
    came: async () => book.operate('turnout', '', 1, () => {}),
  }
}
