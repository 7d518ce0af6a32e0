import { type Key, knows, t } from '../../i18n/i18n.svelte'
import { tellingTypes, typeName } from '../../i18n/types'
import type { Address, DateValue, PersonRow, Related, Value } from '../../api/views'

/** The labels that one can choose for each kind of value, as the types of a vCard name them. */
export const TYPES = {
  phones: ['cell', 'work', 'home', 'main', 'fax', ''],
  emails: ['home', 'work', ''],
  links: ['home', 'work', ''],
  messengers: ['home', 'work', ''],
  addresses: ['home', 'work', ''],
} as const

/** The values that a person has several of. */
export type Plural = keyof typeof TYPES

/** What stands below a name in the list: what they do and where, or that it is an organisation. */
export function lineOf(person: Pick<PersonRow, 'name' | 'kind' | 'title' | 'organisation'>): string {
  const company = person.kind === 'org' ? t('people.company') : ''
  const where = person.organisation === person.name ? '' : person.organisation
  return [company, person.title, where].filter(Boolean).join(' · ')
}

/** What stands before a value: its own label, else its types in words, else what it is. */
export function labelOf(value: Pick<Value | Address | Related, 'types' | 'label'>, kind: Plural | 'related'): string {
  if (value.label) return value.label
  const words = tellingTypes(value.types).map(typeName)
  // "Mobile" tells that it is a phone; "Home" might be anything, so what it is stands before it.
  const what = words.length > 0 && (kind === 'phones' || kind === 'related') ? [] : [t(`people.kind.${kind}`)]
  return [...what, ...words].join(' · ')
}

/** What stands before a date. */
export function dateLabel(date: DateValue): string {
  if (date.label) return date.label
  const key = `people.date.${date.kind}`
  return knows(key) ? t(key as Key) : t('people.date.special')
}
