// The sentences of the window. The files belong to backend/locale, which the terminal reads too; every area is bundled in
// both languages, some 60 kB, so that switching needs no reload and no request.
import type app from '../../../backend/locale/en/app.json'
import type about from '../../../backend/locale/en/about.json'
import type ask from '../../../backend/locale/en/ask.json'
import type coffee from '../../../backend/locale/en/coffee.json'
import type common from '../../../backend/locale/en/common.json'
import type days from '../../../backend/locale/en/days.json'
import type details from '../../../backend/locale/en/details.json'
import type duplicates from '../../../backend/locale/en/duplicates.json'
import type encounters from '../../../backend/locale/en/encounters.json'
import type evenings from '../../../backend/locale/en/evenings.json'
import type exportWords from '../../../backend/locale/en/export.json'
import type guestlist from '../../../backend/locale/en/guestlist.json'
import type guests from '../../../backend/locale/en/guests.json'
import type history from '../../../backend/locale/en/history.json'
import type imports from '../../../backend/locale/en/imports.json'
import type invitations from '../../../backend/locale/en/invitations.json'
import type keys from '../../../backend/locale/en/keys.json'
import type me from '../../../backend/locale/en/me.json'
import type network from '../../../backend/locale/en/network.json'
import type occasions from '../../../backend/locale/en/occasions.json'
import type people from '../../../backend/locale/en/people.json'
import type picture from '../../../backend/locale/en/picture.json'
import type receipts from '../../../backend/locale/en/receipts.json'
import type recovery from '../../../backend/locale/en/recovery.json'
import type review from '../../../backend/locale/en/review.json'
import type safety from '../../../backend/locale/en/safety.json'
import type settings from '../../../backend/locale/en/settings.json'
import type sheets from '../../../backend/locale/en/sheets.json'
import type tags from '../../../backend/locale/en/tags.json'
import type today from '../../../backend/locale/en/today.json'
import type topics from '../../../backend/locale/en/topics.json'

type Areas = typeof about &
  typeof app &
  typeof ask &
  typeof coffee &
  typeof common &
  typeof days &
  typeof details &
  typeof duplicates &
  typeof encounters &
  typeof evenings &
  typeof exportWords &
  typeof guestlist &
  typeof guests &
  typeof history &
  typeof imports &
  typeof invitations &
  typeof keys &
  typeof me &
  typeof network &
  typeof occasions &
  typeof people &
  typeof picture &
  typeof receipts &
  typeof recovery &
  typeof review &
  typeof safety &
  typeof settings &
  typeof sheets &
  typeof tags &
  typeof today &
  typeof topics

type Base<K> = K extends `${infer B}.one` | `${infer B}.other` ? B : K

/** The key of a sentence. One that counts is named without its plural form. */
export type Key = Base<keyof Areas>

export type Language = 'en' | 'de'

export const LANGUAGES: Language[] = ['en', 'de']

const files = {
  en: import.meta.glob<Record<string, string>>('../../../backend/locale/en/*.json', { eager: true, import: 'default' }),
  de: import.meta.glob<Record<string, string>>('../../../backend/locale/de/*.json', { eager: true, import: 'default' }),
}

/** Every sentence of one language. */
export function sentences(language: Language): Record<string, string> {
  return Object.assign({}, ...Object.values(files[language]))
}
