import type { Differing, DifferingThing } from '../api/views'
import { called, list, t, tOf } from '../i18n/i18n.svelte'

const NAMED = 12

/** The first of the people, and how many more there are. */
export function namesOf(people: Differing): string {
  const names = people.names.slice(0, NAMED).map(called)
  const more = people.count - names.length
  return more > 0 ? `${names.join(', ')} ${t('restore.more', { n: more })}` : list(names)
}

/** What would become of the things of a kind, each in a sentence. */
export function partsOf(thing: DifferingThing): string[] {
  const said = (n: number) => tOf('restore.things', thing.thing, { n })
  return [
    thing.coming ? t('restore.things.come', { things: said(thing.coming) }) : '',
    thing.going ? t('restore.things.go', { things: said(thing.going) }) : '',
    thing.changing ? t('restore.things.change', { things: said(thing.changing) }) : '',
  ].filter(Boolean)
}
