import { type Drawing, type Point, boxOf } from './drawing'
import { type Ink, colourOf, mix } from './ink'

/** From so many lines on a picture is drawn without them while it moves: they cost most of a frame. */
const MANY_LINES = 2500

/** Tells whether a picture is too large to be drawn whole in every frame of a movement. */
export function isLarge(drawing: Drawing): boolean {
  return drawing.from.length > MANY_LINES || drawing.dots.length > MANY_LINES
}

/** How many pixels one measure of the picture is where all of it is in sight. */
export function measureOf(drawing: Drawing, size: { width: number; height: number }, padding: number): number {
  const box = boxOf(drawing)
  const across = (size.width - 2 * padding) / (box.x[1] - box.x[0])
  const up = (size.height - 2 * padding) / (box.y[1] - box.y[0])
  return Math.max(Math.min(across, up), 0.01)
}

/** The radius of a dot in pixels where all of the picture is in sight: as large as there is room, at least so large. */
export function radiusOf(measure: number, least: number): number {
  return Math.min(Math.max(measure * 0.32, least), 8)
}

// From so many steps on somebody is far.
const FAR = 3

/** Tells whether somebody stands so far from the middle that they step back behind those who are near. */
export function isFar(drawing: Drawing, dot: number): boolean {
  return drawing.middle !== '' && (drawing.dots[dot]?.step ?? 0) >= FAR
}

/** How large a dot is beside the others: who stands in the middle is larger, who stands far from it smaller. */
export function shareOf(drawing: Drawing, dot: number): number {
  if (drawing.dots[dot]?.key === drawing.middle) return 1.5
  return isFar(drawing, dot) ? 0.75 : 1
}

/** The colour of each dot. */
export function dotColours(drawing: Drawing, ink: Ink): string[] {
  return drawing.dots.map(({ group }) => colourOf(ink, drawing.groups[group]?.colour))
}

// Around somebody a line counts by how near its two ends are: what leads outward more than what crosses a ring, and a line
// through the whole picture half as much as one that stays on its side. A picture that is saved has the same rows of numbers
// (picture_file.go), and nearness.json holds both to one.
const OUTWARD = [1, 0.75, 0.5]
const ACROSS = [1, 0.6, 0.35, 0.25]

/**
 * The colour of each line. Within a group it is a breath of the group's own, between two groups fainter still: so the groups
 * are seen, and not what lies between them. Around somebody lines grow fainter with every step.
 */
export function lineColours(drawing: Drawing, ink: Ink): string[] {
  const faint = isLarge(drawing) ? 0.6 : 1
  const middle = placeOf(drawing)
  const between = mix(ink.paper, ink.line, faint)
  return drawing.from.map((from, line) => {
    const group = groupOf(drawing, from)
    const near = nearness(drawing, line, middle)
    if (group < 0 || group !== groupOf(drawing, drawing.to[line])) return near === 1 ? between : mix(ink.paper, between, near)
    return mix(ink.paper, colourOf(ink, drawing.groups[group]?.colour), 0.55 * faint * near)
  })
}

function nearness(drawing: Drawing, line: number, middle = placeOf(drawing)): number {
  if (middle < 0) return 1
  const [from = -1, to = -1] = [drawing.from[line], drawing.to[line]]
  const [one = 0, other = 0] = [from, to].map((dot) => drawing.dots[dot]?.step)
  const near = (one === other ? ACROSS[one] : OUTWARD[Math.min(one, other)]) ?? 1
  return near * Math.min(1, Math.max(awayFrom(drawing, middle, from), awayFrom(drawing, middle, to)) / awayFrom(drawing, from, to))
}

function placeOf({ dots, middle }: Drawing): number {
  return middle === '' ? -1 : dots.findIndex(({ key }) => key === middle)
}

function awayFrom({ x, y }: Drawing, one: number, other: number): number {
  return Math.max(Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0)), 0.01)
}

/** The lines in the order in which they are drawn: what lies between groups lies below, and what is far from the middle. */
export function lineOrder(drawing: Drawing): number[] {
  const lines = drawing.from.map((_, line) => line)
  const middle = placeOf(drawing)
  const near = lines.map((line) => nearness(drawing, line, middle))
  const inside = (line: number) => Number(groupOf(drawing, drawing.from[line]) === groupOf(drawing, drawing.to[line]))
  return lines.sort((a, b) => (near[a] ?? 1) - (near[b] ?? 1) || inside(a) - inside(b) || a - b)
}

/** The dots in the order in which they are given a label while there is room: the middle, who is near, then who joins most lines. */
export function labelOrder(drawing: Drawing, lines: number[][]): number[] {
  const weight = (dot: number) => (drawing.dots[dot]?.key === drawing.middle ? Infinity : (lines[dot]?.length ?? 0))
  const step = (dot: number) => (drawing.middle === '' ? 0 : (drawing.dots[dot]?.step ?? 0))
  return drawing.dots.map((_, dot) => dot).sort((a, b) => step(a) - step(b) || weight(b) - weight(a) || a - b)
}

/**
 * Where the name of the middle stands best, as a direction with y downwards: below or above it, right or left, whichever is
 * farthest from its lines.
 */
export function asideOf(drawing: Drawing, lines: number[][]): Point {
  const { x, y, from, to } = drawing
  const middle = placeOf(drawing)
  const ways = (lines[middle] ?? []).map((line) => {
    const other = (from[line] === middle ? to[line] : from[line]) ?? -1
    const away = awayFrom(drawing, middle, other)
    return { x: ((x[other] ?? 0) - (x[middle] ?? 0)) / away, y: ((y[middle] ?? 0) - (y[other] ?? 0)) / away }
  })
  // 1 where a line leads right there, -1 where all lead the other way.
  const taken = (side: Point) => Math.max(-1, ...ways.map((way) => way.x * side.x + way.y * side.y))
  return SIDES.reduce((best, side) => (taken(side) < taken(best) - 0.05 ? side : best))
}

const SIDES: Point[] = [{ x: 1, y: 0 }, { x: 0, y: 1 }, { x: 0, y: -1 }, { x: -1, y: 0 }]

/** How far from the middle those are who are so many steps away, from one step on. They stand on rings. */
export function ringsOf(drawing: Drawing): number[] {
  const middle = placeOf(drawing)
  if (middle < 0) return []
  const rings: number[][] = []
  drawing.dots.forEach(({ step, pinned }, dot) => {
    if (step >= 1 && !pinned) (rings[step - 1] ??= []).push(awayFrom(drawing, middle, dot))
  })
  return Array.from(rings, (ring) => (ring ? (ring.sort((a, b) => a - b)[ring.length >> 1] ?? 0) : 0)).filter((ring) => ring > 0)
}

const LONG = 30

/** A name as it stands beside a dot: a very long one is cut at a word where that leaves most of it. */
export function labelOf(name: string): string {
  const signs = Array.from(name)
  if (signs.length <= LONG) return name
  const cut = signs.slice(0, LONG - 1).join('')
  const word = cut.lastIndexOf(' ')
  return `${(word >= LONG / 2 ? cut.slice(0, word) : cut).trimEnd()}…`
}

function groupOf(drawing: Drawing, dot: number | undefined): number {
  return drawing.dots[dot ?? -1]?.group ?? -1
}
