/** Something to be read once, at the edge of the window. Hint, where there is one, says what to do about it. */
export interface Notice {
  id: number
  text: string
  hint: string
  tone: 'plain' | 'fault'
  action: { label: string; run: () => void } | undefined
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
  say(text: string, action?: Notice['action']): void {
    for (const notice of this.items) this.close(notice.id)
    this.#show({ text, hint: '', tone: 'plain', action })
  }

  /** Shows what did not work, beside what has been done. */
  fault(text: string, hint: string): void {
    for (const notice of this.items) if (notice.tone === 'fault') this.close(notice.id)
    this.#show({ text, hint, tone: 'fault', action: undefined })
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

  #show(notice: Omit<Notice, 'id'>): void {
    const shown = { ...notice, id: this.#next++ }
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
