import Graph from 'graphology'
import Sigma from 'sigma'
import type { Drawing } from '../../src/graph/drawing'
import { readInk } from '../../src/graph/ink'
import { dotColours } from '../../src/graph/look'
import { Stage } from '../../src/graph/stage'

// What runs in the page of the bench: the same network drawn by us and by sigma as it comes, moved by the same strokes.

declare global {
  interface Window {
    bench: { ours: (frames: number) => Promise<number[]>; sigma: (frames: number) => Promise<number[]> }
    drawing: Drawing
  }
}

const nothing = () => {}

window.bench = {
  ours: (frames) =>
    shown(frames, (ground) => {
      const doings = { onopen: nothing, onground: nothing, onplace: nothing, ontwice: nothing, onlasso: nothing }
      const stage = new Stage(ground, doings, () => false)
      stage.show(window.drawing, 'whole')
      return () => stage.kill()
    }),
  sigma: (frames) =>
    shown(frames, (ground) => {
      const { dots, x, y, from, to } = window.drawing
      const graph = new Graph({ type: 'undirected', multi: true })
      const colours = dotColours(window.drawing, readInk(ground))
      dots.forEach(({ key, name }, dot) => graph.addNode(key, { x: x[dot], y: y[dot], label: name, color: colours[dot], size: 2 }))
      from.forEach((one, line) => graph.addEdge(dots[one]?.key, dots[to[line] ?? 0]?.key))
      const sigma = new Sigma(graph, ground)
      return () => sigma.kill()
    }),
}

/** Shows a picture, waits until it rests, drags it about and zooms, and returns how long each frame lasted. */
async function shown(frames: number, show: (ground: HTMLElement) => () => void): Promise<number[]> {
  const ground = document.createElement('div')
  Object.assign(ground.style, { position: 'absolute', inset: '0' })
  document.body.append(ground)
  const end = show(ground)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const middle = { clientX: innerWidth / 2, clientY: innerHeight / 2 }
  const top = document.elementFromPoint(middle.clientX, middle.clientY) ?? ground
  const tell = (type: string, init: MouseEventInit) => top.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...init }))
  tell('mousedown', middle)
  const dragged = await each(frames, (frame) => {
    const turn = (2 * Math.PI * frame) / frames
    tell('mousemove', { clientX: middle.clientX + 200 * Math.sin(turn), clientY: middle.clientY + 100 * Math.sin(2 * turn) })
  })
  tell('mouseup', middle)
  const zoomed = await each(frames, (frame) => {
    const deltaY = frame < frames / 2 ? -120 : 120
    if (frame % 6 === 0) top.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY, ...middle }))
  })
  end()
  ground.remove()
  return [...dragged, ...zoomed]
}

function each(count: number, move: (frame: number) => void): Promise<number[]> {
  return new Promise((resolve) => {
    const lasted: number[] = []
    let last = 0
    const step = (now: number) => {
      if (last > 0) lasted.push(now - last)
      last = now
      if (lasted.length === count) return resolve(lasted)
      move(lasted.length)
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
