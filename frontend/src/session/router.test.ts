import { beforeEach, expect, test } from 'vitest'
import { Router, hash } from './router.svelte'

beforeEach(() => window.history.replaceState(null, '', '#/people'))

test('one goes back to where one came from, and not in circles', async () => {
  const router = new Router(window)
  await router.go('#/people')
  await router.go('#/organisations/Hof')
  await router.go('#/topics/Brot')
  await router.back('#/people')
  expect(window.location.hash).toBe('#/organisations/Hof')
  await router.back('#/people')
  expect(window.location.hash).toBe('#/people')
})

test('a place survives being written and read', async () => {
  const router = new Router(window)
  await router.go(hash(['import'], { path: ['/home/du/a b.vcf', '/tmp/ö&c.vcf'] }))
  expect(router.route.path).toEqual(['import'])
  expect(router.route.params.getAll('path')).toEqual(['/home/du/a b.vcf', '/tmp/ö&c.vcf'])
})

test('an address that does not decode is taken as it stands', async () => {
  const router = new Router(window)
  await router.go('#/people/%E0%A4')
  expect(router.route.path).toEqual(['people', '%E0%A4'])
})

test('the window stays where a guard objects', async () => {
  const router = new Router(window)
  router.guard(async () => false)
  expect(await router.go('#/settings')).toBe(false)
  expect(router.route.path).toEqual(['people'])
})

test('the window closes where no guard objects', async () => {
  const router = new Router(window)
  expect(await router.mayClose()).toBe(true)
  const remove = router.guard(async () => false)
  expect(await router.mayClose()).toBe(false)
  remove()
  expect(await router.mayClose()).toBe(true)
})

test('a guard that agrees is asked once', async () => {
  const router = new Router(window)
  let asked = 0
  router.guard(async () => ++asked > 0)
  await router.go('#/settings')
  await router.go('#/tidy')
  expect(router.route.path).toEqual(['tidy'])
  expect(asked).toBe(1)
})
