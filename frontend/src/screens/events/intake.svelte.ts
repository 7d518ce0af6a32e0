import type { GuestForm, GuestList, GuestShape, InvitedFrom, SkippedLine } from '../../api/views'
import { Job } from '../../session/job.svelte'
import type { Session } from '../../session/session.svelte'

/** Where a list comes from: what was pasted, or a file. */
export type Source = { text: string } | { path: string }

/** A guest of a list that is looked at. The key stays the same when the columns are read anew. */
export interface Row {
  key: string
  guest: GuestForm
  out: boolean
}

const NOTHING: GuestList = { from: { title: '', when: '', others: 0, fits: false }, guests: [], skipped: [], shapes: [] }

/** Which sentence says whose guests of a calendar these are; undefined for another list, and for the only event of one, where it fits. */
export function whoseOf({ title, when, others, fits }: InvitedFrom): 'guests.intake.from' | 'guests.intake.other' | 'guests.intake.another' | undefined {
  if (others > 0) return fits ? 'guests.intake.from' : 'guests.intake.other'
  return (title || when) && !fits ? 'guests.intake.another' : undefined
}

/** Shows what a list holds before anything of it is taken in, and lets it be mended. */
export class IntakeController {
  list = $state.raw<GuestList>(NOTHING)
  fields = $state.raw<string[]>([])
  ready = $state(false)
  cursor = $state(0)
  part = $state<'guests' | 'left'>('guests')
  #source = $state.raw<Source>()
  #mended = $state.raw<ReadonlyMap<string, GuestForm>>(new Map())
  #out = $state.raw<ReadonlySet<string>>(new Set())
  rows = $derived(this.#rowsOf())
  /** The lines that hold no guest, but for empty ones and those that were taken in after all. */
  left = $derived(this.list.skipped.filter((line) => !silent(line) && !this.#mended.has(keyOf(line.line, 0))))
  taken = $derived(this.rows.filter(({ out }) => !out))
  /** How many of them stand on the list already, and are known again there. */
  already = $derived(this.taken.filter(({ guest }) => guest.already).length)
  /** How lines are split into more than one column, so that there is something to mend. */
  shapes = $derived(this.list.shapes.filter(({ fields }) => fields.length > 1))
  /** The taking in, while it runs. */
  readonly job: Job
  readonly #session: Session
  readonly #event: number

  constructor(session: Session, event: number) {
    this.job = new Job(session.api)
    this.#session = session
    this.#event = event
  }

  /** The guest that the keyboard is with. */
  get current(): Row | undefined {
    return this.rows[Math.min(this.cursor, this.rows.length - 1)]
  }

  /** Reads a list. Answers whether it could be read. */
  async read(source: Source): Promise<boolean> {
    this.#source = source
    this.#mended = new Map()
    this.#out = new Set()
    this.cursor = 0
    if (this.fields.length === 0) this.fields = (await this.#session.attempt(() => this.#session.api.guestLists.fields())) ?? []
    return this.#again([])
  }

  /** Says what a column of a shape is, and reads the lines anew. What was mended by hand stays. */
  async take(shape: GuestShape, column: number, field: string): Promise<void> {
    const to = { ...shape, fields: shape.fields.map((one, i) => (i === column ? field : one)) }
    await this.#again(this.list.shapes.map((one) => (one === shape ? to : one)))
  }

  move(by: number): void {
    const count = this.part === 'guests' ? this.rows.length : this.left.length
    this.cursor = Math.max(0, Math.min(count - 1, this.cursor + by))
  }

  look(part: 'guests' | 'left'): void {
    this.part = part
    this.cursor = 0
  }

  /** Leaves a guest out, or takes them in again; of a line that was left out makes a guest. */
  toggle(): void {
    if (this.part === 'left') return this.#rescue()
    const row = this.current
    if (!row) return
    const out = new Set(this.#out)
    if (!out.delete(row.key)) out.add(row.key)
    this.#out = out
  }

  /** Writes a guest anew. */
  mend(key: string, guest: GuestForm): void {
    this.#mended = new Map(this.#mended).set(key, { ...guest, mended: true, already: false })
  }

  /** Takes the guests in that were not left out. Answers whether it did; no while it runs already, and where it was cancelled. */
  async invite(): Promise<boolean> {
    const guests = this.taken.map(({ guest }) => guest)
    if (guests.length === 0 || this.job.running) return false
    const done = await this.job.run((job) => this.#session.change(() => this.#session.api.guestLists.invite(job, this.#event, guests)))
    return done !== undefined
  }

  #rescue(): void {
    const line = this.left[Math.min(this.cursor, this.left.length - 1)]
    if (!line) return
    this.mend(keyOf(line.line, 0), { ...BLANK, line: line.line, text: line.text, name: line.text.trim() })
    if (this.left.length === 0) this.look('guests')
  }

  async #again(shapes: GuestShape[]): Promise<boolean> {
    const source = this.#source
    if (!source) return false
    const { guestLists } = this.#session.api
    const list = await this.#session.attempt(() =>
      'text' in source ? guestLists.read(this.#event, source.text, shapes) : guestLists.readFile(this.#event, source.path, shapes),
    )
    if (!list) return false
    this.list = list
    this.ready = true
    return true
  }

  #rowsOf(): Row[] {
    const seen = new Map<number, number>()
    const rows = this.list.guests.map((guest) => {
      const nth = seen.get(guest.line) ?? 0
      seen.set(guest.line, nth + 1)
      const key = keyOf(guest.line, nth)
      return { key, guest: this.#mended.get(key) ?? guest, out: this.#out.has(key) }
    })
    const rescued = this.list.skipped.flatMap(({ line }) => {
      const key = keyOf(line, 0)
      const guest = this.#mended.get(key)
      return guest ? [{ key, guest, out: this.#out.has(key) }] : []
    })
    return rescued.length > 0 ? [...rows, ...rescued].sort((a, b) => a.guest.line - b.guest.line) : rows
  }
}

/** A guest of whom nothing is known. */
const BLANK: GuestForm = {
  line: 0, text: '', name: '', family: '', given: '', prefixes: '', suffixes: '', before: '', organisation: '', role: '', mail: '', phone: '',
  note: '', twin: 0, already: false, mended: false,
}

function keyOf(line: number, nth: number): string {
  return `${line}.${nth}`
}

function silent({ why }: SkippedLine): boolean {
  return why === 'blank' || why === 'rule'
}
