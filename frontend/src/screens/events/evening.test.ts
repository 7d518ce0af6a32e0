import { beforeEach, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import type { Evening, EveningGuest } from '../../api/views'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { EveningController, reason, type Order } from './evening.svelte'

let api: FakeApi
let session: Session
let reads: number

const guest = (id: number, name: string, more: Partial<EveningGuest> = {}): EveningGuest => ({
  id, name, line: name, organisation: '', role: '', person: 0, photo: '', may: [], reasons: [], coffee: false, status: 'open', remark: '', promise: '',
  topics: [], written: false, ...more,
})

const list = [guest(1, 'Uwe Roth'), guest(2, 'Özlem Ak', { organisation: 'Hafenradio' }), guest(3, 'Anna Meier', { coffee: true }), guest(4, 'Oskar Beck')]

beforeEach(async () => {
  api = fakeApi(3)
  session = new Session(api, await api.shell.start(), window)
  speak('de')
  reads = 0
  api.evenings.read = async (): Promise<Evening> => {
    reads++
    return { guests: list, suggested: [1], turnout: { names: 4, low: 2, high: 3, source: 'told' }, came: 0 }
  }
})

async function opened(order: Order): Promise<EveningController> {
  const evening = new EveningController(session, 1, order)
  await evening.read()
  return evening
}

const names = (evening: EveningController) => evening.shown.map(({ name }) => name)

test('each step begins with those it is about; the rest follows by the alphabet', async () => {
  expect(names(await opened('coffees'))).toEqual(['Uwe Roth', 'Anna Meier', 'Oskar Beck', 'Özlem Ak'])
  expect(names(await opened('site'))).toEqual(['Anna Meier'])
  expect(names(await opened('after'))).toEqual(['Anna Meier', 'Oskar Beck', 'Özlem Ak', 'Uwe Roth'])
})

test('a search finds in all guests, whatever the accents', async () => {
  const evening = await opened('site')
  evening.sought = 'ozlem hafen'
  expect(names(evening)).toEqual(['Özlem Ak'])
})

test('whoever was met on site stays in sight when the search is over, and is not taken away when that is corrected', async () => {
  const evening = await opened('site')
  api.evenings.see = async () => ({ operation: 0, kind: 'guest-met', name: '', count: 0 })
  await evening.see([list[3] as EveningGuest], 'met')
  expect(names(evening)).toEqual(['Anna Meier', 'Oskar Beck'])
  await evening.see([{ ...(list[3] as EveningGuest), status: 'met' }], 'open')
  expect(names(evening)).toEqual(['Anna Meier', 'Oskar Beck'])
})

test('what is noted shows at once, and an older answer does not take it back', async () => {
  const evening = await opened('after')
  let answer = (): void => {}
  api.evenings.see = () => new Promise((done) => (answer = () => done({ operation: 0, kind: 'guest-met', name: '', count: 0 })))
  const saving = evening.see([list[2] as EveningGuest], 'met')
  expect(evening.current?.status).toBe('met')
  await evening.read()
  expect(evening.current?.status).toBe('met')
  answer()
  await saving
})

test('what cannot be noted is shown as it is', async () => {
  const evening = await opened('after')
  api.evenings.see = () => Promise.reject(new Error('no'))
  await evening.see([list[2] as EveningGuest], 'met')
  expect(evening.current?.status).toBe('open')
})

test('reads that come while one is under way become one', async () => {
  const evening = await opened('coffees')
  reads = 0
  await Promise.all([evening.read(), evening.read(), evening.read()])
  expect(reads).toBe(2)
})

test('the pass goes on with whoever is still open', async () => {
  const evening = await opened('after')
  await evening.see([list[3] as EveningGuest], 'unseen').catch(() => {})
  evening.view = { ...(evening.view as Evening), guests: list.map((one) => (one.id === 4 ? { ...one, status: 'unseen' } : one)) }
  evening.moveOn()
  expect(evening.current?.name).toBe('Özlem Ak')
})

test('a reason is said in words, with its month', () => {
  expect(reason({ code: 'last-coffee', args: [], when: '2026-05-12' })).toBe('Euer letzter Kaffee war im Mai 2026')
  expect(reason({ code: 'thread', args: [{ name: 'text', value: 'der Artikel' }], when: '' })).toBe('Zwischen euch noch offen: der Artikel')
})

test('whoever has a note is not counted among the others who were not seen', async () => {
  const noted = guest(5, 'Björn Bauer', { remark: 'sucht einen Raum' })
  api.evenings.read = async (): Promise<Evening> => ({ guests: [...list, noted], suggested: [], turnout: { names: 5, low: 3, high: 4, source: 'told' }, came: 0 })
  const evening = await opened('after')
  expect(evening.rest.map(({ name }) => name)).toEqual(['Anna Meier', 'Oskar Beck', 'Özlem Ak', 'Uwe Roth'])
})
