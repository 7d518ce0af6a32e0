/** Somebody or something that is drawn. Group is an index into the groups of the drawing, -1 for none. */
export interface Dot {
  key: string
  kind: string
  name: string
  pinned: boolean
  group: number
  /** How many steps away from the middle; 0 is the middle itself, and everybody where there is none. */
  step: number
}

/** The dots of one colour: "hue-1" to "hue-8". The title stands over them where they are drawn small; "" for none. */
export interface Group {
  colour: string
  title: string
}

/** What is drawn: dot i lies at x[i], y[i], with y upwards, and line k joins the dots from[k] and to[k]. */
export interface Drawing {
  dots: Dot[]
  x: number[]
  y: number[]
  from: number[]
  to: number[]
  groups: Group[]
  /** The key of who stands in the middle; "" where nobody does. */
  middle: string
}

/** A place on the canvas in pixels, or in the picture in its own measure. */
export interface Point {
  x: number
  y: number
}

/** Nobody. */
export const BLANK: Drawing = { dots: [], x: [], y: [], from: [], to: [], groups: [], middle: '' }

/** Answers, for each dot, which lines it has. */
export function linesOf(drawing: Drawing): number[][] {
  const lines: number[][] = drawing.dots.map(() => [])
  drawing.from.forEach((from, line) => {
    lines[from]?.push(line)
    lines[drawing.to[line] ?? -1]?.push(line)
  })
  return lines
}

// Names stand beside the rings, so these have more room to the sides.
const ASIDE = 1.22

/** The smallest box around all dots, never thinner than a few of them. Around somebody it reaches as far to both sides. */
export function boxOf({ x, y, dots, middle }: Pick<Drawing, 'x' | 'y' | 'dots' | 'middle'>): { x: [number, number]; y: [number, number] } {
  const at = middle === '' ? -1 : dots.findIndex(({ key }) => key === middle)
  const [cx, cy] = [x[at], y[at]]
  if (cx === undefined || cy === undefined) return { x: stretch(x), y: stretch(y) }
  const away = x.reduce((most, value, dot) => Math.max(most, Math.hypot(value - cx, (y[dot] ?? cy) - cy)), THIN / 2)
  return { x: [cx - ASIDE * away, cx + ASIDE * away], y: [cy - away, cy + away] }
}

const THIN = 4

function stretch(values: number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [-THIN / 2, THIN / 2]
  const spare = Math.max(0, THIN - (high - low)) / 2
  return [low - spare, high + spare]
}
