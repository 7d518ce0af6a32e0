import { type Key, knows, t } from './i18n.svelte'

// These say how a line is used, not which one it is.
const SILENT = new Set(['pref', 'voice', 'internet', 'x-internet', 'text', 'msg', 'intl', 'dom', 'parcel', 'postal', 'x400', 'video', 'pcs'])

/** The types of a value that tell which one it is: ["work", "fax"]. */
export function tellingTypes(types: string[]): string[] {
  return types.map((type) => type.toLowerCase()).filter((type) => !SILENT.has(type))
}

/** A type in words; one that nobody gave a word for stays as the card spells it. */
export function typeName(type: string): string {
  const key = `people.type.${type}`
  return knows(key) ? t(key as Key) : type.replace(/^x-/, '')
}
