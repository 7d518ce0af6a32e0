import { afterEach, describe, expect, test } from 'vitest'
import { COMMANDS, binding } from './keymap'
import { Keys } from './keys.svelte'

const log: string[] = []

function pressed(keys: Keys, key: string, options: KeyboardEventInit = {}, on: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  on.addEventListener('keydown', (e) => keys.press(e as KeyboardEvent), { once: true })
  on.dispatchEvent(event)
  return event
}

function noting(...names: ('next' | 'tag' | 'undo' | 'goPeople' | 'palette' | 'help' | 'markDown' | 'redo')[]): Keys {
  const keys = new Keys(false)
  keys.bind(Object.fromEntries(names.map((name) => [name, () => log.push(name)])))
  return keys
}

afterEach(() => {
  log.length = 0
  document.body.replaceChildren()
})

describe('keys', () => {
  test('reach the screen that acts on them', () => {
    const event = pressed(noting('next'), 'j')
    expect(log).toEqual(['next'])
    expect(event.defaultPrevented).toBe(true)
  })

  test('that nobody acts on stay with the browser', () => {
    expect(pressed(noting('next'), 'q').defaultPrevented).toBe(false)
  })

  test('never fire while somebody types', () => {
    const field = document.body.appendChild(document.createElement('input'))
    const keys = noting('next', 'tag', 'undo')
    for (const key of ['j', 't']) pressed(keys, key, {}, field)
    pressed(keys, 'z', { ctrlKey: true }, field)
    expect(log).toEqual([])
  })

  test('the palette opens while somebody types', () => {
    const field = document.body.appendChild(document.createElement('input'))
    pressed(noting('palette'), 'k', { ctrlKey: true }, field)
    expect(log).toEqual(['palette'])
  })

  test('stay with a dialog that is open', () => {
    document.body.appendChild(document.createElement('div')).role = 'dialog'
    pressed(noting('next'), 'j')
    expect(log).toEqual([])
  })

  test('come in two strokes', () => {
    const keys = noting('goPeople', 'tag')
    pressed(keys, 'g')
    pressed(keys, 'p')
    expect(log).toEqual(['goPeople'])
  })

  test('a question mark is one with Shift and without', () => {
    const keys = noting('help')
    pressed(keys, '?', { shiftKey: true })
    pressed(keys, '?')
    expect(log).toEqual(['help', 'help'])
  })

  test('Shift makes another key of an arrow and of a letter', () => {
    const keys = noting('next', 'markDown', 'redo')
    pressed(keys, 'ArrowDown', { shiftKey: true })
    pressed(keys, 'J', { shiftKey: true })
    pressed(keys, 'Z', { shiftKey: true, ctrlKey: true })
    expect(log).toEqual(['markDown', 'markDown', 'redo'])
  })

  test('go to whoever came last, and back when they have gone', () => {
    const keys = noting('next')
    const leave = keys.bind({ next: () => log.push('above') })
    pressed(keys, 'j')
    leave()
    pressed(keys, 'j')
    expect(log).toEqual(['above', 'next'])
  })

  test('that are refused go on to whoever is below', () => {
    const keys = noting('next')
    keys.bind({ next: () => false })
    pressed(keys, 'j')
    expect(log).toEqual(['next'])
  })
})

test('no key means two things in one group', () => {
  const all = COMMANDS.flatMap((command) => [...binding(command).keys].map((key) => `${binding(command).group} ${key}`))
  expect(all).toEqual([...new Set(all)])
})

test('a key that means two things does the first that somebody acts on', () => {
  const keys = new Keys(false)
  const release = keys.bind({ addEvent: () => log.push('event') })
  keys.bind({ add: () => log.push('person') })
  pressed(keys, 'n', { ctrlKey: true })
  release()
  pressed(keys, 'n', { ctrlKey: true })
  expect(log).toEqual(['event', 'person'])
})
