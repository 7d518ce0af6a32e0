import Graph from 'graphology'
import Sigma from 'sigma'
import { BLANK, type Drawing, type Point, boxOf, linesOf } from './drawing'
import { type Ink, readInk } from './ink'
import type { Box } from './labels'
import { LassoTool } from './lasso'
import { asideOf, dotColours, isLarge, labelOrder, lineColours, lineOrder, measureOf, radiusOf, ringsOf, shareOf } from './look'
import { Painter, type Shown } from './painter'
import { quickDots, restingLines } from './programs'
import { toward, within } from './reach'

/** What somebody does with the picture. */
export interface Doings {
  onopen: (key: string) => void
  /** A click on the ground. */
  onground: () => void
  /** A dot was put somewhere by hand. */
  onplace: (key: string, at: Point) => void
  /** A double click on a dot. */
  ontwice: (key: string) => void
  /** These lie within the shape that was drawn around them. */
  onlasso: (keys: string[]) => void
}

// Long enough that two notches of a wheel are one movement.
const REST_MS = 160
// While everybody is finding their place, news come four times a second on a quick machine.
const NEWS_MS = 1500
const FLIGHT_MS = 320
const PADDING = 48
// How far apart in pixels neighbours are where one flies to.
const NEAR = 30

// The picture is drawn in layers. sigma draws dots and lines, in version 3: the next one sets labels sign by sign, which takes Arabic
// apart. Names, rings and whatever stands out are strokes on canvases above it and touch no graph, so that a hover costs the same in
// a picture of forty and of twenty thousand; while a large picture moves, its lines and names rest. The list beside it is made from
// the same answer of the backend. Both are loaded when the screen is first opened.

/** Draws a network with sigma on a piece of the page, and hears what is done with it. Not drawn until show is called. */
export class Stage {
  readonly #sigma: Sigma
  readonly #graph = new Graph({ type: 'undirected', multi: true })
  readonly #painter: Painter
  readonly #lasso: LassoTool
  readonly #container: HTMLElement
  readonly #still: () => boolean
  readonly #observer: ResizeObserver
  #drawing = BLANK
  #places = new Map<string, number>()
  #ink: Ink
  #moving = false
  #rest: ReturnType<typeof setTimeout> | undefined
  #drag: { key: string; from: Point; at: Point; moved: boolean } | undefined
  #dragged = false
  #followed: string | undefined
  #covers: HTMLElement[] = []

  /** Begins to draw. Throws where the system cannot draw with WebGL. */
  constructor(container: HTMLElement, doings: Doings, still: () => boolean) {
    this.#container = container
    this.#still = still
    this.#ink = readInk(container)
    const moving = () => this.#moving
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      stagePadding: PADDING,
      minEdgeThickness: 1.7,
      enableCameraRotation: false,
      zIndex: false,
      minCameraRatio: 0.004,
      maxCameraRatio: 2.5,
      zoomDuration: still() ? 1 : 200,
      inertiaDuration: still() ? 1 : 200,
      doubleClickZoomingDuration: still() ? 1 : 200,
      defaultDrawNodeHover: () => {},
      nodeProgramClasses: { circle: quickDots(moving) },
      edgeProgramClasses: { line: restingLines(moving) },
    })
    this.#painter = new Painter(this.#sigma)
    this.#lasso = new LassoTool(container, (shape) => {
      const found = within(this.#painter.points(), shape)
      doings.onlasso(found.flatMap((dot) => this.#drawing.dots[dot]?.key ?? []))
    })
    this.#sigma.getCamera().on('updated', () => this.#moved())
    this.#sigma.on('afterRender', () => this.#paint())
    this.#sigma.on('resize', () => this.#size())
    // Sigma watches the window alone, and whoever is opened stands beside the picture in it.
    this.#observer = new ResizeObserver(() => {
      this.#sigma.resize()
      this.#sigma.scheduleRender()
    })
    this.#observer.observe(container)
    this.#listen(doings)
  }

  /** Draws another picture. The camera stays where it is unless all of it is to be seen. */
  show(drawing: Drawing, camera: 'stay' | 'whole'): void {
    clearTimeout(this.#rest)
    this.#moving = false
    this.#drawing = drawing
    this.#places = new Map(drawing.dots.map(({ key }, dot) => [key, dot]))
    const lines = linesOf(drawing)
    this.#graph.clear()
    this.#sigma.setCustomBBox(boxOf(drawing))
    const colours = dotColours(drawing, this.#ink)
    const radius = this.#radius()
    drawing.dots.forEach(({ key }, dot) => {
      this.#graph.addNode(key, {
        x: drawing.x[dot], y: drawing.y[dot], color: colours[dot], size: radius * shareOf(drawing, dot),
      })
    })
    const lineColour = lineColours(drawing, this.#ink)
    for (const line of lineOrder(drawing)) {
      const [from, to] = [drawing.dots[drawing.from[line] ?? -1], drawing.dots[drawing.to[line] ?? -1]]
      if (from && to && from !== to) this.#graph.addEdgeWithKey(String(line), from.key, to.key, { color: lineColour[line], size: 1.3 })
    }
    this.#painter.show({ drawing, lines, order: labelOrder(drawing, lines), rings: ringsOf(drawing), aside: asideOf(drawing, lines), ink: this.#ink, large: isLarge(drawing), covered: () => this.#covered() })
    if (camera === 'whole') {
      this.#followed = undefined
      this.#sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
    }
    this.#sigma.refresh()
    this.#follow()
  }

  /** Moves everybody to where they are now, in the order of the picture that is shown. */
  move(x: number[], y: number[]): void {
    if (x.length !== this.#drawing.dots.length) return
    this.#drawing = Object.assign(this.#drawing, { x, y })
    this.#sigma.setCustomBBox(boxOf(this.#drawing))
    const radius = this.#radius()
    let dot = 0
    this.#graph.updateEachNodeAttributes((_, attributes) => {
      attributes.x = x[dot]
      attributes.y = y[dot]
      attributes.size = radius * shareOf(this.#drawing, dot++)
      return attributes
    })
    this.#follow()
    this.#moved(NEWS_MS)
  }

  /** Takes up the colours that the page has now. */
  repaint(): void {
    this.#ink = readInk(this.#container)
    this.show(this.#drawing, 'stay')
  }

  /** What stands out: who is open, who is chosen, which group. Everybody else steps back behind a group. */
  mark(shown: Partial<Shown>): void {
    this.#painter.mark(shown)
    this.#sigma.scheduleRender()
  }

  /** Goes to somebody, so near that their neighbours are told apart. */
  fly(key: string): void {
    const at = this.#sigma.getNodeDisplayData(key)
    if (!at) return
    this.#followed = key
    const { ratio } = this.#sigma.getCamera().getState()
    this.#travel({ x: at.x, y: at.y, ratio: Math.min(ratio, Math.max(this.#measure() / NEAR, 0.01), 1) })
  }

  /** Goes nearer, or, above 1, farther away. */
  zoom(by: number): void {
    const camera = this.#sigma.getCamera()
    this.#travel({ ratio: camera.getBoundedRatio(camera.getState().ratio * by) })
  }

  /** Shows all of the picture. */
  whole(): void {
    this.#followed = undefined
    this.#travel({ x: 0.5, y: 0.5, ratio: 1 })
  }

  /** Tells who comes next in a direction, y downwards: the first from nobody; undefined where nobody does. */
  next(key: string | undefined, direction: Point): string | undefined {
    const points = this.#painter.points()
    const from = this.#places.get(key ?? '') ?? -1
    if (from < 0) return this.#drawing.middle || this.#drawing.dots[this.#painter.first]?.key
    return this.#drawing.dots[toward(points, from, direction)]?.key
  }

  /** Lets the pointer draw around people, or move the picture again. With Shift it always draws. */
  lasso(on: boolean): void {
    this.#lasso.on = on
  }

  /** No name is written where these lie over the picture. */
  cover(elements: HTMLElement[]): void {
    this.#covers = elements
  }

  /** Where somebody stands on the page. */
  place(key: string): Point | undefined {
    const dot = this.#places.get(key)
    const point = dot === undefined ? undefined : this.#painter.points()[dot]
    const { left, top } = this.#container.getBoundingClientRect()
    return point && { x: left + point.x, y: top + point.y }
  }

  /** Ends it, and gives back what the graphics hold. */
  kill(): void {
    clearTimeout(this.#rest)
    this.#observer.disconnect()
    this.#lasso.end()
    this.#sigma.kill()
  }

  #paint(): void {
    this.#painter.paint(this.#moving, this.#drag?.moved ? this.#drag : undefined)
  }

  // Whom one went to stays in sight while everybody is finding their place, until one moves the picture oneself.
  #follow(): void {
    const at = this.#followed === undefined ? undefined : this.#sigma.getNodeDisplayData(this.#followed)
    const camera = this.#sigma.getCamera()
    if (at && !camera.isAnimated()) camera.setState({ x: at.x, y: at.y })
  }

  #covered(): Box[] {
    const ground = this.#container.getBoundingClientRect()
    return this.#covers.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { left: left - ground.left, right: right - ground.left, top: top - ground.top, bottom: bottom - ground.top }
    })
  }

  #measure(): number {
    return measureOf(this.#drawing, this.#sigma.getDimensions(), PADDING)
  }

  #radius(): number {
    return radiusOf(this.#measure(), this.#drawing.middle === '' ? 1.6 : 3)
  }

  // In a window of another size there is more or less room for each dot.
  #size(): void {
    const radius = this.#radius()
    let dot = 0
    this.#graph.updateEachNodeAttributes((_, attributes) => {
      attributes.size = radius * shareOf(this.#drawing, dot++)
      return attributes
    })
  }

  #travel(to: { x?: number; y?: number; ratio?: number }): void {
    const camera = this.#sigma.getCamera()
    if (this.#still()) camera.setState(to)
    else void camera.animate(to, { duration: FLIGHT_MS, easing: 'cubicInOut' })
  }

  // A large picture that moves is drawn without its lines until it has rested for so long.
  #moved(rest = REST_MS): void {
    this.#moving = isLarge(this.#drawing)
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => {
      this.#moving = false
      this.#sigma.scheduleRender()
    }, rest)
  }

  #listen(doings: Doings): void {
    const sigma = this.#sigma
    sigma.on('enterNode', ({ node }) => this.#hover(node))
    sigma.on('leaveNode', () => this.#hover(undefined))
    sigma.on('clickNode', ({ node }) => this.#dragged || doings.onopen(node))
    sigma.on('clickStage', () => this.#dragged || doings.onground())
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault()
      doings.ontwice(node)
    })
    sigma.on('downNode', ({ node, event }) => {
      this.#dragged = false
      this.#drag = { key: node, from: { x: event.x, y: event.y }, at: { x: event.x, y: event.y }, moved: false }
    })
    sigma.on('downStage', () => {
      this.#dragged = false
      this.#followed = undefined
    })
    sigma.getMouseCaptor().on('wheel', () => (this.#followed = undefined))
    sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
      const drag = this.#drag
      if (!drag) return
      preventSigmaDefault()
      event.original.preventDefault()
      drag.at = { x: event.x, y: event.y }
      drag.moved ||= Math.hypot(event.x - drag.from.x, event.y - drag.from.y) > 4
      this.#paint()
    })
    const drop = () => {
      const drag = this.#drag
      this.#drag = undefined
      if (!drag?.moved) return
      this.#dragged = true
      const at = sigma.viewportToGraph(drag.at)
      this.#hover(undefined)
      this.#graph.mergeNodeAttributes(drag.key, at)
      const dot = this.#places.get(drag.key)
      if (dot !== undefined) [this.#drawing.x[dot], this.#drawing.y[dot]] = [at.x, at.y]
      doings.onplace(drag.key, at)
    }
    sigma.on('upNode', drop)
    sigma.on('upStage', drop)
  }

  #hover(key: string | undefined): void {
    if (this.#drag?.moved) return
    this.#container.style.cursor = key ? 'pointer' : ''
    this.#painter.mark({ hovered: key })
    this.#paint()
  }
}
