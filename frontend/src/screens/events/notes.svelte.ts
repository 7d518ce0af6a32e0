import type { Change, EveningGuest } from '../../api/views'
import type { Session } from '../../session/session.svelte'

/** What one notes of a guest, as it stands in the fields. */
export interface Note {
  remark: string
  promise: string
  /** Between commas. */
  topics: string
}

// So long after the last key what was written is kept: nobody writes a word in that time, and nobody misses one.
const PAUSE_MS = 500

/**
 * Keeps what is noted of guests while it is being written. Until the fields are left it is one operation, however often it was
 * kept, and nothing on screen is read anew for it.
 */
export class Notes {
  #written = $state.raw<ReadonlyMap<number, Note>>(new Map())
  /** By guest: what the book has, undefined where it could not be kept, and the operation that it goes on with. */
  readonly #kept = new Map<number, { note?: Note; change?: Change }>()
  readonly #session: Session
  readonly #tell: (guest: number, note: Note) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #keeping: Promise<void> = Promise.resolve()

  /** tell hears of a note that is kept for good. */
  constructor(session: Session, tell: (guest: number, note: Note) => void) {
    this.#session = session
    this.#tell = tell
  }

  /** What is noted of a guest, with what is being written. */
  of(guest: EveningGuest): Note {
    return this.#written.get(guest.id) ?? { remark: guest.remark, promise: guest.promise, topics: guest.topics.join(', ') }
  }

  /** Writes a part of the note. It is kept a moment later. */
  write(guest: EveningGuest, part: Partial<Note>): void {
    this.#written = new Map(this.#written).set(guest.id, { ...this.of(guest), ...part })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#keep(), PAUSE_MS)
  }

  /** Keeps at once whatever was written, and says so. Answers whether all of it is kept. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#written.size === 0) return true
    await this.#keep()
    const rest = new Map(this.#written)
    const changes: Change[] = []
    for (const [guest, { note, change }] of this.#kept) {
      if (!note || !same(rest.get(guest), note)) continue
      rest.delete(guest)
      this.#kept.delete(guest)
      this.#tell(guest, note)
      if (change) changes.push(change)
    }
    this.#written = rest
    for (const change of changes) await this.#session.announce(change)
    return rest.size === 0
  }

  /** Gives up whatever could not be kept. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#written = new Map()
    this.#kept.clear()
  }

  // One after the other, so that each knows the operation that it goes on with.
  #keep(): Promise<void> {
    this.#keeping = this.#keeping.then(async () => {
      for (const [guest, note] of this.#written) {
        const before = this.#kept.get(guest)
        if (same(before?.note, note)) continue
        const form = { guest, remark: note.remark, promise: note.promise, topics: topicsIn(note.topics), on: before?.change?.operation ?? 0 }
        const change = await this.#session.attempt(() => this.#session.api.evenings.note(form))
        // What cannot be kept stays in the field, and is tried again.
        this.#kept.set(guest, { note: change && note, change: change?.operation ? change : before?.change })
      }
    })
    return this.#keeping
  }
}

/** The topics of a field, between commas. */
export function topicsIn(text: string): string[] {
  return text.split(',').map((part) => part.trim()).filter(Boolean)
}

function same(one: Note | undefined, other: Note): boolean {
  return one !== undefined && one.remark === other.remark && one.promise === other.promise && one.topics === other.topics
}
