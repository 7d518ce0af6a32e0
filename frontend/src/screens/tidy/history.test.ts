import { describe, expect, test } from 'vitest'
import { fakeApi } from '../../api/fake/fake'
import { HistoryController, byDay } from './history.svelte'

function operation(id: number, at: string) {
  return { id, at, kind: 'tag.put', name: 'Chor', count: 1, undone: false, canUndo: true, standsOn: 0 }
}

describe('the history', () => {
  test('is read in stretches', async () => {
    const api = fakeApi()
    for (let i = 0; i < 150; i++) api.book.operate('tag.put', 'Chor', 1, () => {})
    const history = new HistoryController(api)
    await history.load()
    expect([history.operations.length, history.total, history.more]).toEqual([100, 150, true])
    await history.older()
    expect([history.operations.length, history.more]).toEqual([150, false])
    expect(history.operations.map((o) => o.id)).toEqual(Array.from({ length: 150 }, (_, i) => 150 - i))
  })

  test('reads as much again as is shown when the book changes', async () => {
    const api = fakeApi()
    for (let i = 0; i < 150; i++) api.book.operate('tag.put', 'Chor', 1, () => {})
    const history = new HistoryController(api)
    await history.load()
    await history.older()
    await api.history.undo(0)
    await history.load()
    expect(history.operations.length).toBe(150)
    expect([history.operations[0]?.undone, history.canRedo]).toEqual([true, true])
  })

  test('is grouped by the day where the person is', () => {
    const noon = (day: number) => new Date(2026, 10, day, 12).toISOString()
    const days = byDay([operation(3, noon(22)), operation(2, noon(22)), operation(1, noon(21))])
    expect(days.map((day) => [day.date, day.operations.map((o) => o.id)])).toEqual([
      ['2026-11-22', [3, 2]],
      ['2026-11-21', [1]],
    ])
  })
})

describe('an operation of the history', () => {
  test('opens and closes, and is read again when the book changes', async () => {
    const api = fakeApi()
    api.book.operate('tag.put', 'Chor', 2, () => {})
    const history = new HistoryController(api)
    await history.load()
    const [first] = history.operations
    if (!first) throw new Error('there is no operation')
    await history.toggle(first)
    expect(history.open[first.id]?.people.changed).toBe(2)
    api.book.operate('tag.put', 'Radio', 1, () => {})
    await history.load()
    expect(history.open[first.id]?.laterCount).toBe(1)
    await history.toggle(first)
    expect(history.isOpen(first)).toBe(false)
  })
})
