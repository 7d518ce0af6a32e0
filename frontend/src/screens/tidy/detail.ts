import type { ChangedField, Tally } from '../../api/views'
import { knows, occasion, partialDate, t, tOf } from '../../i18n/i18n.svelte'

type Becoming = 'added' | 'gone' | 'changed'

/** How many were added, deleted and changed, without those that none were. */
export function talliesOf(tally: Tally): { becoming: Becoming; n: number }[] {
  const all = (['added', 'gone', 'changed'] as const).map((becoming) => ({ becoming, n: tally[becoming] }))
  return all.filter(({ n }) => n > 0)
}

/** How many were added, deleted and changed together. */
export function tallyOf({ added, gone, changed }: Tally): number {
  return added + gone + changed
}

/** What a field is called. */
export function fieldOf({ field }: ChangedField): string {
  return tOf('history.field', field)
}

const CODES: Record<string, string[]> = {
  kind: ['encounter.kind', 'history.verdict'],
  state: ['thread.state'],
  status: ['guest.status'],
  colour: ['tags'],
}

/** What a field said before or after, as a person reads it. */
export function saidIn(field: ChangedField, side: 'before' | 'after'): string {
  const value = field[side]
  if (field.field === 'day') return dayOf(value)
  if (field.field === 'at') return occasion(value)
  if (field.field === 'coffee') return t('history.yes')
  const area = CODES[field.field]?.find((name) => knows(`${name}.${value}`))
  return area ? tOf(area, value) : value
}

function dayOf(value: string): string {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  return partialDate({ year, month, day })
}
