import type { SheetFields, SheetForm } from '../../api/views'

const KEYS = { people: 'kaffeerunde.sheet', event: 'kaffeerunde.sheet.event' }

type Kept = Pick<SheetForm, 'layout' | 'paper' | 'lang' | 'title' | 'date' | 'place'>

/** What is known of the last sheet. Fields are kept for each layout. */
export type Remembered = Partial<Kept> & { fields?: Record<string, SheetFields> }

/** Remembers how the last sheet was made, so that the next one begins there. */
export class LastSheet {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly #key: string

  /** The sheets of people and of events are remembered apart. */
  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>, of: keyof typeof KEYS = 'people') {
    this.#storage = storage
    this.#key = KEYS[of]
  }

  /** Returns what is known of the last sheet, {} before the first one. */
  read(): Remembered {
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(this.#key) ?? '{}')
      return typeof kept === 'object' && kept !== null ? kept : {}
    } catch {
      return {}
    }
  }

  /** Keeps how a sheet is made. Private notes are never kept as chosen: they are ticked anew each time. */
  write(form: SheetForm): void {
    const { layout, paper, lang, title, date, place } = form
    const fields = { ...this.read().fields, [layout]: { ...form.fields, note: false } }
    this.#storage.setItem(this.#key, JSON.stringify({ layout, paper, lang, title, date, place, fields }))
  }
}
