import { describe, expect, test } from 'vitest'
import { Marking } from './marking.svelte'

describe('marking', () => {
  test('is of whom the keyboard is at while nobody is marked', () => {
    const marking = new Marking(() => [3, 5, 5])
    expect(marking.subject).toEqual([])
    expect(marking.move(1)).toBe(true)
    expect(marking.subject).toEqual([3])
    expect(marking.everyone.ids).toEqual([3, 5])
  })

  test('stays within the list', () => {
    const marking = new Marking(() => [3, 5])
    marking.move(Infinity)
    expect(marking.at).toBe(5)
    marking.move(-Infinity)
    expect(marking.at).toBe(3)
    expect(new Marking(() => []).move(1)).toBe(false)
  })

  test('takes somebody who stands there twice for one', () => {
    const marking = new Marking(() => [3, 5, 5])
    marking.toggle(1)
    marking.toggle(2)
    expect(marking.unmark()).toBe(false)
  })

  test('marks everybody, and nobody when all are marked', () => {
    const marking = new Marking(() => [3, 5])
    marking.markAll()
    expect(marking.subject).toEqual([3, 5])
    marking.markAll()
    expect(marking.subject).toEqual([])
  })

  test('lets go of who is not in the list any more', () => {
    let ids = [3, 5]
    const marking = new Marking(() => ids)
    marking.markAll()
    marking.move(Infinity)
    ids = [5]
    marking.settle()
    expect([...marking.marked]).toEqual([5])
    expect(marking.at).toBe(5)
  })
})
