import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { ConnectingController, bondOf } from './connecting.svelte'
import { PersonController } from './person.svelte'

let api: FakeApi
let session: Session

beforeEach(async () => {
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  speak('en')
})

describe('connecting one person', () => {
  test('asks for the other first, and does not offer them themselves', async () => {
    const connecting = new ConnectingController(session, [1])
    await connecting.begin()
    expect(connecting.alone).toBe(true)
    await connecting.finder.search()
    expect(connecting.finder.found.map(({ id }) => id)).not.toContain(1)
    expect(connecting.finder.found).toHaveLength(11)
  })

  test('says what the other is, which the other sees from their side', async () => {
    const connecting = new ConnectingController(session, [1])
    await connecting.begin()
    connecting.finder.typed = 'Nadia'
    await connecting.finder.search()
    const [nadia] = connecting.finder.found
    if (nadia) connecting.choose(nadia.id)
    connecting.form.kind = 'manager'
    connecting.form.since = '2019'
    expect(await connecting.save()).toBe(true)
    const detail = new PersonController(session)
    await detail.read(1)
    expect(detail.connections).toMatchObject([{ name: 'Nadia Abbas', kind: 'manager', since: '2019' }])
    await detail.read(2)
    expect(detail.connections).toMatchObject([{ person: 1, kind: 'report' }])
  })

  test('the answer to what was typed last is shown, whoever answers last', async () => {
    const { list } = api.people
    api.people.list = async (query, offset, limit) => {
      if (query.text === 'a') await new Promise((resolve) => setTimeout(resolve, 20))
      return list(query, offset, limit)
    }
    const connecting = new ConnectingController(session, [1])
    connecting.finder.typed = 'a'
    const slow = connecting.finder.search()
    connecting.finder.typed = 'Nadia'
    await Promise.all([slow, connecting.finder.search()])
    expect(connecting.finder.found.map(({ name }) => name)).toEqual(['Nadia Abbas'])
  })
})

test('several people are connected with each other at once, and it is undone at once', async () => {
  const connecting = new ConnectingController(session, [1, 2, 3])
  await connecting.begin()
  expect(connecting.alone).toBe(false)
  expect(connecting.title).toBe('Connect 3 people with each other')
  await connecting.save()
  expect(await api.network.connections(2)).toHaveLength(2)
  await session.undo()
  expect(await api.network.connections(2)).toHaveLength(0)
})

test('a connection is changed with what it said before', async () => {
  await api.network.connect([1, 2], { kind: 'friend', word: 'rowing crew', since: '', how: 'in Kiel', note: '', closed: false })
  const detail = new PersonController(session)
  await detail.read(1)
  const connecting = new ConnectingController(session, [1], detail.connections[0])
  await connecting.begin()
  expect(connecting.title).toContain('Nadia Abbas')
  expect(connecting.form).toMatchObject({ kind: 'friend', word: 'rowing crew', how: 'in Kiel' })
  connecting.form.how = 'in Köln'
  await connecting.save()
  await detail.read(1)
  expect(detail.connections).toMatchObject([{ how: 'in Köln' }])
})

test('a connection is taken back, and that is undone', async () => {
  await api.network.connect([1, 2], { kind: 'friend', word: '', since: '', how: '', note: '', closed: false })
  const detail = new PersonController(session)
  await detail.read(1)
  const [friend] = detail.connections
  if (friend) await detail.disconnect(friend)
  await detail.read(1)
  expect(detail.connections).toEqual([])
  await session.undo()
  await detail.read(1)
  expect(detail.connections).toHaveLength(1)
})

test('their own word for it comes before the kind', () => {
  expect(bondOf({ kind: 'friend', word: '' })).toBe('friend')
  expect(bondOf({ kind: 'knows', word: 'rowing crew' })).toBe('rowing crew')
})
