import { expect, test, vi } from 'vitest'
import { Router } from './router.svelte'
import { Unsaved } from './unsaved.svelte'

test('a form in which nothing was written is left without a question', async () => {
  const unsaved = new Unsaved(new Router(window), () => false)
  expect(await unsaved.ask()).toBe(true)
  expect(unsaved.asking).toBe(false)
})

test('another place and the end of the window wait for the answer', async () => {
  const router = new Router(window)
  const unsaved = new Unsaved(router, () => true)
  const going = router.go('#/elsewhere')
  expect(unsaved.asking).toBe(true)
  unsaved.answer(false)
  expect(await going).toBe(false)
  const closing = router.mayClose()
  unsaved.answer(true)
  expect(await closing).toBe(true)
  expect(unsaved.asking).toBe(false)
})

test('what cannot be kept keeps the form', async () => {
  const unsaved = new Unsaved(new Router(window), () => true)
  const leaving = unsaved.ask()
  await unsaved.keep(async () => false)
  expect(await leaving).toBe(false)
  const again = unsaved.ask()
  await unsaved.keep(async () => true)
  expect(await again).toBe(true)
})

test('a form that is done asks no more', async () => {
  const router = new Router(window)
  new Unsaved(router, () => true).release()
  expect(await router.mayClose()).toBe(true)
})

test('a form above a screen is asked before the screen, and both have to agree', async () => {
  const router = new Router(window)
  const asked: string[] = []
  let agreed = false
  router.guard(async () => {
    asked.push('screen')
    return agreed
  })
  const release = router.guard(async () => {
    asked.push('form')
    return true
  })
  expect(await router.mayClose()).toBe(false)
  release()
  agreed = true
  expect(await router.mayClose()).toBe(true)
  expect(asked).toEqual(['form', 'screen', 'screen'])
})

test('what a last attempt keeps is not asked about', async () => {
  let kept = true
  const unsaved = new Unsaved(new Router(window), async () => !kept)
  expect(await unsaved.ask()).toBe(true)
  kept = false
  const leaving = unsaved.ask()
  await vi.waitFor(() => expect(unsaved.asking).toBe(true))
  unsaved.answer(false)
  expect(await leaving).toBe(false)
})
