import type Sigma from 'sigma'
import { BLANK, type Drawing, type Point } from './drawing'
import { type Ink, colourOf, mix } from './ink'
import { type Box, type Wish, findRoom } from './labels'
import { isFar, labelOf, shareOf } from './look'
import { type Font, type Label, drawDot, fontOf, hollow, writeLabel } from './strokes'

/** What stands out in the picture. Keys name dots. */
export interface Shown {
  hovered: string | undefined
  open: string | undefined
  chosen: ReadonlySet<string>
  /** A group, by its place in the drawing, that everybody else steps back behind; -1 for none. */
  group: number
}

interface Scenery {
  drawing: Drawing
  /** The lines of each dot. */
  lines: number[][]
  /** The dots in the order of their labels. */
  order: number[]
  rings: number[]
  /** Where the name of the middle stands best. */
  aside: Point
  ink: Ink
  large: boolean
  /** What lies over the canvas, where no name is to stand. */
  covered: () => Box[]
}

// How many square pixels a label wants for itself, in rings around somebody, how many dots are asked for one, and from which
// size on a group has a title.
const ROOM = 7000
const ROOM_AROUND = 4000
const ASKED = 900
const TITLED = 6
// Dots that are drawn larger than this speak for themselves: the titles of groups go.
const NEAR = 7
const BACK = '0.16'

/**
 * Draws over and under sigma's dots and lines what needs letters or only a few strokes: names, rings, and what stands out.
 * Nothing of it touches the graph, so a hover costs the same in a picture of forty and of twenty thousand.
 */
export class Painter {
  readonly #sigma: Sigma
  readonly #ground: HTMLCanvasElement
  readonly #names: HTMLCanvasElement
  readonly #front: HTMLCanvasElement
  readonly #layers: HTMLElement[]
  #scenery: Scenery = { drawing: BLANK, lines: [], order: [], rings: [], aside: { x: 1, y: 0 }, ink: undefined as unknown as Ink, large: false, covered: () => [] }
  #shown: Shown = { hovered: undefined, open: undefined, chosen: new Set(), group: -1 }
  #widths = new Map<string, number>()
  #places = new Map<string, number>()

  constructor(sigma: Sigma) {
    this.#sigma = sigma
    const { edges, nodes } = sigma.getCanvases() as { edges: HTMLCanvasElement; nodes: HTMLCanvasElement }
    this.#ground = sigma.createCanvas('ground', { beforeLayer: 'edges' })
    this.#names = sigma.createCanvas('names', { afterLayer: 'nodes' })
    this.#front = sigma.createCanvas('front', { afterLayer: 'names' })
    this.#layers = [this.#ground, edges, nodes, this.#names]
    for (const layer of this.#layers) layer.style.transition = 'opacity var(--quick)'
  }

  /** The dot whose label comes first; -1 where there is nobody. */
  get first(): number {
    return this.#scenery.order[0] ?? -1
  }

  show(scenery: Scenery): void {
    this.#scenery = scenery
    this.#places = new Map(scenery.drawing.dots.map(({ key }, dot) => [key, dot]))
    this.#shown = { ...this.#shown, hovered: undefined }
  }

  mark(shown: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...shown }
  }

  /** Where every dot is on the canvas. */
  points(): Point[] {
    const { x, y } = this.#scenery.drawing
    // The camera never turns, so three points tell where all the others are.
    const origin = this.#sigma.graphToViewport({ x: 0, y: 0 })
    const one = this.#sigma.graphToViewport({ x: 1, y: 1 })
    const [across, up] = [one.x - origin.x, one.y - origin.y]
    return x.map((value, dot) => ({ x: origin.x + value * across, y: origin.y + (y[dot] ?? 0) * up }))
  }

  /** Draws what belongs to the frame that sigma has just drawn. */
  paint(moving: boolean, drag?: { key: string; at: Point }): void {
    if (this.#scenery.drawing === BLANK) return
    const [ground, names, front] = [this.#ground, this.#names, this.#front].map((canvas) => this.#fresh(canvas))
    if (!ground || !names || !front || (moving && this.#scenery.large)) return
    const points = this.points()
    const out = this.#standOut(drag)
    for (const layer of this.#layers) layer.style.opacity = out.size > 0 ? BACK : '1'
    for (const ring of this.#ringsAt(points)) circle(ground, ring, ring.radius, ring.colour, 1)
    const { dots } = this.#scenery.drawing
    const radius = this.#radius()
    if (radius > 2.5) {
      points.forEach((point, dot) => {
        if (dots[dot]?.kind !== 'person' && this.#inSight(point)) hollow(names, { ...point, radius }, this.#scenery.ink.paper)
      })
    }
    for (const label of this.#place(points, this.#scenery.order)) writeLabel(names, label, this.#scenery.ink.paper)
    this.#paintFront(front, points, out, drag)
  }

  // The one somebody points at with all neighbours, else the group; nobody where everybody is alike.
  #standOut(drag?: { key: string }): Set<number> {
    const { drawing, lines } = this.#scenery
    const dot = this.#places.get(drag?.key ?? this.#shown.hovered ?? '')
    if (dot !== undefined) {
      const out = new Set([dot])
      for (const line of lines[dot] ?? []) out.add(drawing.from[line] ?? -1).add(drawing.to[line] ?? -1)
      return out
    }
    const { group } = this.#shown
    return new Set(group < 0 ? [] : drawing.dots.flatMap((one, i) => (one.group === group ? [i] : [])))
  }

  #paintFront(front: CanvasRenderingContext2D, points: Point[], out: Set<number>, drag?: { key: string; at: Point }): void {
    const { drawing, lines, ink, order } = this.#scenery
    const radius = this.#radius()
    const centre = this.#places.get(drag?.key ?? this.#shown.hovered ?? '')
    if (drag && centre !== undefined) points[centre] = drag.at
    const colour = (dot: number) => colourOf(ink, drawing.groups[drawing.dots[dot]?.group ?? -1]?.colour)
    const drawn = centre === undefined ? this.#linesWithin(out) : (lines[centre] ?? [])
    front.lineWidth = centre === undefined ? 0.8 : 1.4
    for (const line of drawn) {
      const [from, to] = [points[drawing.from[line] ?? -1], points[drawing.to[line] ?? -1]]
      if (!from || !to) continue
      front.beginPath()
      front.moveTo(from.x, from.y)
      front.lineTo(to.x, to.y)
      front.strokeStyle = mix(ink.paper, centre === undefined ? colour(drawing.from[line] ?? -1) : ink.ink, 0.5)
      front.stroke()
    }
    for (const dot of out) {
      const point = points[dot]
      const one = drawing.dots[dot]
      if (point && one) drawDot(front, { ...point, radius: Math.max(this.#radiusOf(dot, radius), 3), colour: colour(dot), hollow: one.kind !== 'person' }, ink.paper)
    }
    if (out.size > 0) {
      const first = centre === undefined ? [] : [centre]
      const labels = this.#place(points, [...first, ...order.filter((dot) => out.has(dot) && dot !== centre)], centre)
      for (const label of labels) writeLabel(front, label, ink.paper)
    }
    for (const key of this.#shown.chosen) {
      const point = points[this.#places.get(key) ?? -1]
      if (point) circle(front, point, radius + 2.5, ink.accent, 2)
    }
    const open = points[this.#places.get(this.#shown.open ?? '') ?? -1]
    if (open) circle(front, open, radius + 5, ink.ink, 2)
    drawing.dots.forEach(({ pinned }, dot) => {
      const point = points[dot]
      if (pinned && point && this.#inSight(point)) circle(front, point, Math.max(radius * 0.35, 1), ink.paper, 1.5)
    })
  }

  #linesWithin(out: Set<number>): number[] {
    if (out.size === 0) return []
    const { from, to } = this.#scenery.drawing
    return from.flatMap((dot, line) => (out.has(dot) && out.has(to[line] ?? -1) ? [line] : []))
  }

  // The titles of groups first, then names, as far as there is room. Where some stand out only they have names.
  #place(points: Point[], order: number[], centre?: number): Label[] {
    const { drawing, ink, large, covered, aside } = this.#scenery
    const size = this.#sigma.getDimensions()
    const radius = this.#radius()
    const all = order === this.#scenery.order
    const titles = all && drawing.middle === '' && radius < NEAR ? this.#titles(points) : []
    const seen = order.filter((dot) => this.#inSight(points[dot]))
    const few = seen.length < ASKED
    const fit = Math.ceil((size.width * size.height) / (drawing.middle === '' ? ROOM : ROOM_AROUND))
    const crowded = titles.length > 0 && large && radius < 2.4
    const middle = points[this.#places.get(drawing.middle) ?? -1]
    const names = (crowded ? [] : seen).slice(0, ASKED).flatMap((dot): { label: Label; wish: Wish }[] => {
      const one = drawing.dots[dot]
      const point = points[dot]
      if (!one || !point || !one.name) return []
      const strong = one.key === drawing.middle || dot === centre
      const far = all && isFar(drawing, dot)
      const font: Font = one.kind === 'person'
        ? { family: ink.text, size: strong ? 15 : far ? 12 : 13, weight: strong ? 650 : 450 }
        : { family: ink.head, size: 14, weight: 500 }
      const text = strong ? one.name : labelOf(one.name)
      const width = this.#width(text, font)
      return [{
        label: { ...point, text, width, colour: far ? mix(ink.ink, ink.faint, 0.6) : ink.ink, font },
        wish: {
          ...point, width, height: font.size + 4, radius: this.#radiusOf(dot, radius) + (one.key === this.#shown.open ? 4 : 0),
          ...(one.key === drawing.middle ? { toward: aside } : middle && dot !== centre ? { toward: { x: point.x - middle.x, y: point.y - middle.y } } : {}),
        },
      }]
    })
    const wanted = [...titles, ...names]
    const discs = few ? seen.flatMap((dot) => (points[dot] ? [{ ...points[dot], radius: this.#radiusOf(dot, radius) * 0.8 }] : [])) : []
    return findRoom(wanted.map(({ wish }) => wish), [...discs, ...covered()], size, fit + titles.length).flatMap(({ wish, x, y }) => {
      const label = wanted[wish]?.label
      return label ? [{ ...label, x, y }] : []
    })
  }

  #titles(points: Point[]): { label: Label; wish: Wish }[] {
    const { drawing, ink } = this.#scenery
    const sums = drawing.groups.map(() => ({ x: 0, y: 0, n: 0 }))
    drawing.dots.forEach(({ group }, dot) => {
      const sum = sums[group]
      const point = points[dot]
      if (!sum || !point || !this.#inSight(point)) return
      sum.x += point.x
      sum.y += point.y
      sum.n++
    })
    return drawing.groups.flatMap(({ title, colour }, group): { label: Label; wish: Wish }[] => {
      const sum = sums[group]
      if (!title || !sum || sum.n < TITLED) return []
      const text = labelOf(title)
      const font: Font = { family: ink.head, size: Math.round(Math.min(14 + Math.sqrt(sum.n) / 3, 22)), weight: 550 }
      const width = this.#width(text, font)
      const at = { x: sum.x / sum.n, y: sum.y / sum.n }
      return [{
        label: { ...at, text, width, font, colour: mix(colourOf(ink, colour), ink.ink, 0.35) },
        wish: { ...at, width, height: font.size + 6, radius: 0, over: true },
      }]
    })
  }

  #ringsAt(points: Point[]): (Point & { radius: number; colour: string })[] {
    const { drawing, rings, ink } = this.#scenery
    const middle = points[this.#places.get(drawing.middle) ?? -1]
    if (!middle) return []
    const one = this.#sigma.graphToViewport({ x: 1, y: 0 }).x - this.#sigma.graphToViewport({ x: 0, y: 0 }).x
    return rings.map((ring) => ({ ...middle, radius: ring * one, colour: mix(ink.paper, ink.line, 0.45) }))
  }

  // Of a size in pixels where all is in sight, the size at which sigma draws it now.
  #radius(): number {
    const { drawing } = this.#scenery
    const [any] = drawing.dots
    return any ? this.#sigma.scaleSize(this.#sigma.getNodeDisplayData(any.key)?.size ?? 1) / shareOf(drawing, 0) : 1
  }

  #radiusOf(dot: number, radius: number): number {
    return radius * shareOf(this.#scenery.drawing, dot)
  }

  #inSight(point: Point | undefined): boolean {
    const { width, height } = this.#sigma.getDimensions()
    return point !== undefined && point.x > -20 && point.y > -20 && point.x < width + 20 && point.y < height + 20
  }

  #width(text: string, font: Font): number {
    const key = `${font.size} ${font.weight} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const context = this.#names.getContext('2d')
    if (!context) return 0
    context.font = fontOf(font)
    const { width } = context.measureText(text)
    if (this.#widths.size > 20_000) this.#widths.clear()
    this.#widths.set(key, width)
    return width
  }

  #fresh(canvas: HTMLCanvasElement): CanvasRenderingContext2D | undefined {
    const context = canvas.getContext('2d')
    const { width, height } = this.#sigma.getDimensions()
    const density = window.devicePixelRatio || 1
    if (canvas.width !== width * density || canvas.height !== height * density) {
      canvas.width = width * density
      canvas.height = height * density
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
    }
    context?.setTransform(density, 0, 0, density, 0, 0)
    context?.clearRect(0, 0, width, height)
    return context ?? undefined
  }
}

function circle(context: CanvasRenderingContext2D, { x, y }: Point, radius: number, colour: string, width: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}
