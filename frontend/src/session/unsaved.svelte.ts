import { untrack } from 'svelte'
import type { Router } from './router.svelte'

/** Asks before what was written in a form is given up, whichever way the person leaves it: by a key, by another place, with the window. */
export class Unsaved {
  /** The question is on screen. */
  asking = $state(false)
  readonly #dirty: () => boolean | Promise<boolean>
  readonly #release: () => void
  #answered: ((go: boolean) => void) | undefined

  /** dirty tells whether anything was written that is not kept, at once or after a last attempt to keep it. */
  constructor(router: Router, dirty: () => boolean | Promise<boolean>) {
    this.#dirty = dirty
    this.#release = router.guard(() => this.ask())
  }

  /** Asks where the draft says something else than it does now. */
  static of(router: Router, draft: () => unknown): Unsaved {
    const before = untrack(() => JSON.stringify(draft()))
    return new Unsaved(router, () => JSON.stringify(draft()) !== before)
  }

  /** Asks what is to become of what was written. Answers whether the form may be left. */
  async ask(): Promise<boolean> {
    const dirty = this.#dirty()
    if (!(typeof dirty === 'boolean' ? dirty : await dirty)) return true
    this.answer(false)
    this.asking = true
    return new Promise((resolve) => (this.#answered = resolve))
  }

  /** Leaves the form, unless the person stays with what was written. */
  async leave(go: () => void): Promise<void> {
    if (await this.ask()) go()
  }

  /** Takes the answer: whether the form may be left. */
  answer(go: boolean): void {
    this.asking = false
    this.#answered?.(go)
    this.#answered = undefined
  }

  /** Keeps what was written and answers whether that worked, so that the form may be left. */
  async keep(save: () => Promise<boolean>): Promise<void> {
    this.asking = false
    this.answer(await save())
  }

  /** The form is done: nothing is asked any more. */
  release(): void {
    this.#release()
  }
}
