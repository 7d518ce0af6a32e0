import { beforeEach, expect, test } from 'vitest'
import { comeBack, walk } from './walk'

let list: HTMLElement

beforeEach(() => {
  document.body.innerHTML =
    '<ul><li><a href="#/a" data-item>a</a></li><li data-item><button>b</button></li><li><a href="#/c" data-item>c</a></li></ul>'
  list = document.querySelector('ul') as HTMLElement
})

test('the first step goes to the first item, and each further one to the next', () => {
  const seen = [1, 1, 1, 1].map((by) => {
    walk(list, by)
    return document.activeElement?.textContent
  })
  expect(seen).toEqual(['a', 'b', 'c', 'c'])
})

test('either end is one step away', () => {
  walk(list, Infinity)
  expect(document.activeElement?.textContent).toBe('c')
  walk(list, -Infinity)
  expect(document.activeElement?.textContent).toBe('a')
})

test('a list without items leaves the key to others', () => {
  list.innerHTML = ''
  expect(walk(list, 1)).toBe(false)
  expect(walk(undefined, 1)).toBe(false)
})

test('whoever comes back goes on where they were, once the list is there, and not where something has the focus', async () => {
  const { innerHTML } = list
  list.innerHTML = ''
  const stop = comeBack('#/c/guests')(list)
  list.innerHTML = innerHTML
  await Promise.resolve()
  expect(document.activeElement?.textContent).toBe('c')
  stop()
  list.querySelector('button')?.focus()
  comeBack('#/a')(list)()
  expect(document.activeElement?.textContent).toBe('b')
})
