import type { Guest, GuestMatch } from '../../api/views'
import { filled } from '../../api/filled'
import { t, tOf } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

/** What is known of a guest: who they are, that they may be somebody, or that they are nobody in the book. */
export type Standing = 'known' | 'ask' | 'nobody'

export type Show = 'all' | 'ask'

/** Tells what is known of a guest. */
export function standingOf({ matches, stranger }: Guest): Standing {
  const [first] = matches
  if (!first || stranger) return 'nobody'
  return first.sure ? 'known' : 'ask'
}

/** Says in words why a guest may be somebody. */
export function reasonsOf(match: GuestMatch): string {
  if (match.reasons.length === 0) return t('guests.decided')
  return match.reasons.map(({ code, args }) => tOf('reason', code, filled(args))).join(' · ')
}

/** Says of a guest where they are and what they do there. */
export function placeOf({ role, organisation }: Pick<Guest, 'role' | 'organisation'>): string {
  return [role, organisation].filter(Boolean).join(' · ')
}

/** Knows the guest list of an event, and decides who the guests are. */
export class GuestsController {
  all = $state.raw<Guest[]>([])
  ready = $state(false)
  show = $state<Show>('all')
  cursor = $state(0)
  asking = $derived(this.all.filter((guest) => standingOf(guest) === 'ask'))
  known = $derived(this.all.filter((guest) => standingOf(guest) === 'known'))
  shown = $derived(this.show === 'ask' ? this.asking : this.all)
  current = $derived(this.shown[Math.min(this.cursor, this.shown.length - 1)])
  readonly #session: Session
  readonly #event: number
  #reading: Promise<void> | undefined
  #again = false
  #deciding = 0

  constructor(session: Session, event: number) {
    this.#session = session
    this.#event = event
  }

  /** Reads the list again. The keyboard stays with the guest it is with. What is asked for while it is being read is read once, after that. */
  read(): Promise<void> {
    this.#again = this.#reading !== undefined
    this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined))
    return this.#reading
  }

  async #readAll(): Promise<void> {
    do {
      this.#again = false
      const all = await this.#session.attempt(() => this.#session.api.occasions.guests(this.#event))
      // What was read before a decision would take it back for a moment.
      if (!all || this.#deciding > 0) continue
      this.#show(all)
      this.ready = true
    } while (this.#again)
  }

  #show(all: Guest[]): void {
    const at = this.current?.id
    this.all = all
    if (this.asking.length === 0) this.show = 'all'
    const found = this.shown.findIndex(({ id }) => id === at)
    this.cursor = found >= 0 ? found : Math.max(0, Math.min(this.cursor, this.shown.length - 1))
  }

  /** Shows all guests or those who are to be decided on, and stays with the same one where it can. */
  look(show: Show): void {
    const at = this.current?.id
    this.show = show
    this.cursor = Math.max(0, this.shown.findIndex(({ id }) => id === at))
  }

  /** Goes some guests on or back. */
  move(by: number): void {
    this.cursor = Math.max(0, Math.min(this.shown.length - 1, this.cursor + by))
  }

  /** Leaves the guest as they are and goes on to the next to be decided on, from the top again after the last. */
  skip(): void {
    const waiting = (guest: Guest) => standingOf(guest) === 'ask' && guest !== this.current
    const next = this.shown.findIndex((guest, i) => i > this.cursor && waiting(guest))
    const wrapped = next >= 0 ? next : this.shown.findIndex(waiting)
    if (wrapped >= 0) this.cursor = wrapped
  }

  /** Says that the guest is who they most likely are. Answers whether there is anybody to say it of. */
  yes(): boolean {
    const match = this.current?.matches[0]
    if (!match) return false
    void this.decide(match.person.id)
    return true
  }

  /** Says that the guest is somebody in the book, or for 0 nobody there, and goes on to the next question. */
  async decide(person: number): Promise<void> {
    const guest = this.current
    if (!guest || (person !== 0 && guest.person === person)) return
    const next = standingOf(guest) === 'ask' ? this.#after(guest) : guest
    // A decision about somebody of the list shows at once; the backend, which looks at all of them again, follows.
    const match = guest.matches.find((one) => one.person.id === person)
    if (person === 0 || match) {
      const decided = { ...guest, person, stranger: person === 0, matches: match ? [{ ...match, sure: true, reasons: [] }] : [] }
      this.#show(this.all.map((one) => (one === guest ? decided : one)))
      this.#goTo(next)
    }
    this.#deciding++
    await this.#session.change(() => this.#session.api.occasions.recognise(guest.id, person).finally(() => this.#deciding--))
    await this.read()
    if (person !== 0 && !match) this.#goTo(next)
  }

  #goTo(guest: Guest | undefined): void {
    const at = this.shown.findIndex(({ id }) => id === guest?.id)
    if (at >= 0) this.cursor = at
  }

  /** Takes the guest off the list. */
  async remove(): Promise<void> {
    const guest = this.current
    if (guest) await this.#session.change(() => this.#session.api.occasions.uninvite([guest.id]))
  }

  #after(guest: Guest): Guest | undefined {
    const from = this.shown.indexOf(guest)
    const rest = [...this.shown.slice(from + 1), ...this.shown.slice(0, from)]
    return rest.find((one) => standingOf(one) === 'ask') ?? guest
  }
}
