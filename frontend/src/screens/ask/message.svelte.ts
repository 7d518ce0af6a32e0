import { type Failure, failureOf } from '../../api/failure'
import type { Message, PersonRoute } from '../../api/views'
import { t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

// Long enough to finish a word, short enough to be seen as an answer to it.
const PAUSE_MS = 250

/** Drafts a message over a route. Without what it is about there is no draft. */
export class MessageController {
  about = $state('')
  language = $state<'de' | 'en'>('en')
  draft = $state.raw<Message>()
  /** The draft in the person's own words, once they changed it. */
  text = $state('')
  failure = $state.raw<Failure>()
  readonly #session: Session
  readonly #route: number[]
  #round = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session, route: PersonRoute) {
    this.#session = session
    this.#route = route.people.map(({ id }) => id)
    this.language = session.language
  }

  /** Writes the draft anew, after a short pause, so that one can type. */
  soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.write(), PAUSE_MS)
  }

  /** Writes the draft anew. Of several only the newest counts. */
  async write(): Promise<void> {
    clearTimeout(this.#timer)
    const round = ++this.#round
    this.failure = undefined
    if (!this.about.trim()) {
      this.draft = undefined
      this.text = ''
      return
    }
    try {
      const draft = await this.#session.api.questions.message({ route: this.#route, about: this.about, language: this.language })
      if (round !== this.#round) return
      this.draft = draft
      this.text = draft.text
    } catch (reason) {
      if (round !== this.#round) return
      this.failure = failureOf(reason)
      this.draft = undefined
    }
  }

  /** The address by which the mail program opens the draft; "" without a mail address. */
  get mailto(): string {
    const { draft } = this
    if (!draft?.mail) return ''
    return `mailto:${encodeURIComponent(draft.mail).replace('%40', '@')}?subject=${encodeURIComponent(draft.subject)}&body=${encodeURIComponent(this.text.replaceAll('\n', '\r\n'))}`
  }

  /** Copies the draft. Answers whether it worked. */
  async copy(): Promise<boolean> {
    const copied = await this.#session.attempt(async () => {
      await this.#session.api.shell.copy(this.text)
      this.#session.notices.say(() => t('ask.message.copied'))
      return true
    })
    return copied ?? false
  }

  /** Hands the draft to the mail program. Answers whether it worked. */
  async mail(): Promise<boolean> {
    const opened = await this.#session.attempt(async () => {
      await this.#session.api.shell.openLink(this.mailto)
      return true
    })
    return opened ?? false
  }

  leave(): void {
    clearTimeout(this.#timer)
    this.#round++
  }
}
