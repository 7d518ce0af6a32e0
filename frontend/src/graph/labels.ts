import type { Point } from './drawing'

/** A label that wants to be drawn, in pixels: at a dot of some radius, or over its middle. */
export interface Wish extends Point {
  width: number
  height: number
  radius: number
  over?: true
  /** Where it stands best, seen from its dot; to the right of it unless said. */
  toward?: Point
}

/** Where the label of a wish has found room: the middle of its left edge. */
export interface Room extends Point {
  wish: number
}

// The air around a label, so that no two look like one.
const AIR = 3
const CELL = 64

/**
 * Finds room for labels, the first wishes first: right of the dot, left of it, below or above. Who finds none gets none. What
 * is written over a middle gives way up or down. No label lies over another, over the edge, over what is covered, or over a dot
 * of the obstacles that is not its own.
 */
export function findRoom(wishes: Wish[], obstacles: (Point & { radius: number } | Box)[], size: { width: number; height: number }, most: number): Room[] {
  const taken = new Boxes()
  for (const one of obstacles) {
    if ('left' in one) taken.add(one)
    else taken.add({ left: one.x - one.radius, top: one.y - one.radius, right: one.x + one.radius, bottom: one.y + one.radius })
  }
  const found: Room[] = []
  for (let i = 0; i < wishes.length && found.length < most; i++) {
    const wish = wishes[i] as Wish
    for (const { x, y } of placesOf(wish)) {
      const box = { left: x - AIR, top: y - wish.height / 2 - 1, right: x + wish.width + AIR, bottom: y + wish.height / 2 + 1 }
      if (box.left < 0 || box.top < 0 || box.right > size.width || box.bottom > size.height) continue
      if (taken.meets(box, wish)) continue
      taken.add(box)
      found.push({ wish: i, x, y })
      break
    }
  }
  return found
}

function placesOf({ x, y, width, height, radius, over, toward }: Wish): Point[] {
  if (over) return [0, -1, 1].map((up) => ({ x: x - width / 2, y: y + up * (height + 2) }))
  const away = radius + 4
  const right = { x: x + away, y }
  const left = { x: x - away - width, y }
  const below = { x: x - width / 2, y: y + away + height / 2 }
  const above = { x: x - width / 2, y: y - away - height / 2 }
  if (!toward) return [right, left, below, above]
  const sides = toward.x < 0 ? [left, right] : [right, left]
  const ends = toward.y < 0 ? [above, below] : [below, above]
  return Math.abs(toward.x) * 3 < Math.abs(toward.y) ? [...ends, ...sides] : [...sides, ...ends]
}

/** A piece of the canvas. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Boxes that are found quickly by where they lie. */
class Boxes {
  #cells = new Map<string, Box[]>()

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const here = this.#cells.get(cell)
      if (here) here.push(box)
      else this.#cells.set(cell, [box])
    }
  }

  // The dot that a label belongs to stands in nobody's way.
  meets(box: Box, own: Point): boolean {
    return cellsOf(box).some((cell) =>
      this.#cells.get(cell)?.some(
        (other) =>
          other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top &&
          !((other.left + other.right) / 2 === own.x && (other.top + other.bottom) / 2 === own.y),
      ),
    )
  }
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) cells.push(`${column} ${row}`)
  }
  return cells
}
