import { expect, test, vi } from 'vitest'
import { fakeApi } from '../../api/fake/fake'
import { Choice, Decision } from '../../api/views'
import { LaterComparison } from './later.svelte'

async function compared() {
  const api = fakeApi()
  const { items } = await api.imports.undecided(7, 0, 1)
  const comparison = new LaterComparison(api, 7, items[0]!)
  await comparison.load()
  const merge = vi.spyOn(api.imports, 'mergeLater')
  const decide = vi.spyOn(api.imports, 'decideUndecided')
  return { comparison, merge, decide, index: items[0]!.index }
}

test('a card that was left for later leaves open what becomes of it', async () => {
  const { comparison } = await compared()
  expect(comparison.row.decision).toBe(Decision.Later)
  expect(comparison.differences.map((d) => comparison.chosen(d))).toEqual([undefined, undefined])
})

test('choosing waits until it is settled, and goes along then', async () => {
  const { comparison, merge, index } = await compared()
  await comparison.choose(0, Choice.Theirs)
  expect(comparison.row.decision).toBe(Decision.Merge)
  expect(merge).not.toHaveBeenCalled()
  await comparison.settle()
  expect(merge).toHaveBeenCalledWith(7, index, [Choice.Theirs, Choice.Theirs])
})

test('keeping mine everywhere skips the card', async () => {
  const { comparison, merge, decide, index } = await compared()
  await comparison.chooseAll(Choice.Mine)
  expect(comparison.common).toBe(Choice.Mine)
  await comparison.settle()
  expect(decide).toHaveBeenCalledWith(7, [index], Decision.Skip)
  expect(merge).not.toHaveBeenCalled()
})

test('what is taken from a card that was to be skipped is taken alone', async () => {
  const { comparison } = await compared()
  await comparison.chooseAll(Choice.Mine)
  await comparison.choose(1, Choice.Theirs)
  expect(comparison.differences.map((d) => comparison.chosen(d))).toEqual([Choice.Mine, Choice.Theirs])
})
