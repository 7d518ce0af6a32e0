import { beforeEach, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { formOf, isOver, written } from './form'
import { GuestsController, standingOf } from './guests.svelte'
import { IntakeController, whoseOf } from './intake.svelte'
import { NEW, keep } from './events.svelte'

let api: FakeApi
let session: Session
let event: number

beforeEach(async () => {
  api = fakeApi(6)
  session = new Session(api, await api.shell.start(), window)
  speak('en')
  event = (await keep(session, { ...NEW, title: 'Open Space' })) ?? 0
})

test('a form reads topics between commas and questions by the line, and a time alone is none', () => {
  const form = formOf(3, { ...written(NEW), title: 'Open Space', time: '19:00', topics: 'voice, ; room,', questions: 'Why?\n\nHow? ' })
  expect(form).toMatchObject({ id: 3, when: '', topics: ['voice', 'room'], questions: ['Why?', 'How?'] })
  expect(written({ ...form, when: '2026-12-03 19:00' })).toMatchObject({ day: '2026-12-03', time: '19:00', topics: 'voice, room' })
})

test('a day that is over is pointed out, and not while its year is being typed', () => {
  const now = new Date(2026, 10, 26)
  expect(['2026-11-25', '2026-11-26', '2026-12-03', '0020-12-03', '03.12.', ''].map((day) => isOver(day, now))).toEqual([true, false, false, false, false, false])
})

test('a list is mended before it is taken in: a column, a row, a line left out and one that is a guest after all', async () => {
  const intake = new IntakeController(session, event)
  expect(await intake.read({ text: 'GUESTS\nTimo, Radio\nNoor, Choir\n' })).toBe(true)
  expect([intake.rows.length, intake.left.length]).toEqual([2, 1])
  const [shape] = intake.shapes
  intake.mend('2.0', { ...intake.rows[0]!.guest, name: 'Timo Roth' })
  await intake.take(shape!, 1, 'role')
  expect(intake.rows.map(({ guest }) => [guest.name, guest.role])).toEqual([['Timo Roth', ''], ['Noor', 'Choir']])
  intake.move(1)
  intake.toggle()
  intake.look('left')
  intake.toggle()
  expect(intake.part).toBe('guests')
  await intake.invite()
  expect(api.book.guests(event).map(({ name }) => name)).toEqual(['GUESTS', 'Timo Roth'])
})

test('whose guests of a calendar they are is said, but where its only event is the one asked for', () => {
  const from = { title: 'Other round', when: '2026-12-09 18:00' }
  expect(whoseOf({ ...from, others: 1, fits: true })).toBe('guests.intake.from')
  expect(whoseOf({ ...from, others: 1, fits: false })).toBe('guests.intake.other')
  expect(whoseOf({ ...from, others: 0, fits: false })).toBe('guests.intake.another')
  expect(whoseOf({ ...from, others: 0, fits: true })).toBeUndefined()
  expect(whoseOf({ title: '', when: '', others: 0, fits: false })).toBeUndefined()
})

test('who may be somebody is asked about, one after the other, and an undo asks again', async () => {
  const [one, other] = api.book.people.filter(({ family }) => family !== '')
  const intake = new IntakeController(session, event)
  await intake.read({ text: `Xaver ${one?.family}\nYara ${other?.family}\nZoe Nobody` })
  await intake.invite()
  const guests = new GuestsController(session, event)
  await guests.read()
  expect(guests.all.map(standingOf)).toEqual(['ask', 'ask', 'nobody'])
  guests.look('ask')
  expect(guests.yes()).toBe(true)
  await expect.poll(() => guests.asking.length).toBe(1)
  expect(guests.current?.name).toBe(`Yara ${other?.family}`)
  await guests.decide(0)
  expect([guests.asking.length, guests.show]).toEqual([0, 'all'])
  await session.undo()
  await guests.read()
  expect(guests.asking.map(({ name }) => name)).toEqual([`Yara ${other?.family}`])
})
