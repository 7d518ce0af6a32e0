import { describe, expect, test } from 'vitest'
import { fullYear, isDay, isDayOrNone, readDay, readTime, typedSoFar } from './dates'

describe('a day as people write it', () => {
  test.each([
    ['3.12.2026', '2026-12-03'],
    ['03/12/26', '2026-12-03'],
    [' 3. 12. 2026 ', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['29.2.2028', '2028-02-29'],
  ])('%s is %s', (text, want) => expect(readDay(text, 2026)?.toString()).toBe(want))

  test.each(['', 'tomorrow', '31.4.2026', '3.13.2026', '29.2.2026', '0.1.2026', '3.12.'])('%s is none', (text) => {
    expect(readDay(text, 2026)).toBeUndefined()
  })
})

test('a year of two digits is near, and never long to come', () => {
  expect([26, 30, 95, 0, 1995].map((year) => fullYear(year, 2026))).toEqual([2026, 2030, 1995, 2000, 1995])
})

test('a time is read with a colon or a point', () => {
  expect(readTime('19:30')?.toString()).toBe('19:30:00')
  expect(readTime('7.05')?.toString()).toBe('07:05:00')
  expect(readTime('25:00')).toBeUndefined()
})

test('what is not whole is said as far as it is typed', () => {
  const parts = (day: string, month: string) => [
    { part: 'day', value: day }, { part: 'literal', value: '.' }, { part: 'month', value: month }, { part: 'literal', value: '.' }, { part: 'year', value: 'JJJJ' },
  ]
  expect(typedSoFar(parts('03', '12'))).toBe('03.12.')
  expect(['03.12.', '2026-12-03', ''].map(isDayOrNone)).toEqual([false, true, true])
  expect(['03.12.', '2026-12-03', ''].map(isDay)).toEqual([false, true, false])
  expect(typedSoFar(parts('TT', 'MM'))).toBe('')
})
