import { describe, expect, test } from 'vitest'
import { stopOf, stops } from './letters'

const sections = (...letters: [string, number][]) => {
  let offset = 0
  return letters.map(([label, size]) => {
    const section = { label, offset }
    offset += size
    return section
  })
}

describe('the letter bar', () => {
  const some = sections(['A', 9], ['B', 1], ['C', 2], ['D', 8], ['Я', 1])

  test('shows every letter where there is room', () => {
    expect(stops(some, 21, 5).map(({ label, offset, end }) => [label, offset, end])).toEqual([
      ['A', 0, 9], ['B', 9, 10], ['C', 10, 12], ['D', 12, 20], ['Я', 20, 21],
    ])
  })

  test('gathers the rarest where there is not', () => {
    expect(stops(some, 21, 4)).toEqual([
      { label: 'A', until: '', offset: 0, end: 9 },
      { label: 'B', until: 'C', offset: 9, end: 12 },
      { label: 'D', until: '', offset: 12, end: 20 },
      { label: 'Я', until: '', offset: 20, end: 21 },
    ])
  })

  test.each([1, 2, 3, 10, 25])('never shows more than %i places', (room) => {
    const many = sections(...Array.from({ length: 60 }, (_, i): [string, number] => [String.fromCodePoint(0x4e00 + i), (i * 7) % 11]))
    expect(stops(many, 500, room).length).toBeLessThanOrEqual(room)
  })

  test('finds a letter by typing it, with or without its marks', () => {
    const list = stops(some, 21, 4)
    expect([stopOf(list, 'd'), stopOf(list, 'ä'), stopOf(list, 'c'), stopOf(list, 'q')]).toEqual([2, 0, 1, -1])
  })
})
