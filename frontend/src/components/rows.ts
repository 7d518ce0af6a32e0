/** Where a section of a list begins, and what its head says. */
export interface Section {
  label: string
  offset: number
}

/** A stretch of rows; end is the first one that no longer belongs to it. */
export interface Stretch {
  start: number
  end: number
}

/** A section with the room that it takes. */
export interface Placed extends Section {
  top: number
  height: number
  end: number
}

/**
 * Knows where each row of a long list lies, head by head, without measuring one: rows are equally high, so 100,000 of them
 * are placed by arithmetic and scrolling never jumps.
 */
export class Rows {
  readonly count: number
  readonly height: number
  readonly sections: Placed[]
  #row: number
  #head: number

  constructor(count: number, row: number, sections: Section[] = [], head = 0) {
    this.count = count
    this.#row = row
    this.#head = sections.length > 0 ? head : 0
    const known = sections.filter((section) => section.offset < count)
    const whole = known.length > 0 ? known : [{ label: '', offset: 0 }]
    this.sections = whole.map((section, i) => {
      const end = whole[i + 1]?.offset ?? count
      const height = this.#head + (end - section.offset) * row
      return { ...section, end, height, top: i * this.#head + section.offset * row }
    })
    this.height = whole.length * this.#head + count * row
  }

  /** How far below the top of the list a row begins. */
  topOf(index: number): number {
    return this.topIn(this.#sectionOf(index), index) + this.#sectionOf(index).top
  }

  /** How far below the top of its section a row begins. */
  topIn(section: Placed, index: number): number {
    return this.#head + (index - section.offset) * this.#row
  }

  /** The rows of a section that are seen through a window, and a few more. */
  within(section: Placed, top: number, height: number, spare: number): Stretch {
    const above = Math.floor((top - section.top - this.#head) / this.#row) - spare
    const below = Math.ceil((top + height - section.top - this.#head) / this.#row) + spare
    const start = Math.max(section.offset, section.offset + above)
    return { start, end: Math.max(start, Math.min(section.end, section.offset + below)) }
  }

  /** The sections that are seen through a window, and a little more. */
  seen(top: number, height: number, spare: number): Placed[] {
    const margin = spare * this.#row
    return this.sections.filter((s) => s.top < top + height + margin && s.top + s.height > top - margin)
  }

  /** How far to scroll so that a row is seen whole below the head of its section, or undefined when it is. */
  reveal(index: number, top: number, height: number): number | undefined {
    const y = this.topOf(index)
    if (y - this.#head < top) return Math.max(0, y - this.#head)
    if (y + this.#row > top + height) return y + this.#row - height
    return undefined
  }

  #sectionOf(index: number): Placed {
    const last = this.sections.length - 1
    const i = this.sections.findIndex((section) => index < section.end)
    return this.sections[i < 0 ? last : i] as Placed
  }
}
