/** A sentence; one that is made when it is read follows the language. */
export type Words = string | (() => string)

/** Something to be read once, at the edge of the window. Hint, where there is one, says what to do about it. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly hint: string
  readonly tone: 'plain' | 'fault'
  readonly action: { readonly label: string; run: () => void } | undefined
}

/** What a notice offers. */
export interface Action {
  label: Words
  run: () => void
}

// Long enough to reach for what a notice offers, and to read it slowly; a fault is read twice.
const LEAST_MS = 8000
const CHARACTER_MS = 90

/** The notices that are to be seen, a few seconds each. What has been done replaces what was said before, faults included. */
export class Notices {
  items = $state.raw<Notice[]>([])
  #next = 1
  #held = false
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  /** Shows what happened, with one thing to do about it. */
  say(text: Words, action?: Action): void {
    for (const notice of this.items) this.close(notice.id)
    this.#show('plain', text, '', action)
  }

  /** Shows what did not work, beside what has been done. */
  fault(text: Words, hint: Words): void {
    for (const notice of this.items) if (notice.tone === 'fault') this.close(notice.id)
    this.#show('fault', text, hint)
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.items = this.items.filter((notice) => notice.id !== id)
  }

  /** Keeps the notices while somebody reads or reaches for them. */
  hold(): void {
    this.#held = true
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Lets them go again after their time. */
  release(): void {
    this.#held = false
    for (const notice of this.items) this.#expire(notice)
  }

  #show(tone: Notice['tone'], text: Words, hint: Words, action?: Action): void {
    const shown: Notice = {
      id: this.#next++,
      tone,
      get text() { return said(text) },
      get hint() { return said(hint) },
      action: action && { get label() { return said(action.label) }, run: action.run },
    }
    this.items = [...this.items, shown]
    if (!this.#held) this.#expire(shown)
  }

  #expire(notice: Notice): void {
    const reading = Math.max(LEAST_MS, (notice.text.length + notice.hint.length) * CHARACTER_MS)
    const stay = notice.tone === 'fault' ? 2 * reading : reading
    clearTimeout(this.#timers.get(notice.id))
    this.#timers.set(notice.id, setTimeout(() => this.close(notice.id), stay))
  }
}

function said(words: Words): string {
  return typeof words === 'string' ? words : words()
}
