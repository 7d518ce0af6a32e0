import { CalendarDate, Time } from '@internationalized/date'

/** What is typed so far in the parts of a field, as its snippet gives them: an empty part shows what belongs there. */
export type Parts = readonly { part: string; value: string }[]

// Both languages write the day first, and ISO 8601 the year.
const DAY_FIRST = /^\s*(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})\s*$/
const YEAR_FIRST = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/

// A year of two digits is at most so far ahead: "26" is 2026, "95" is 1995.
const AHEAD = 20

/** Reads a day as people write it: "3.12.2026", "03/12/26", "2026-12-03". Undefined where that is no day. */
export function readDay(text: string, thisYear: number): CalendarDate | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? []
  const [, yearFirst, monthThen, dayThen] = YEAR_FIRST.exec(text) ?? []
  const wanted = [fullYear(Number(year ?? yearFirst), thisYear), Number(month ?? monthThen), Number(day ?? dayThen)] as const
  if (wanted.some((part) => !part)) return undefined
  // The library moves what there is not to what there is, 31 April to the 30th.
  const read = new CalendarDate(...wanted)
  return read.month === wanted[1] && read.day === wanted[2] ? read : undefined
}

/** Tells whether a field holds a whole day. What is typed of one and not whole is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

/** Tells whether what a field holds that may stay empty can be kept: a day, or none. */
export function isDayOrNone(text: string): boolean {
  return text === '' || isDay(text)
}

/** The year that somebody means who writes two digits. */
export function fullYear(year: number, thisYear: number): number {
  if (!(year < 100)) return year
  const ours = thisYear - (thisYear % 100) + year
  return ours > thisYear + AHEAD ? ours - 100 : ours
}

/** Reads a time, "19:00"; undefined where that is none. */
export function readTime(text: string): Time | undefined {
  const [, hour, minute] = /^\s*(\d{1,2})[:.](\d{2})/.exec(text) ?? []
  return hour && minute && Number(hour) < 24 && Number(minute) < 60 ? new Time(Number(hour), Number(minute)) : undefined
}

/** What stands in the parts of a field though it is not whole, "3.12."; "" where nothing does. */
export function typedSoFar(parts: Parts): string {
  return parts.some(isTyped) ? parts.map((part) => (isTyped(part) || part.part === 'literal' ? part.value : '')).join('') : ''
}

function isTyped({ part, value }: Parts[number]): boolean {
  return part !== 'literal' && /^\d+$/.test(value)
}
