import { type Key, type Language, sentences } from './catalogue'

export type { Key, Language } from './catalogue'

/** What fills the {braces} of a sentence. Numbers are grouped as the language does it; n chooses the plural. */
export type Args = Record<string, string | number>

const tables: Record<Language, Record<string, string>> = { en: sentences('en'), de: sentences('de') }

// Made once: each takes longer to make than the rows of a list to be drawn.
const formats = { en: formatsOf('en'), de: formatsOf('de') }

// The one thing that every sentence on the page depends on. It is a rune, so a switch repaints without a reload.
let current = $state<Language>('en')

/** The language that is spoken now. */
export function language(): Language {
  return current
}

/** Switches every sentence on the page. */
export function speak(next: Language): void {
  current = next
}

/** Returns the sentence of the key in the language that is spoken now. */
export function t(key: Key, args: Args = {}): string {
  return find(key, args) ?? key
}

/**
 * Returns a sentence whose key comes from the backend, as in tOf('error', failure.code). Where the catalogue does not know
 * the code it is "area.unexpected", and where that is missing too the code itself, so that nothing is ever blank.
 */
export function tOf(area: string, code: string, args: Args = {}): string {
  return find(`${area}.${code}`, args) ?? find(`${area}.unexpected`, args) ?? code
}

/** Tells whether the catalogue has a sentence for a key that comes from the backend. */
export function knows(key: string): boolean {
  const table = tables[current]
  return key in table || `${key}.other` in table
}

/** Calls somebody by their name, or says that they have none. */
export function called(name: string): string {
  return name || t('common.nameless')
}

/** Writes a number as the language does: 2,814 or 2.814. */
export function number(value: number): string {
  return formats[current].number.format(value)
}

/** Writes an RFC 3339 time as a day, "22 November 2026"; "" when it is no time. */
export function day(time: string): string {
  return format(time, { dateStyle: 'long' })
}

/** Writes when an event is, "2026-12-03" or "2026-12-03 19:00", with the day of the week; "" where it is not fixed yet. */
export function occasion(when: string): string {
  const [date = '', time = ''] = when.split(' ')
  // A day alone would be read as midnight in Greenwich, which is the day before in America.
  return format(`${date}T${time || '00:00'}`, { dateStyle: 'full', ...(time && { timeStyle: 'short' }) })
}

/** Writes an RFC 3339 time as day and hour; "" when it is no time. */
export function moment(time: string): string {
  return format(time, { dateStyle: 'long', timeStyle: 'short' })
}

/** Writes an RFC 3339 time as the hour alone, "14:05"; "" when it is no time. */
export function hour(time: string): string {
  return format(time, { timeStyle: 'short' })
}

/** Writes a date whose unknown parts are 0: "12 May", "May 1970", "1970". */
export function partialDate(parts: { year: number; month: number; day: number }): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC' }
  if (parts.year) options.year = 'numeric'
  if (parts.month) options.month = 'long'
  if (parts.month && parts.day) options.day = 'numeric'
  if (!parts.year && !parts.month) return parts.day ? String(parts.day) : ''
  // 2000 is a leap year, so a 29 February without a year stays one.
  const date = new Date(Date.UTC(2000, Math.max(parts.month - 1, 0), parts.day || 1))
  if (parts.year) date.setUTCFullYear(parts.year)
  return new Intl.DateTimeFormat(locale(), options).format(date)
}

/** Writes a size: "3.1 MB". */
export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = size < 1 ? 0 : Math.min(Math.floor(Math.log10(size) / 3), units.length - 1)
  const style = { style: 'unit', unit: units[step], unitDisplay: step ? 'short' : 'long' } as const
  return new Intl.NumberFormat(current, { ...style, maximumFractionDigits: step > 1 ? 1 : 0 }).format(size / 1000 ** step)
}

/** Writes a list: "Chor, Radio und Coaching". */
export function list(items: string[]): string {
  return new Intl.ListFormat(current, { type: 'conjunction' }).format(items)
}

/** Names a country by its two letters: "Germany". */
export function countryName(code: string): string {
  return new Intl.DisplayNames(current, { type: 'region' }).of(code) ?? code
}

function format(time: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(locale(), options).format(date)
}

/** The language with the country whose way of writing days it follows: English without one would write American dates, which a reader elsewhere misreads. */
export function locale(): string {
  return current === 'en' ? 'en-GB' : current
}

function formatsOf(language: Language) {
  return { number: new Intl.NumberFormat(language), plural: new Intl.PluralRules(language) }
}

function find(key: string, args: Args): string | undefined {
  const table = tables[current]
  const counted = typeof args.n === 'number' ? table[`${key}.${formats[current].plural.select(args.n)}`] : undefined
  const sentence = counted ?? table[key] ?? table[`${key}.other`]
  return sentence?.replace(/\{(\w+)\}/g, (brace, name: string) => {
    const value = args[name]
    if (value === undefined) return brace
    return typeof value === 'number' ? number(value) : value
  })
}
