import { beforeEach, expect, test } from 'vitest'
import { fakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { FiltersController, fitting } from './filters.svelte'
import { PeopleController } from './people.svelte'

let people: PeopleController
let filters: FiltersController

async function at(address: string): Promise<void> {
  window.history.replaceState(null, '', address)
  const api = fakeApi(40)
  const session = new Session(api, await api.shell.start(), window)
  await session.refresh()
  people = new PeopleController(session)
  people.take(session.router.route)
  filters = new FiltersController(session, people)
  speak('en')
  await filters.readReceipts()
}

beforeEach(() => at('#/people'))

const texts = (items: { text: string }[]) => items.map(({ text }) => text)

test('every filter that is set can be seen and removed', async () => {
  await at('#/people?tag=Chor&without=Segeln&organisation=Hafenradio&import=3&untagged=1')
  expect(texts(filters.chips)).toEqual(['Chor', 'Segeln', 'Hafenradio', 'from an import', 'without a tag'])
  filters.chips[0]?.remove()
  await expect.poll(() => window.location.hash).not.toContain('Chor')
})

test('a tag can be turned round to leave its people out', async () => {
  await at('#/people?tag=Chor')
  filters.chips[0]?.turn?.()
  await expect.poll(() => window.location.hash).toBe('#/people?without=Chor')
})

test('the tags that most wear are at hand, and not the ones that are set already', async () => {
  expect(filters.quick).toHaveLength(4)
  const first = filters.quick[0]?.text ?? ''
  await at(`#/people?tag=${encodeURIComponent(first)}`)
  expect(texts(filters.quick)).not.toContain(first)
})

test('organisations and tags are found by a few letters', async () => {
  filters.wanted = 'hafen'
  await filters.findOrganisations()
  expect(texts(filters.offers)).toEqual(['Hafenradio'])
  filters.wanted = 'opsp'
  await filters.findOrganisations()
  expect(texts(filters.offers)[0]).toBe('Open Space')
})

test('nothing fits nonsense', () => {
  expect(fitting([{ text: 'Chor' }], 'xyz')).toEqual([])
})
