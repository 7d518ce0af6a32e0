import { beforeEach, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { PersonController } from './person.svelte'

let api: FakeApi
let detail: PersonController

beforeEach(async () => {
  api = fakeApi(12)
  detail = new PersonController(new Session(api, await api.shell.start(), window))
  speak('de')
  await detail.read(1)
})

test('every value has its label', () => {
  expect(detail.reach.map(({ label }) => label)).toEqual(['Mobil', 'Arbeit', 'Mail · Privat', 'Signal', 'Web', 'Adresse · Privat'])
})

test('a day without a year is one', () => {
  expect(detail.dates).toMatchObject([{ label: 'Geburtstag', text: '12. Mai' }])
})

test('a mail is written, a number called, by its address alone', async () => {
  expect(detail.first('mail')).toBe(true)
  expect(detail.first('call')).toBe(true)
  await Promise.resolve()
  expect(api.log).toEqual(['link mailto:annalena.bergstrm@mail.example', 'link tel:+491705550001'])
})

test('a value is copied as it stands', async () => {
  const line = detail.reach.find(({ label }) => label === 'Adresse · Privat')
  if (line) await detail.copy(line)
  expect(api.log).toEqual(['copy Am Sandtor 4\n20457 Hamburg\nDeutschland'])
})

test('a link that is neither https nor plain is not opened', async () => {
  const read = api.people.read
  api.people.read = async (id) => {
    const person = await read(id)
    return { ...person, links: person.links.map((link) => ({ ...link, value: 'javascript:alert(1)' })) }
  }
  await detail.read(1)
  expect(detail.first('open')).toBe(false)
})

test('who is gone is said to be', async () => {
  await detail.read(99)
  expect(detail.gone).toBe(true)
  await detail.read(2)
  expect(detail.gone).toBe(false)
  expect(detail.person?.name).toBe('Nadia Abbas')
})

test('the person asked for last is shown, whoever answers last', async () => {
  const { read } = api.people
  api.people.read = async (id) => {
    if (id === 2) await new Promise((resolve) => setTimeout(resolve, 20))
    return read(id)
  }
  await Promise.all([detail.read(2), detail.read(3)])
  expect(detail.person?.id).toBe(3)
})
