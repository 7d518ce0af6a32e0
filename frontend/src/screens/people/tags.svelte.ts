import type { Tag } from '../../api/views'
import type { Session } from '../../session/session.svelte'

/** The colours that a tag can have. */
export const COLOURS = ['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5', 'hue-6', 'hue-7', 'hue-8'] as const

/** Decides what becomes of the tags themselves: their names, their colours, which are one. */
export class TagsController {
  /** What is typed to find a tag, or to name a new one. */
  typed = $state('')
  /** The tag whose name is being written, and the name so far. */
  renaming = $state.raw<Tag | undefined>()
  name = $state('')
  /** The tag that is to become part of another one. */
  merging = $state.raw<Tag | undefined>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** The tags whose name holds what is typed. */
  get tags(): Tag[] {
    const typed = this.typed.trim().toLocaleLowerCase()
    return this.#session.tags.filter((tag) => tag.name.toLocaleLowerCase().includes(typed))
  }

  /** What is typed names a tag that is not there yet. */
  get fresh(): boolean {
    const typed = this.typed.trim()
    return typed !== '' && !this.#named(typed)
  }

  /** The tag that a renaming would merge with; undefined where the name is free. */
  get onto(): Tag | undefined {
    const found = this.#named(this.name.trim())
    return found && found.name !== this.renaming?.name ? found : undefined
  }

  /** Creates the tag that is typed. The book gives it a colour. */
  async create(): Promise<void> {
    if (!this.fresh) return
    const done = await this.#session.change(() => this.#session.api.tags.create(this.typed.trim(), ''))
    if (done) this.typed = ''
  }

  /** Starts to rename a tag. */
  rename(tag: Tag): void {
    this.renaming = tag
    this.name = tag.name
    this.merging = undefined
  }

  /** Gives the tag its new name. On the name of another one the two become one. */
  async finishRename(): Promise<void> {
    const tag = this.renaming
    const name = this.name.trim()
    this.renaming = undefined
    if (!tag || !name || name === tag.name) return
    await this.#session.change(() => this.#session.api.tags.rename(tag.name, this.#named(name)?.name ?? name))
  }

  /** Gives a tag a colour. */
  async colour(tag: Tag, colour: string): Promise<void> {
    if (tag.colour !== colour) await this.#session.change(() => this.#session.api.tags.colour(tag.name, colour))
  }

  /** Makes the tag that is being merged a part of another one. */
  async merge(into: string): Promise<void> {
    const tag = this.merging
    this.merging = undefined
    if (tag) await this.#session.change(() => this.#session.api.tags.merge([tag.name], into))
  }

  /** Deletes a tag, and takes it off everybody. */
  async remove(tag: Tag): Promise<void> {
    await this.#session.change(() => this.#session.api.tags.remove(tag.name))
  }

  #named(name: string): Tag | undefined {
    const wanted = name.toLocaleLowerCase()
    return this.#session.tags.find((tag) => tag.name.toLocaleLowerCase() === wanted)
  }
}
