import type { Encounter, EncounterForm, Thread, ThreadForm, Timeline } from '../../api/views'
import type { Session } from '../../session/session.svelte'

/** A timeline on which nothing is. */
export const NOTHING: Timeline = { encounters: [], threads: [] }

/** What is asked for by a dialog: an encounter or a thread, a new one or one that is there. */
export type Writing = { what: 'encounter'; form: EncounterForm } | { what: 'thread'; form: ThreadForm }

/** A new encounter with people, today. */
export function newEncounter(people: number[]): Writing {
  return { what: 'encounter', form: { id: 0, kind: 'coffee', day: today(), people, event: 0, note: '' } }
}

/** A new thread with people. */
export function newThread(people: number[]): Writing {
  return { what: 'thread', form: { id: 0, text: '', state: 'open', people, event: 0, opened: '', closed: '' } }
}

/** An encounter that is there, to be changed. */
export function changedEncounter({ id, kind, day, people, event, note }: Encounter): Writing {
  return { what: 'encounter', form: { id, kind, day, people, event, note } }
}

/** A thread that is there, to be changed. */
export function changedThread({ id, text, state, people, event, opened, closed }: Thread): Writing {
  return { what: 'thread', form: { id, text, state, people, event, opened, closed } }
}

/** Decides what a person's timeline shows, and does what one can do with it. */
export class TimelineController {
  #timeline = $state.raw<Timeline>(NOTHING)
  /** The threads that ended are shown, too. */
  whole = $state(false)
  readonly #session: Session
  #asked = 0

  constructor(session: Session) {
    this.#session = session
  }

  encounters: Encounter[] = $derived.by(() => this.#timeline.encounters)
  open: Thread[] = $derived.by(() => this.#timeline.threads.filter(({ state }) => state === 'open'))
  ended: Thread[] = $derived.by(() => this.#timeline.threads.filter(({ state }) => state !== 'open'))

  /** Reads the timeline of a person. The answer about whoever was asked for last counts. */
  async read(person: number): Promise<void> {
    const asked = ++this.#asked
    const timeline = await this.#session.attempt(() => this.#session.api.timelines.read(person))
    if (asked === this.#asked) this.#timeline = timeline ?? NOTHING
  }

  /** Says what became of a thread. */
  async settle({ id }: Thread, state: 'open' | 'done' | 'dropped'): Promise<void> {
    await this.#session.change(() => this.#session.api.timelines.settle(id, state))
  }

  /** Deletes an encounter. */
  async removeEncounter({ id }: Encounter): Promise<void> {
    await this.#session.change(() => this.#session.api.timelines.unmeet(id))
  }

  /** Deletes a thread. */
  async removeThread({ id }: Thread): Promise<void> {
    await this.#session.change(() => this.#session.api.timelines.unthread(id))
  }
}

/** Keeps what a dialog was filled in with. Answers whether it worked. */
export async function keep(session: Session, writing: Writing): Promise<boolean> {
  const { timelines } = session.api
  const done = await session.change(() =>
    writing.what === 'encounter' ? timelines.meet({ ...writing.form }) : timelines.leave({ ...writing.form }),
  )
  return done !== undefined
}

// The day it is here, as "2026-11-22".
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
