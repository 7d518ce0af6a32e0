import { beforeEach, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { TimelineController, changedEncounter, keep, newEncounter, newThread } from './timeline.svelte'

let api: FakeApi
let session: Session
let timeline: TimelineController

beforeEach(async () => {
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  timeline = new TimelineController(session)
  speak('en')
})

test('an encounter with two people stands with both, and names the other', async () => {
  const writing = newEncounter([1, 2])
  writing.form.people = [1, 2]
  expect(await keep(session, writing)).toBe(true)
  await timeline.read(1)
  expect(timeline.encounters).toMatchObject([{ kind: 'coffee', others: [{ id: 2 }] }])
  await timeline.read(2)
  expect(timeline.encounters).toMatchObject([{ others: [{ id: 1 }] }])
})

test('a changed encounter stays one, and the change is undone', async () => {
  await keep(session, newEncounter([1]))
  await timeline.read(1)
  const [encounter] = timeline.encounters
  if (!encounter) throw new Error('no encounter')
  const writing = changedEncounter(encounter)
  if (writing.what === 'encounter') writing.form.note = 'is looking for a room'
  await keep(session, writing)
  await timeline.read(1)
  expect(timeline.encounters).toMatchObject([{ note: 'is looking for a room' }])
  await session.undo()
  await timeline.read(1)
  expect(timeline.encounters).toMatchObject([{ note: '' }])
})

test('a thread that is done or let go leaves what is open, and comes back', async () => {
  const writing = newThread([1])
  if (writing.what === 'thread') writing.form.text = 'the article'
  await keep(session, writing)
  await timeline.read(1)
  const [thread] = timeline.open
  if (!thread) throw new Error('no thread')
  await timeline.settle(thread, 'done')
  await timeline.read(1)
  expect(timeline.open).toEqual([])
  expect(timeline.ended).toMatchObject([{ text: 'the article', state: 'done' }])
  const [ended] = timeline.ended
  if (ended) await timeline.settle(ended, 'open')
  await timeline.read(1)
  expect(timeline.open).toMatchObject([{ closed: '' }])
})

test('the answer about whoever was asked for last is shown', async () => {
  await keep(session, newEncounter([1]))
  const { read } = api.timelines
  api.timelines.read = async (person) => {
    if (person === 1) await new Promise((resolve) => setTimeout(resolve, 20))
    return read(person)
  }
  const slow = timeline.read(1)
  await Promise.all([slow, timeline.read(2)])
  expect(timeline.encounters).toEqual([])
})
