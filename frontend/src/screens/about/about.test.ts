import { beforeEach, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { AboutController } from './about.svelte'

let api: FakeApi
let session: Session

beforeEach(async () => {
  api = fakeApi(40)
  session = new Session(api, await api.shell.start(), window)
  speak('en')
})

const route = (...path: string[]) => ({ path, params: new URLSearchParams() })

test('of an organisation it shows who is there, and moves the keyboard over them', async () => {
  const about = new AboutController(session)
  about.take(route('organisations', 'Lotsenhaus'))
  await about.read()
  const there = api.book.people.filter(({ organisation }) => organisation === 'Lotsenhaus')
  expect(about.stretches.map(({ key }) => key)).toEqual(['now'])
  expect(about.rows.map(({ person }) => person.id)).toEqual(there.map(({ id }) => id))
  expect(about.count).toBe(`${there.length} people now`)
  about.marking.move(Infinity)
  expect(about.marking.cursor).toBe(there.length - 1)
  about.marking.move(-1)
  expect(about.marking.subject).toEqual([there.at(-2)?.id])
})

test('of a topic it shows who offers it before who asks about it, and follows what is undone', async () => {
  await session.change(() => api.topics.put('Brot', 'question', [1]))
  await session.change(() => api.topics.put('Brot', 'offer', [2, 1]))
  const about = new AboutController(session)
  about.take(route('topics', 'Brot'))
  await about.read()
  expect(about.stretches.map(({ key, rows }) => [key, rows.length])).toEqual([['offer', 2], ['question', 1]])
  expect(about.count).toBe('2 people')
  about.marking.markAll()
  expect([...about.marking.marked].sort()).toEqual([1, 2])
  await session.undo()
  await about.read()
  expect(about.stretches.map(({ key }) => key)).toEqual(['question'])
  expect([...about.marking.marked]).toEqual([1])
})

test('a topic is renamed and taken off everybody', async () => {
  await api.topics.put('Brot', 'offer', [2])
  const about = new AboutController(session)
  about.take(route('topics', 'Brot'))
  await about.read()
  expect(await about.rename('Backen')).toBe('Backen')
  about.take(route('topics', 'Backen'))
  await about.read()
  expect(about.rows).toHaveLength(1)
  expect(await about.remove()).toBe(true)
  await about.read()
  expect([about.rows.length, about.count]).toEqual([0, ''])
})

test('what nobody has is said to be empty, whatever it is called', async () => {
  const about = new AboutController(session)
  for (const name of ['', '%', 'شعر', 'a/b?c#d']) {
    about.take(route('organisations', name))
    await about.read()
    expect([about.ready, about.title, about.rows.length, about.count]).toEqual([true, name, 0, ''])
  }
})
