import type { Event, EventForm } from '../../api/views'
import type { Session } from '../../session/session.svelte'

/** The steps of an event, in their order. */
export const STEPS = ['guests', 'coffees', 'site', 'after'] as const
export type Step = (typeof STEPS)[number]

/** The form of an event that is not there yet. */
export const NEW: EventForm = { id: 0, title: '', when: '', place: '', link: '', topics: [], note: '', introduction: '', questions: [] }

/** Knows which events there are. */
export class EventsController {
  all = $state.raw<Event[]>([])
  /** True once the list is here, so that nothing is called empty too early. */
  ready = $state(false)
  coming = $derived(this.all.filter(({ past }) => !past))
  past = $derived(this.all.filter(({ past }) => past))
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** Reads the events again. */
  async read(): Promise<void> {
    await this.#session.attempt(async () => {
      this.all = await this.#session.api.occasions.list()
      this.ready = true
    })
  }

  /** Deletes an event with its guest list. Answers whether it did. */
  async remove(id: number): Promise<boolean> {
    return (await this.#session.change(() => this.#session.api.occasions.remove(id))) !== undefined
  }
}

/** Knows one event. */
export class EventController {
  event = $state.raw<Event>()
  /** The event is not in the book, or not any more. */
  gone = $state(false)
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** Reads an event. */
  async read(id: number): Promise<void> {
    try {
      this.event = await this.#session.api.occasions.read(id)
      this.gone = false
    } catch (reason) {
      this.event = undefined
      this.gone = true
      if (!isMissing(reason)) this.#session.fail(reason)
    }
  }
}

/** Saves what the form of an event says, which came from an invitation or from nowhere (""). Answers its number, undefined when it did not work. */
export async function keep(session: Session, form: EventForm, invitation = ''): Promise<number | undefined> {
  const { guestLists, occasions } = session.api
  return (await session.change(() => (invitation ? guestLists.add(invitation, form) : occasions.save(form))))?.event
}

/** Brings the event that an invitation is to up to date. Answers its number, undefined when it did not work. */
export async function renew(session: Session, invitation: string): Promise<number | undefined> {
  return (await session.change(() => session.api.guestLists.renew(invitation)))?.event
}

function isMissing(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && reason.code === 'not-found'
}
