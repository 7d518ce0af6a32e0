/** Something to be read once, at the edge of the window. Hint, where there is one, says what to do about it. */
export interface Notice {
  id: number
  text: string
  hint: string
  tone: 'plain' | 'fault'
  action: { label: string; run: () => void } | undefined
}

const STAY_MS = 8000

/** The notices that are to be seen. A change replaces the notice of the change before it; faults stay beside it. */
export class Notices {
  items = $state.raw<Notice[]>([])
  #next = 1
  #held = false
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  /** Shows what happened, with one thing to do about it. */
  say(text: string, action?: Notice['action']): void {
    for (const notice of this.items) if (notice.tone === 'plain') this.close(notice.id)
    this.#show({ text, hint: '', tone: 'plain', action })
  }

  /** Shows what did not work. It stays until it is closed or the next fault comes. */
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
    if (notice.tone === 'fault') return
    this.#timers.set(notice.id, setTimeout(() => this.close(notice.id), STAY_MS))
  }
}
