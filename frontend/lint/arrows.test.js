import { describe, expect, test } from 'vitest'
import { mayImport } from './arrows.js'

const may = (from, to) => mayImport(`/f/${from}`, `/f/${to}`, '/f')

describe('the arrows', () => {
  test.each([
    ['src/screens/people/People.svelte', 'src/screens/people/people.svelte'],
    ['src/screens/people/People.svelte', 'src/components/Button.svelte'],
    ['src/frame/App.svelte', 'src/screens/tidy/Tidy.svelte'],
    ['src/api/wails.ts', 'wailsjs/go/app/People'],
    ['src/main.ts', 'src/styles/base.css'],
  ])('%s may import %s', (from, to) => expect(may(from, to)).toBe(true))

  test.each([
    ['src/screens/people/People.svelte', 'src/screens/tidy/Tidy.svelte'],
    ['src/screens/people/people.svelte.ts', 'wailsjs/go/app/People'],
    ['src/components/Button.svelte', 'src/api/api'],
    ['src/session/session.svelte.ts', 'src/screens/people/people.svelte'],
    ['src/api/api.ts', 'src/components/Button.svelte'],
  ])('%s may not import %s', (from, to) => expect(may(from, to)).toBe(false))
})
