import type { Point } from './drawing'

/** Tells which of the points lie within a shape, by their places in the list. A shape of less than three corners holds nobody. */
export function within(points: Point[], shape: Point[]): number[] {
  if (shape.length < 3) return []
  return points.flatMap((point, i) => (holds(shape, point) ? [i] : []))
}

// Counts the edges to the right of the point: an odd number means within.
function holds(shape: Point[], { x, y }: Point): boolean {
  let inside = false
  let before = shape.at(-1) as Point
  for (const corner of shape) {
    if (corner.y > y !== before.y > y && x < ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y) + corner.x) inside = !inside
    before = corner
  }
  return inside
}

/**
 * Finds who comes next in a direction, as an arrow key means it: near, and rather straight ahead than beside. Answers the
 * place in the list, -1 where nobody lies that way.
 */
export function toward(points: Point[], from: number, direction: Point): number {
  const start = points[from]
  if (!start) return -1
  let [best, least] = [-1, Infinity]
  points.forEach(({ x, y }, i) => {
    const ahead = (x - start.x) * direction.x + (y - start.y) * direction.y
    const beside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x)
    if (i === from || ahead <= 0 || beside > 2 * ahead) return
    const cost = ahead + 2 * beside
    if (cost < least) [best, least] = [i, cost]
  })
  return best
}
