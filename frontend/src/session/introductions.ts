import type { Introduction } from '../api/views'
import { t } from '../i18n/i18n.svelte'

/** The texts that an introduction has, in the order in which they are shown. */
export const TEXTS = ['shortDe', 'longDe', 'shortEn', 'longEn'] as const

/** A text to introduce oneself with, and what it is called in a choice. */
export interface Offer {
  label: string
  text: string
}

/** Every text that was written, in the order of the introductions. */
export function offers(introductions: Introduction[]): Offer[] {
  return introductions.flatMap((introduction) =>
    TEXTS.filter((text) => introduction[text]).map((text) => ({
      label: `${introduction.occasion} · ${t(`me.introduction.${text}`)}`,
      text: introduction[text],
    })),
  )
}

// What somebody says in a minute who wants to be understood.
const WORDS_A_MINUTE = 130

/** How many seconds a text takes aloud, 0 for none. */
export function secondsAloud(text: string): number {
  const words = text.trim().split(/\s+/).filter(Boolean).length
  return Math.ceil((words / WORDS_A_MINUTE) * 60)
}
