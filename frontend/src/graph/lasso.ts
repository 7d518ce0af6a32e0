import type { Point } from './drawing'

/** Draws a shape with the pointer, over whatever lies below: always with Shift, without it while it is on. */
export class LassoTool {
  readonly #container: HTMLElement
  readonly #done: (shape: Point[]) => void
  readonly #canvas: HTMLCanvasElement
  #shape: Point[] | undefined
  #drew = false
  #on = false

  constructor(container: HTMLElement, done: (shape: Point[]) => void) {
    this.#container = container
    this.#done = done
    this.#canvas = document.createElement('canvas')
    Object.assign(this.#canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', pointerEvents: 'none', zIndex: '1' })
    container.append(this.#canvas)
    // Before sigma hears of it, which would move the picture.
    container.addEventListener('mousedown', this.#down, true)
    container.addEventListener('click', this.#click, true)
    document.addEventListener('mousemove', this.#move, true)
    document.addEventListener('mouseup', this.#up, true)
  }

  set on(on: boolean) {
    this.#on = on
    this.#container.style.cursor = on ? 'crosshair' : ''
  }

  end(): void {
    document.removeEventListener('mousemove', this.#move, true)
    document.removeEventListener('mouseup', this.#up, true)
    this.#container.removeEventListener('mousedown', this.#down, true)
    this.#container.removeEventListener('click', this.#click, true)
    this.#canvas.remove()
  }

  #down = (event: MouseEvent) => {
    this.#drew = false
    if (event.button !== 0 || !(this.#on || event.shiftKey)) return
    event.stopPropagation()
    event.preventDefault()
    this.#shape = [this.#at(event)]
  }

  #move = (event: MouseEvent) => {
    if (!this.#shape) return
    event.stopPropagation()
    this.#shape.push(this.#at(event))
    this.#draw()
  }

  #up = (event: MouseEvent) => {
    const shape = this.#shape
    if (!shape) return
    event.stopPropagation()
    this.#shape = undefined
    this.#draw()
    // A click with Shift is a click.
    this.#drew = shape.length > 4
    if (this.#drew) this.#done(shape)
  }

  #click = (event: MouseEvent) => {
    if (!this.#drew) return
    this.#drew = false
    event.stopPropagation()
  }

  #at(event: MouseEvent): Point {
    const { left, top } = this.#container.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  #draw(): void {
    const { clientWidth, clientHeight } = this.#container
    const density = window.devicePixelRatio || 1
    this.#canvas.width = clientWidth * density
    this.#canvas.height = clientHeight * density
    const context = this.#canvas.getContext('2d')
    const [first, ...rest] = this.#shape ?? []
    if (!context || !first) return
    const accent = getComputedStyle(this.#container).getPropertyValue('--accent').trim()
    context.scale(density, density)
    context.beginPath()
    context.moveTo(first.x, first.y)
    for (const { x, y } of rest) context.lineTo(x, y)
    context.closePath()
    context.fillStyle = `${accent}18`
    context.fill()
    context.setLineDash([5, 4])
    context.lineWidth = 1.5
    context.strokeStyle = accent
    context.stroke()
  }
}
