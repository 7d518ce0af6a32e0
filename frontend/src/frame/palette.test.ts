import { beforeEach, expect, test } from 'vitest'
import { fakeApi } from '../api/fake/fake'
import { speak } from '../i18n/i18n.svelte'
import { Session } from '../session/session.svelte'
import { PaletteController } from './palette.svelte'

let session: Session
let palette: PaletteController
const given: string[] = []

beforeEach(async () => {
  given.length = 0
  const api = fakeApi(40)
  session = new Session(api, await api.shell.start(), window)
  await session.refresh()
  speak('en')
  session.keys.bind({ undo: () => given.push('undo'), help: () => given.push('help'), next: () => given.push('next') })
  palette = new PaletteController(session)
})

test('offers what can be done here, and no key that only moves', () => {
  expect(palette.actions.map(({ text }) => text)).toEqual(['Show all keys', 'Undo'])
})

test('does what is chosen', () => {
  palette.actions[1]?.run()
  expect(given).toEqual(['undo'])
})

test('finds people and tags by a few letters', async () => {
  palette.typed = 'chor'
  await palette.search()
  expect(palette.people.map(({ text }) => text)).toContain('Emeka Eze')
  expect(palette.tags.map(({ text }) => text)[0]).toBe('Chor')
})

test('shows nobody before something is typed', async () => {
  await palette.search()
  expect(palette.people).toEqual([])
  expect(palette.tags).toEqual([])
})
