import { Failure } from '../failure'
import type { EventsApi } from '../api'
import type { Event, EventForm, Guest } from '../views'
import type { FakeBook } from './book'

const TODAY = '2026-11-22'

/** The events and guest lists of a fake book. */
export function fakeEvents(book: FakeBook): EventsApi {
  const found = (id: number): EventForm => {
    const event = book.events.find((one) => one.id === id)
    if (!event) throw new Failure('not-found')
    return event
  }
  const view = (form: EventForm): Event => ({
    ...form, past: form.when !== '' && form.when.slice(0, 10) < TODAY, guests: book.guests(form.id).length,
  })
  const event = (guest: number): number => {
    const at = book.events.find(({ id }) => book.guests(id).some((one) => one.id === guest))
    if (!at) throw new Failure('not-found')
    return at.id
  }
  const change = (id: number, to: (guest: Guest) => Guest): Guest[] => book.guests(event(id)).map((one) => (one.id === id ? to(one) : one))

  return {
    async list() {
      const all = book.events.map(view)
      const coming = all.filter(({ past, when }) => !past && when).sort((a, b) => a.when.localeCompare(b.when))
      const past = all.filter((one) => one.past).sort((a, b) => b.when.localeCompare(a.when))
      return [...coming, ...all.filter(({ when }) => !when), ...past]
    },
    read: async (id) => view(found(id)),
    async save(form) {
      if (!form.title.trim()) throw new Failure('invalid-event-empty')
      const id = form.id || Math.max(0, ...book.events.map((one) => one.id)) + 1
      const done = book.operate(form.id ? 'event-changed' : 'event', form.title, 1, (draft) => {
        draft.events = [...draft.events.filter((one) => one.id !== id), { ...form, id }]
      })
      return { event: id, change: done }
    },
    async remove(id) {
      return book.operate('event-gone', found(id).title, 1, (draft) => {
        draft.events = draft.events.filter((one) => one.id !== id)
      })
    },
    guests: async (id) => book.guests(id),
    async recognise(guest, person) {
      const name = book.guests(event(guest)).find(({ id }) => id === guest)?.name ?? ''
      return book.operate('guest-is', name, 1, (draft) => {
        const decided = (one: Guest): Guest => ({
          ...one, person, stranger: person === 0, matches: one.matches.filter((match) => match.person.id === person).map((match) => ({ ...match, sure: true, reasons: [] })),
        })
        draft.guests.set(event(guest), change(guest, decided))
      })
    },
    async uninvite(guests) {
      return book.operate('guests-gone', '', guests.length, (draft) => {
        for (const [id, list] of draft.guests) draft.guests.set(id, list.filter((one) => !guests.includes(one.id)))
      })
    },
  }
}
