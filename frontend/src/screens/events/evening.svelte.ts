import { filled } from '../../api/filled'
import type { Change, CoffeeReason, Evening, EveningGuest } from '../../api/views'
import { language, list, partialDate, t, tOf } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'
import { type Note, Notes, topicsIn } from './notes.svelte'

export type Status = 'met' | 'unseen' | 'open'

/** Which guests a step shows, and in which order. */
export type Order = 'coffees' | 'site' | 'after'

/** After so many coffees an evening has enough. */
const ENOUGH = 5

/** Knows the guests of an event, what speaks for a coffee with each and what became of them. */
export class EveningController {
  view = $state.raw<Evening>()
  /** What is looked for among all guests. */
  sought = $state('')
  /** The guest where the keyboard is, 0 for the first that is shown. */
  cursor = $state(0)

  readonly #alphabet = $derived.by(() => this.#shelf.sort(this.view?.guests ?? [], language()))
  readonly #folded = $derived(this.#alphabet.map(({ name, organisation, role }) => fold(`${name} ${organisation} ${role}`)))
  suggested = $derived.by(() => {
    const byId = new Map(this.view?.guests.map((guest) => [guest.id, guest]))
    return (this.view?.suggested ?? []).flatMap((id) => byId.get(id) ?? [])
  })
  coffees = $derived(this.#alphabet.filter(({ coffee }) => coffee))
  enough = $derived(this.coffees.length >= ENOUGH)
  /** Those who were met and of whom something is still to be written down. */
  pending = $derived(this.#alphabet.filter(({ status, written }) => status === 'met' && !written))
  /** Those of whom it is still open what became of them, and nothing is noted: whoever took a note of somebody may have met them. */
  rest = $derived(this.#alphabet.filter((guest) => guest.status === 'open' && !isNoted(guest)))
  /** Who comes before everybody else while nobody is looked for. */
  readonly #first = $derived.by(() => (this.order === 'coffees' ? this.suggested : this.coffees))
  /** Whom one spoke to on site beside them: they stay in sight when nobody is looked for any more. */
  readonly #spoken = $derived(
    this.#alphabet.filter((guest) => !guest.coffee && (guest.status === 'met' || isNoted(guest) || this.#seen.has(guest.id))),
  )
  shown = $derived.by(() => {
    if (this.sought.trim()) return this.#found(this.sought)
    if (this.order === 'site') return [...this.coffees, ...this.#spoken]
    const ids = new Set(this.#first.map(({ id }) => id))
    return [...this.#first, ...this.#alphabet.filter(({ id }) => !ids.has(id))]
  })
  /** The stretches of what is shown, with their titles. */
  sections = $derived.by(() => {
    if (this.sought.trim()) return []
    const few = this.#first.length
    if (few === 0) return [{ label: t('evening.everybody'), offset: 0 }]
    const first = { label: t(this.order === 'coffees' ? 'coffee.suggested' : 'evening.mine'), offset: 0 }
    return few < this.shown.length ? [first, { label: t('evening.others'), offset: few }] : [first]
  })
  index = $derived(Math.max(0, this.shown.findIndex(({ id }) => id === this.cursor)))
  current = $derived<EveningGuest | undefined>(this.shown[this.index])

  /** What is being noted of guests. */
  readonly notes: Notes
  readonly order: Order
  readonly #session: Session
  readonly #event: number
  readonly #shelf = new Shelf()
  /** Of whom something was said since the step was opened: nobody goes from under the hand. */
  #seen = $state.raw(new Set<number>())
  #reading = false
  #again = false
  #changing = 0

  constructor(session: Session, event: number, order: Order) {
    this.#session = session
    this.#event = event
    this.order = order
    this.notes = new Notes(session, (guest, note) => this.#noted(guest, note))
  }

  /** Reads the evening again. What is asked for while it is being read is read once, after that. */
  async read(): Promise<void> {
    if (this.#reading) {
      this.#again = true
      return
    }
    this.#reading = true
    do {
      this.#again = false
      const view = await this.#session.attempt(() => this.#session.api.evenings.read(this.#event))
      // What was read before a change would take it back for a moment.
      if (view && this.#changing === 0) this.view = view
    } while (this.#again)
    this.#reading = false
  }

  /** Moves the cursor and answers the place where it is. */
  move(to: number): number {
    const index = Math.max(0, Math.min(this.shown.length - 1, to))
    this.cursor = this.shown[index]?.id ?? 0
    return index
  }

  /** Moves on to the next guest of whom it is still open what became of them. */
  moveOn(): number {
    const next = this.shown.findIndex(({ status }, at) => at > this.index && status === 'open')
    return next < 0 ? this.index : this.move(next)
  }

  /** Chooses a guest for a coffee, or no longer. */
  async toggle({ id, coffee }: EveningGuest): Promise<void> {
    await this.#change([id], { coffee: !coffee }, () => this.#session.api.evenings.choose([id], !coffee))
  }

  /** Notes what became of guests. */
  async see(guests: EveningGuest[], status: Status): Promise<void> {
    const ids = guests.filter((guest) => guest.status !== status).map(({ id }) => id)
    this.#seen = new Set([...this.#seen, ...ids])
    if (ids.length > 0) await this.#change(ids, { status }, () => this.#session.api.evenings.see(ids, status))
  }

  /** Decides who a guest is: somebody in the book, or for 0 nobody there. */
  async recognise({ id }: EveningGuest, person: number): Promise<void> {
    await this.#change([id], { may: [] }, () => this.#session.api.occasions.recognise(id, person))
  }

  /** Writes down with the people whom one met. Says who has to be decided about first. */
  async writeDown(): Promise<void> {
    // What was just noted may be what there is to write down.
    await this.notes.settle()
    if (this.pending.length === 0) return
    const done = await this.#session.change(() => this.#session.api.evenings.writeDown(this.#event))
    if (done && done.waiting.length > 0) this.#session.notices.say(() => t('evening.waiting', { names: list(done.waiting) }))
  }

  /** Notes how many people came, 0 for nobody knows. */
  async came(n: number): Promise<void> {
    if (n !== this.view?.came) await this.#session.change(() => this.#session.api.evenings.came(this.#event, n))
  }

  #found(text: string): EveningGuest[] {
    const words = fold(text).split(/\s+/).filter(Boolean)
    return this.#alphabet.filter((_, at) => words.every((word) => this.#folded[at]?.includes(word)))
  }

  #noted(id: number, { remark, promise, topics }: Note): void {
    const written = this.view?.guests.find((guest) => guest.id === id)?.written ?? false
    const list = topicsIn(topics)
    this.#show([id], { remark, promise, topics: list, written: written && !promise.trim() && list.length === 0 })
  }

  #show(ids: number[], patch: Partial<EveningGuest>): void {
    const { view } = this
    const among = new Set(ids)
    if (view) this.view = { ...view, guests: view.guests.map((guest) => (among.has(guest.id) ? { ...guest, ...patch } : guest)) }
  }

  // What is changed shows at once; the backend, which looks at everybody again, follows.
  async #change(ids: number[], patch: Partial<EveningGuest>, work: () => Promise<Change>): Promise<void> {
    this.#show(ids, patch)
    this.#changing++
    const done = await this.#session.change(() => work().finally(() => this.#changing--))
    if (!done) await this.read()
  }
}

/**
 * Sorts guests by their names and remembers the places: to compare thousands of names as a language does takes longer than a frame,
 * and what changes about guests is mostly anything but their names.
 */
class Shelf {
  #language = ''
  #places = new Map<number, { name: string; at: number }>()

  sort(guests: EveningGuest[], language: string): EveningGuest[] {
    const known = this.#language === language && guests.length === this.#places.size
    if (known && guests.every(({ id, name }) => this.#places.get(id)?.name === name)) {
      const sorted = guests.slice()
      for (const guest of guests) sorted[this.#places.get(guest.id)?.at ?? 0] = guest
      return sorted
    }
    const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
    const sorted = guests.toSorted((a, b) => compare(a.name, b.name) || a.id - b.id)
    this.#language = language
    this.#places = new Map(sorted.map(({ id, name }, at) => [id, { name, at }]))
    return sorted
  }
}

/** Says why a guest may be worth a coffee. */
export function reason({ code, args, when }: CoffeeReason): string {
  const [year = 0, month = 0] = when.split('-').map(Number)
  return tOf('coffee.reason', code, { ...filled(args), when: when && partialDate({ year, month, day: 0 }) })
}

/** What the list says of a guest beside the name. */
export function lineOf({ role, organisation }: EveningGuest): string {
  return [role, organisation].filter(Boolean).join(' · ')
}

/** Tells whether anything was noted of a guest. */
export function isNoted({ remark, promise, topics }: EveningGuest): boolean {
  return remark !== '' || promise !== '' || topics.length > 0
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}
