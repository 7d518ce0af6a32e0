import { beforeEach, describe, expect, test } from 'vitest'
import { type FakeApi, fakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { DuplicatesController, idsOf } from './duplicates.svelte'
import { MergingController, fateOf } from './merging.svelte'

let api: FakeApi
let session: Session
let groups: DuplicatesController

beforeEach(async () => {
  api = fakeApi()
  session = new Session(api, await api.shell.start(), window)
  groups = new DuplicatesController(session)
  await groups.load()
})

const ids = (at: number) => idsOf(groups.groups[at] ?? { people: [], sure: false, later: false, reasons: [] })
const decide = (those: number[], verdict: 'distinct' | 'putOff') =>
  groups.decide(those, async () => (await session.change(() => api.duplicates[verdict](those))) !== undefined)

describe('deciding about groups', () => {
  test('leads from one to the next until nobody is left', async () => {
    const all = [ids(0), ids(1), ids(2)]
    expect(groups.left).toBe(3)
    const second = await decide(ids(0), 'distinct')
    expect(second && idsOf(second)).toEqual(all[1])
    expect(groups.left).toBe(2)
    const third = await decide(all[1] ?? [], 'putOff')
    expect(third && idsOf(third)).toEqual(all[2])
    expect([groups.left, groups.total]).toEqual([1, 2])
    expect(await decide(all[2] ?? [], 'distinct')).toBeUndefined()
  })

  test('leads from the last to those before it that are open', async () => {
    const first = ids(0)
    const next = await decide(ids(2), 'distinct')
    expect(next && idsOf(next)).toEqual(first)
  })

  test('stays where it did not work', async () => {
    expect(await groups.decide(ids(0), async () => false)).toBe(false)
    expect(groups.left).toBe(3)
  })

  test('turns to the groups beside one, and nowhere from people who are none', async () => {
    const beside = await groups.beside(ids(1), 1)
    expect(beside && idsOf(beside)).toEqual(ids(2))
    expect(await groups.beside(ids(2), 1)).toBeUndefined()
    expect(await groups.beside([98, 99], -1)).toBeUndefined()
  })

  test('comes back to whom it was about when that is taken back', async () => {
    const first = ids(0)
    await decide(first, 'putOff')
    expect(groups.returned()).toBeUndefined()
    await session.change(() => api.duplicates.takeUp(first))
    await groups.load()
    expect(groups.returned()).toEqual(first)
    expect(groups.returned()).toBeUndefined()
  })
})

test('whoever is missing is said to be merged, deleted or gone', () => {
  const missing = { name: 'Anna Weber', whole: 0, wholeName: '', deleted: false }
  speak('en')
  expect(fateOf({ ...missing, whole: 3, wholeName: 'Anni Roth' })).toBe('Anna Weber has become part of Anni Roth.')
  expect(fateOf({ ...missing, whole: 3, wholeName: 'Anna Weber' })).toBe('Anna Weber has been merged already.')
  expect(fateOf({ ...missing, deleted: true })).toBe('Anna Weber was deleted and lies in the bin.')
  expect(fateOf({ ...missing, name: '' })).toContain('no longer in this book')
})

test('only what differs from what stands would be lost: two who say the same both stand', async () => {
  const value = (text: string) => ({ value: text, types: [], label: '', year: 0, month: 0, day: 0, photo: '', closed: false })
  const row = (...texts: string[]) => ({
    key: 'FN', field: 'name', property: 'FN', single: true, lead: 1, cells: texts.map((text) => ({ values: text ? [value(text)] : [] })),
  })
  const merging = new MergingController(session, [1, 2])
  merging.view = { people: [1, 2].map((id) => ({ ...groups.groups[0]!.people[0]!, id })), rows: [], missing: [] }
  expect([merging.stands(row('Ada', 'Ada'), 2), merging.stands(row('Ada', 'Adda'), 2), merging.stands(row('Ada', 'Adda'), 1)]).toEqual([true, false, true])
})
