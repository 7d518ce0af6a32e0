import type { Point } from './drawing'

/** A label on the canvas: x is its left edge, y its middle. */
export interface Label extends Point {
  text: string
  width: number
  colour: string
  font: Font
}

/** How a label is set. */
export interface Font {
  family: string
  size: number
  weight: number
}

/** A dot on the canvas; what is no person is hollow. */
export interface Disc extends Point {
  radius: number
  colour: string
  hollow: boolean
}

/** The font as a canvas takes it. */
export function fontOf({ family, size, weight }: Font): string {
  return `${weight} ${size}px ${family}`
}

/** Writes a label with a halo of paper, so that it is read over lines. Bidirectional names are set by the browser. */
export function writeLabel(context: CanvasRenderingContext2D, label: Label, paper: string): void {
  context.font = fontOf(label.font)
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = paper
  context.strokeText(label.text, label.x, label.y)
  context.fillStyle = label.colour
  context.fillText(label.text, label.x, label.y)
}

/** Draws a dot. */
export function drawDot(context: CanvasRenderingContext2D, dot: Disc, paper: string): void {
  context.beginPath()
  context.arc(dot.x, dot.y, dot.radius, 0, 2 * Math.PI)
  context.fillStyle = dot.colour
  context.fill()
  if (dot.hollow) hollow(context, dot, paper)
}

/** Takes the middle out of a dot. */
export function hollow(context: CanvasRenderingContext2D, dot: Point & { radius: number }, paper: string): void {
  context.beginPath()
  context.arc(dot.x, dot.y, dot.radius * 0.55, 0, 2 * Math.PI)
  context.fillStyle = paper
  context.fill()
}
