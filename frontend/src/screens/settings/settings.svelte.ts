import type { Settings } from '../../api/views'
import { countryName, language, t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

// Countries in whose numbering plans a number can be read. What is not among them can still be dialled with its prefix.
const REGIONS =
  'AD AE AL AR AT AU BA BE BG BR BY CA CH CL CN CO CY CZ DE DK DZ EE EG ES FI FR GB GE GR HK HR HU IE IL IN IQ IR IS IT JP KE KR KZ LB LI LT LU LV MA MD ME MK MT MX MY NG NL NO NZ PE PH PK PL PT RO RS RU SA SE SG SI SK SY TH TN TR TW UA US VN ZA'
    .split(' ')

type Option = { value: string; label: string }

const BIN_DAYS = [30, 90, 365]
const HISTORY_DAYS = [90, 365, 730, 1825]
const YEAR = 365

// A number that was set otherwise than here is offered, too. 0 is never and comes first.
function times(offered: number[], set: number, never: string): Option[] {
  const days = [...new Set([...offered, set])].filter((n) => n > 0).sort((a, b) => a - b)
  const label = (n: number) => (n % YEAR === 0 ? t('settings.years', { n: n / YEAR }) : t('settings.days', { n }))
  return [{ value: '0', label: never }, ...days.map((n) => ({ value: String(n), label: label(n) }))]
}

/** Decides what can be set, and keeps it at once. */
export class SettingsController {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** The countries by name, in the order of the language. */
  get regions(): { value: string; label: string }[] {
    const { region } = this.#session.settings
    const codes = REGIONS.includes(region) || !region ? REGIONS : [region, ...REGIONS]
    const named = codes.map((value) => ({ value, label: countryName(value) }))
    return named.sort((a, b) => a.label.localeCompare(b.label, language()))
  }

  /** After how long the bin lets somebody go. */
  get binTimes(): Option[] {
    return times(BIN_DAYS, this.#session.settings.binDays, t('settings.binDays.never'))
  }

  /** For how long things can be undone. */
  get historyTimes(): Option[] {
    return times(HISTORY_DAYS, this.#session.settings.historyDays, t('settings.historyDays.never'))
  }

  /** Keeps one setting. */
  set(change: Partial<Settings>): void {
    void this.#session.save({ ...this.#session.settings, ...change })
  }

  /** Shows the folder that the book lies in. */
  showBook(): void {
    const { api, start } = this.#session
    void this.#session.attempt(() => api.shell.showFile(start.book))
  }
}
