import { describe, expect, test } from 'vitest'
import { type Drawing, boxOf, linesOf } from './drawing'
import { colourOf, mix } from './ink'
import { findRoom } from './labels'
import { asideOf, isLarge, labelOf, labelOrder, lineColours, lineOrder, radiusOf, ringsOf, shareOf } from './look'
import { toward, within } from './reach'
import nearness from '../../../backend/book/testdata/nearness.json'

const dot = (key: string, group = -1, step = 0) => ({ key, kind: 'person', name: key, pinned: false, group, step })

// a in the middle, b and c one step away, d two.
const four: Drawing = {
  dots: [dot('a', 0), dot('b', 0, 1), dot('c', 1, 1), dot('d', 1, 2)],
  x: [0, 3, 0, 0], y: [0, 0, 3, 6], from: [0, 0, 2], to: [2, 1, 3], groups: [{ colour: 'hue-1', title: 'A' }, { colour: 'hue-2', title: 'B' }],
  middle: 'a',
}

describe('a drawing', () => {
  test('around somebody reaches as far to both sides, with room for names', () => {
    const { x, y } = boxOf(four)
    expect([x[1], y]).toEqual([expect.closeTo(7.32), [-6, 6]])
    expect(x[0]).toBe(-x[1])
    expect(boxOf({ ...four, middle: '' })).toEqual({ x: [-0.5, 3.5], y: [0, 6] })
  })

  test('knows the lines of each dot, and the rings around the middle', () => {
    expect(linesOf(four)).toEqual([[0, 1], [1], [0, 2], [2]])
    expect(ringsOf(four)).toEqual([3, 6])
    expect(ringsOf({ ...four, middle: '' })).toEqual([])
  })

  test('lays what is far from the middle below, and what lies between groups below what lies within one', () => {
    expect(lineOrder(four)).toEqual([2, 0, 1])
    expect(lineOrder({ ...four, middle: '' })).toEqual([0, 1, 2])
    expect(lineOrder({ ...four, from: [0, 0], to: [1, 2] })).toEqual([1, 0])
  })

  test('names the middle first, then who is near, then who joins most lines', () => {
    expect(labelOrder(four, linesOf(four))).toEqual([0, 2, 1, 3])
    expect(labelOrder({ ...four, middle: '' }, linesOf(four))).toEqual([0, 2, 1, 3])
  })

  test('steps back with every step from the middle', () => {
    const away = { ...four, dots: [dot('a', 0), dot('b', 0, 1), dot('c', 0, 2), dot('d', 0, 3)], from: [0, 1, 2], to: [1, 2, 3] }
    const paper = '#ffffff'
    const colours = lineColours(away, { paper, ink: '', faint: '', line: '#888888', accent: '', hues: ['#000000'], text: '', head: '' })
    expect(colours).toEqual([...colours].sort())
    expect(new Set(colours).size).toBe(3)
    expect(away.dots.map((_, i) => shareOf(away, i))).toEqual([1.5, 1, 1, 0.75])
    expect(shareOf({ ...away, middle: '' }, 3)).toBe(1)
  })

  test.each(nearness.lines)('has lines as a picture that is saved: $claim', ({ a, b, near }) => {
    const around: Drawing = {
      ...four, dots: nearness.dots.map(({ step }, i) => dot(i === 0 ? 'a' : `${i}`, -1, step)),
      x: nearness.dots.map(({ x }) => x), y: nearness.dots.map(({ y }) => y), from: [a], to: [b],
    }
    const ink = { paper: '#000000', ink: '', faint: '', line: '#ffffff', accent: '', hues: [], text: '', head: '' }
    const [colour = ''] = lineColours(around, ink)
    expect(parseInt(colour.slice(1, 3), 16) / 255).toBeCloseTo(near, 2)
  })

  test('around somebody lets a line through the whole picture step back behind one that stays on its side', () => {
    const across: Drawing = {
      ...four, dots: [dot('a', 0), dot('b', 0, 1), dot('c', 0, 1), dot('d', 0, 1)], x: [0, 3, -3, 0], y: [0, 0, 0, 3], from: [1, 1], to: [2, 3],
    }
    expect(lineOrder(across)).toEqual([0, 1])
    expect(lineOrder({ ...across, middle: '' })).toEqual([0, 1])
    expect(lineOrder({ ...across, from: [1, 1], to: [3, 2] })).toEqual([1, 0])
  })

  test('names the middle where its lines are farthest', () => {
    expect(asideOf(four, linesOf(four))).toEqual({ x: 0, y: 1 })
    expect(asideOf({ ...four, y: [0, 0, -3, -6] }, linesOf(four))).toEqual({ x: 0, y: -1 })
    expect(asideOf({ ...four, from: [], to: [] }, [])).toEqual({ x: 1, y: 0 })
  })

  test('is large from some thousands on, and its dots are never too small to be seen', () => {
    expect(isLarge(four)).toBe(false)
    expect(isLarge({ ...four, from: Array<number>(3000).fill(0), to: Array<number>(3000).fill(1) })).toBe(true)
    expect(radiusOf(0.01, 1.6)).toBe(1.6)
    expect(radiusOf(500, 1.6)).toBe(8)
  })
})

describe('a label', () => {
  const size = { width: 400, height: 200 }
  const wish = { x: 100, y: 100, width: 80, height: 16, radius: 5 }

  test('stands right of its dot, and of two at one place one gives way', () => {
    const [first, second] = findRoom([wish, { ...wish, y: 104 }], [], size, 9)
    expect(first).toEqual({ wish: 0, x: 109, y: 100 })
    expect(second).toEqual({ wish: 1, x: 11, y: 104 })
  })

  test('lies over no dot but its own, and not over the edge', () => {
    const own = { x: 100, y: 100, radius: 5 }
    expect(findRoom([wish], [own], size, 9)[0]?.x).toBe(109)
    expect(findRoom([wish], [own, { x: 130, y: 100, radius: 5 }], size, 9)[0]?.x).toBe(11)
    expect(findRoom([{ ...wish, x: 350 }], [], size, 9)[0]?.x).toBe(261)
  })

  test('stands outward of a ring, and not where something lies over the picture', () => {
    expect(findRoom([{ ...wish, toward: { x: -50, y: 10 } }], [], size, 9)[0]?.x).toBe(11)
    expect(findRoom([{ ...wish, toward: { x: 5, y: -50 } }], [], size, 9)[0]).toEqual({ wish: 0, x: 60, y: 83 })
    expect(findRoom([wish], [{ left: 105, top: 90, right: 140, bottom: 110 }], size, 9)[0]?.x).toBe(11)
  })

  test('over a group gives way up or down', () => {
    const title = { ...wish, radius: 0, over: true as const }
    const wishes = [100, 104, 108, 112].map((x) => ({ ...title, x }))
    expect(findRoom(wishes, [], size, 9).map(({ y }) => y)).toEqual([100, 82, 118])
  })

  test('is left out where there is no room', () => {
    expect(findRoom(Array(9).fill(wish), [], size, 99).length).toBeLessThan(5)
    expect(findRoom([wish, wish], [], size, 1)).toHaveLength(1)
  })

  test('of a very long name is cut at a word', () => {
    expect(labelOf('Ada Birk')).toBe('Ada Birk')
    expect(labelOf('Anne Katharina Freifrau von Hohenstein-Birkenfeld')).toBe('Anne Katharina Freifrau von…')
  })
})

describe('reaching for people', () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 4, y: 20 }, { x: -9, y: 0 }]

  test('a lasso holds who is within its shape', () => {
    expect(within(points, [{ x: -1, y: -1 }, { x: 12, y: -1 }, { x: 12, y: 5 }, { x: -1, y: 5 }])).toEqual([0, 1])
    expect(within(points, [{ x: 0, y: 0 }, { x: 9, y: 9 }])).toEqual([])
  })

  test('an arrow key goes to who lies that way', () => {
    expect(toward(points, 0, { x: 1, y: 0 })).toBe(1)
    expect(toward(points, 0, { x: -1, y: 0 })).toBe(3)
    expect(toward(points, 0, { x: 0, y: 1 })).toBe(2)
    expect(toward(points, 0, { x: 0, y: -1 })).toBe(-1)
  })
})

test('colours are mixed, and whoever is in no group has the faint ink', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
  const ink = { paper: '', ink: '', faint: '#111111', line: '', accent: '', hues: ['#aa0000'], text: '', head: '' }
  expect([colourOf(ink, 'hue-1'), colourOf(ink, undefined)]).toEqual(['#aa0000', '#111111'])
})
