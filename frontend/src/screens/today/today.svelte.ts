import type { ThreadAtHand, Today } from '../../api/views'
import { called, tOf } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

/** Shows what there is to see today, and closes a thread. */
export class TodayController {
  today = $state.raw<Today>()
  readonly #session: Session
  #asked = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** The threads fit an occasion at hand. */
  fitting = $derived.by(() => this.today?.threads.some(({ why }) => why.code) ?? false)

  /** Reads the day. Of several answers the newest counts. */
  async read(): Promise<void> {
    const asked = ++this.#asked
    const today = await this.#session.attempt(() => this.#session.api.today.read())
    if (asked === this.#asked && today) this.today = today
  }

  /** Says that a thread is done, or that it is let go. */
  async settle({ thread }: ThreadAtHand, state: 'done' | 'dropped'): Promise<void> {
    await this.#session.change(() => this.#session.api.timelines.settle(thread.id, state))
  }
}

/** Says which occasion a thread fits; "" for none. */
export function why({ why }: ThreadAtHand): string {
  if (!why.code) return ''
  return tOf('today.why', why.code, Object.fromEntries(why.args.map(({ name, value }) => [name, name === 'name' ? called(value) : value])))
}
