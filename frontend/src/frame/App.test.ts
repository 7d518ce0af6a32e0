import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../api/fake/fake'
import App from './App.svelte'
import { speak } from '../i18n/i18n.svelte'
import { Session } from '../session/session.svelte'

let api: FakeApi
const user = userEvent.setup()

async function opened(count: number, address = '#/people'): Promise<void> {
  window.history.replaceState(null, '', address)
  api = fakeApi(count, 'en')
  const session = new Session(api, await api.shell.start(), window)
  speak('en')
  render(App, { session })
}

const list = () => screen.findByRole('listbox', { name: 'People' })

describe('with the keyboard alone', () => {
  beforeEach(() => opened(12))

  test('one goes through the people, and each is shown', async () => {
    await list()
    await user.keyboard('jj')
    expect(await screen.findByRole('article', { name: 'Jonas Ahrens' })).toBeTruthy()
  })

  test('one marks two people and gives them a new tag', async () => {
    await list()
    await user.keyboard('jxjxt')
    await user.type(await screen.findByRole('combobox', { name: 'Tag for 2 people' }), 'Radio')
    await screen.findByText('New tag “Radio” for 2 people')
    await user.keyboard('{Enter}')
    await expect.poll(() => api.book.tags().find((tag) => tag.name === 'Radio')?.count).toBe(2)
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy()
  })

  test('one edits a person, and is asked before it is lost', async () => {
    await list()
    await user.keyboard('j{F2}')
    await user.type(await screen.findByRole('textbox', { name: 'Given name' }), ' Maria')
    await user.keyboard('{Escape}')
    const question = await screen.findByRole('alertdialog', { name: 'Save what you wrote?' })
    await user.click(within(question).getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('article', { name: 'Nadia Maria Abbas' })).toBeTruthy()
  })

  test('one finds a person through the palette', async () => {
    await list()
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: 'Palette' }), 'dörr')
    await within(screen.getByRole('dialog')).findByRole('option', { name: /Karoline Dörr/ })
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('article', { name: 'Karoline Dörr' })).toBeTruthy()
  })
})

test('a name that looks like markup is text', async () => {
  await opened(0, '#/people/new')
  await user.type(await screen.findByRole('textbox', { name: 'Given name' }), '<img src=x onerror=alert(1)>')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('article', { name: '<img src=x onerror=alert(1)>' })).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
})

test('an empty book says what to do', async () => {
  await opened(0)
  await user.click(await screen.findByRole('button', { name: 'Try it with a sample' }))
  expect(await list()).toBeTruthy()
})

test('a search that finds nobody leads back to everyone', async () => {
  await opened(12, '#/people?text=zzz')
  await user.click(await screen.findByRole('button', { name: /Show everyone/ }))
  expect(await screen.findByRole('option', { name: /Nadia Abbas/ })).toBeTruthy()
})

test('that another book took the place of a damaged one is said once', async () => {
  window.history.replaceState(null, '', '#/people')
  api = fakeApi(12, 'en')
  speak('en')
  render(App, { session: new Session(api, { ...(await api.shell.start()), aside: 'book.db.damaged.db' }, window) })
  expect(await screen.findAllByText(/book\.db\.damaged\.db/)).toHaveLength(1)
  await list()
})
