import { describe, expect, test } from 'vitest'
import { Rows } from './rows'

const sections = [
  { label: 'A', offset: 0 },
  { label: 'B', offset: 3 },
  { label: 'C', offset: 5 },
]

describe('rows with heads', () => {
  const rows = new Rows(10, 50, sections, 20)

  test('the list is as high as its rows and heads', () => expect(rows.height).toBe(10 * 50 + 3 * 20))

  test.each([
    [0, 20],
    [2, 120],
    [3, 190],
    [5, 310],
    [9, 510],
  ])('row %i lies at %i', (index, want) => expect(rows.topOf(index)).toBe(want))

  test('only the sections in sight are drawn', () => {
    expect(rows.seen(0, 100, 0).map((s) => s.label)).toEqual(['A'])
    expect(rows.seen(160, 100, 0).map((s) => s.label)).toEqual(['A', 'B'])
  })

  test('only the rows in sight are drawn', () => {
    const [a] = rows.sections
    expect(a && rows.within(a, 60, 20, 0)).toEqual({ start: 0, end: 2 })
    expect(a && rows.within(a, 400, 100, 0)).toMatchObject({ start: 7, end: 7 })
  })

  test('a row in sight stays where it is, another is brought below its head', () => {
    expect(rows.reveal(1, 0, 300)).toBeUndefined()
    expect(rows.reveal(0, 100, 300)).toBe(0)
    expect(rows.reveal(9, 0, 300)).toBe(260)
  })
})

test('rows without heads follow one another', () => {
  const rows = new Rows(100_000, 56)
  expect(rows.topOf(99_999)).toBe(99_999 * 56)
  expect(rows.height).toBe(5_600_000)
})

test('no rows take no room', () => expect(new Rows(0, 56, sections, 20).height).toBe(20))
