import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { LinkingController, nameIn, strangersOf } from './linking.svelte'

let api: FakeApi
let session: Session

beforeEach(async () => {
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  speak('en')
})

test.each([
  ['Maria Roth', 'Maria Roth'],
  ['mailto:maria@example.org', 'maria@example.org'],
  ['tel:+493023125001', '+493023125001'],
  ['urn:uuid:5d4f2a10-7c3e-4b8e-9a61-1f0c2e7b3a01', ''],
])('in %s one reads %s', (value, want) => expect(nameIn(value)).toBe(want))

describe('somebody whom a card names', () => {
  const named = { types: ['spouse'], value: 'Nadia', label: '', inBook: false }

  test('is offered once, and no longer when they are here', () => {
    expect(strangersOf({ related: [named, named, { ...named, value: 'Bo', inBook: true }] })).toEqual([named])
  })

  test('is suggested by name, linked with one choice, and that is undone', async () => {
    api.book.operate('edit', '', 1, (draft) => {
      draft.people = draft.people.map((p) => (p.id === 1 ? { ...p, related: [named] } : p))
    })
    const linking = new LinkingController(session, await api.people.read(1), 'Nadia')
    await linking.finder.search()
    const [nadia] = linking.finder.found
    expect(nadia?.name).toBe('Nadia Abbas')
    if (nadia) await linking.choose(nadia.id)
    expect(strangersOf(await api.people.read(1))).toEqual([])
    expect(await api.network.connections(1)).toHaveLength(1)
    await session.undo()
    expect(strangersOf(await api.people.read(1))).toEqual([named])
  })
})
