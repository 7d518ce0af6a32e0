import type { DifferenceValue } from '../api/views'
import { partialDate, t } from '../i18n/i18n.svelte'
import { tellingTypes, typeName } from '../i18n/types'

/** A value as a person reads it. */
export function valueOf(value: DifferenceValue): string {
  return value.year || value.month || value.day ? partialDate(value) : value.value
}

/** What stands beside a value to tell which one it is. */
export function markOf(value: DifferenceValue): string {
  const kind = value.label || tellingTypes(value.types).map(typeName).join(' · ')
  return [kind, value.closed && t('network.closed')].filter(Boolean).join(' · ')
}
