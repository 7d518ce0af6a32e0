import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './drivers/home'

export type Language = 'de' | 'en'

const catalogues: Record<Language, Record<string, string>> = { de: read('de'), en: read('en') }

function read(language: Language): Record<string, string> {
  const folder = join(repository, 'backend/locale', language)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object))
}

/** The sentence that the window shows, so that a spec says what it means and not how it is worded today. */
export function say(language: Language, key: string, fill: Record<string, string | number> = {}): string {
  const catalogue = catalogues[language]
  const counted = `${key}.${fill.n === 1 ? 'one' : 'other'}`
  const sentence = catalogue[key] ?? catalogue[counted]
  if (sentence === undefined) throw new Error(`the catalogue has no ${key}`)
  const number = new Intl.NumberFormat(language)
  return sentence.replace(/\{(\w+)\}/g, (brace, name: string) => {
    const value = fill[name]
    return value === undefined ? brace : typeof value === 'number' ? number.format(value) : value
  })
}
