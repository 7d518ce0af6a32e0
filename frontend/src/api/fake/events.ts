import { Failure } from '../failure'
import type { EventsApi, GuestListsApi } from '../events'
import type { Event, EventForm, Guest, GuestForm, GuestList, GuestShape } from '../views'
import { type FakeBook, rowOf } from './book'

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

/** Reads lists as far as tests need it: a name a line, a company behind a comma; a line in capitals is a heading. */
export function fakeGuestLists(book: FakeBook): GuestListsApi {
  const read = async (_event: number, text: string, shapes: GuestShape[]): Promise<GuestList> => {
    const fields = shapes[0]?.fields ?? ['name', 'organisation']
    const lines = text.split('\n').map((line, i) => ({ line: i + 1, text: line, cells: line.split(',').map((cell) => cell.trim()) }))
    const heading = (line: string) => line === line.toUpperCase()
    return {
      from: { title: '', when: '', others: 0, fits: false },
      guests: lines.filter(({ text: line }) => !heading(line)).map(({ line, text: came, cells }): GuestForm => {
        const cell = (field: string) => cells[fields.indexOf(field)] ?? ''
        return {
          line, text: came, name: cell('name'), family: '', given: '', prefixes: '', suffixes: '', before: '', organisation: cell('organisation'),
          role: cell('role'), mail: cell('mail'), phone: '', note: '', twin: 0, already: false, mended: false,
        }
      }),
      skipped: lines.filter(({ text: line }) => heading(line)).map(({ line, text: came }) => ({ line, text: came, why: came ? 'heading' : 'blank' })),
      shapes: [{ separator: 'comma', fields, headers: ['', ''], samples: lines.map(({ cells }) => cells), lines: lines.length }],
    }
  }
  return {
    choose: async () => '/home/du/gaeste.csv',
    chooseInvitation: async () => '',
    invitation: async () => {
      throw new Failure('calendar-broken')
    },
    fields: async () => ['name', 'organisation', 'role', 'mail', 'skip'],
    read,
    readFile: read,
    add: async () => {
      throw new Failure('calendar-broken')
    },
    renew: async () => {
      throw new Failure('calendar-broken')
    },
    async invite(_job, event, guests) {
      const taken = Math.max(0, ...book.events.flatMap(({ id }) => book.guests(id).map((guest) => guest.id)))
      return book.operate('guests', book.events.find(({ id }) => id === event)?.title ?? '', guests.length, (draft) => {
        const added = guests.map((form, i): Guest => {
          const likely = form.name ? book.people.filter(({ family }) => family !== '' && form.name.includes(family)) : []
          return {
            id: taken + i + 1, line: form.text, name: form.name, organisation: form.organisation, role: form.role, mail: form.mail, phone: form.phone,
            note: form.note, person: 0, stranger: false, status: 'open', coffee: false, remark: '',
            matches: likely.map((person) => ({ person: rowOf(person), sure: person.name === form.name, reasons: [{ code: 'same-name', args: [] }] })),
          }
        })
        draft.guests.set(event, [...book.guests(event), ...added])
      })
    },
  }
}
