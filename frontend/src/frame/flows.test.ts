import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeApi, type FakeApi } from '../api/fake/fake'
import { t, tOf } from '../i18n/i18n.svelte'
import { Session } from '../session/session.svelte'
import App from './App.svelte'

// Reading takes the fake backend a moment, as it does the real one.
const PATIENT = { timeout: 20_000 }
vi.setConfig({ testTimeout: 60_000 })

let api: FakeApi

beforeEach(() => {
  localStorage.clear()
  Element.prototype.scrollTo = () => {}
  api = fakeApi(40, 'en')
})

async function open(place: string) {
  window.history.replaceState(null, '', place)
  render(App, { props: { session: new Session(api, await api.shell.start(), window) } })
  return userEvent.setup({ delay: null })
}

async function preview() {
  const user = await open('#/import?path=/home/du/handy.vcf')
  const rows = await screen.findByRole('list', { name: t('imports.rows') }, PATIENT)
  const [first, second] = await within(rows).findAllByRole('listitem')
  return { user, first: first as HTMLElement, second: second as HTMLElement }
}

async function takenIn() {
  const { user } = await preview()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^Import receipt ·/, undefined, PATIENT)
  return user
}

describe('an import', () => {
  test('goes from the file to the receipt with the keyboard alone', async () => {
    await takenIn()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'handy.vcf' }))
    screen.getByText('20,908 shown + 539 kept + 1 unreadable = 21,448 lines.')
  })

  test('is decided card by card with the arrows', async () => {
    const { user, first, second } = await preview()
    const choices = () => [first, second].map((row) => within(row).getByRole('radio', { checked: true }).textContent)
    await user.keyboard('{ArrowDown}')
    await expect.poll(() => first.contains(document.activeElement)).toBe(true)
    await user.keyboard('{ArrowDown}')
    await expect.poll(() => second.contains(document.activeElement)).toBe(true)
    expect(choices()).toEqual(['Later', 'Later'])
    await user.keyboard('{ArrowRight}')
    expect(choices()).toEqual(['Later', 'Merge in'])
    await screen.findByRole('button', { name: 'Take in 300, merge 1' })
  })

  test('is undone from its receipt after saying what goes with it', async () => {
    const user = await takenIn()
    const before = api.book.people.length
    await user.click(screen.getByRole('button', { name: t('receipts.undo') }))
    expect(screen.getByRole('alertdialog').textContent).toContain('300 people who came in with it leave your book again.')
    await user.click(screen.getByRole('button', { name: t('receipts.undo.confirm') }))
    await expect.poll(() => api.book.people.length).toBe(before - 300)
  })
})

test('the history asks before an undo that takes later changes along', async () => {
  await api.tags.put('Chor', [1])
  await api.tags.put('Radio', [1])
  const user = await open('#/tidy/history')
  const [, older] = await screen.findAllByRole('button', { name: /^Undo: / })
  await user.click(older as HTMLElement)
  expect(screen.getByRole('alertdialog').textContent).toContain('1 later change is undone with it')
  await user.keyboard('{Escape}')
  expect(api.book.history(0, 10).items.every((operation) => !operation.undone)).toBe(true)
})

test('an encounter is not kept without the day that was taken out of it', async () => {
  const user = await open('#/people/1')
  await screen.findByRole('article', undefined, PATIENT)
  const meet = vi.spyOn(api.timelines, 'meet')
  await user.keyboard('e')
  const dialog = await screen.findByRole('dialog', undefined, PATIENT)
  await user.type(await within(dialog).findByRole('textbox', { name: t('timeline.note') }), 'is looking for a room')
  within(dialog).getAllByRole('spinbutton')[0]?.focus()
  await user.keyboard('{Delete}')
  await expect.poll(() => within(dialog).getAllByRole('spinbutton').map((part) => part.getAttribute('aria-valuetext'))).toEqual(['', '', ''])
  await user.keyboard('{Control>}{Enter}{/Control}')
  await within(dialog).findByText(t('day.unfinished'))
  expect(meet).not.toHaveBeenCalled()
})

test('an export begins with the people who are marked', async () => {
  const user = await open('#/people')
  await screen.findAllByRole('option', undefined, PATIENT)
  await user.keyboard('jx{Control>}e{/Control}')
  const marked = await screen.findByRole<HTMLInputElement>('radio', { name: t('export.who.selection', { n: 1 }) })
  expect(marked.checked).toBe(true)
})

test('an export says what is lost before it is written, and where it went', async () => {
  const user = await open('#/settings')
  await user.keyboard('{Control>}e{/Control}')
  await user.click(await screen.findByRole('radio', { name: t('export.format.vcf21') }))
  await screen.findByText('KIND')
  await user.click(await screen.findByRole('button', { name: t('export.save', { n: 40 }) }))
  await user.click(await screen.findByRole('button', { name: t('export.show') }))
  expect(api.log).toContain('show /home/du/kaffeerunde.vcf')
})

describe('who is here more than once', () => {
  const asked = () => screen.findByRole('heading', { name: t('duplicates.merge.title') }, PATIENT)
  const left = (n: number) => screen.findByText(t('duplicates.left', { n }), undefined, PATIENT)

  async function beside() {
    const user = await open('#/tidy/duplicates')
    const groups = await screen.findByRole('list', { name: t('duplicates.groups') }, PATIENT)
    const places = within(groups).getAllByRole('link').map((link) => link.getAttribute('href'))
    await left(3)
    await user.keyboard('j')
    window.location.hash = places[0] ?? ''
    await asked()
    return { user, places }
  }

  test('is decided one after the other, with the focus on what is asked', async () => {
    const { user, places } = await beside()
    await expect.poll(() => document.activeElement?.textContent).toBe(t('duplicates.merge.title'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => window.location.hash, PATIENT).toBe(places[1])
    await left(2)
    await expect.poll(() => document.activeElement?.textContent).toBe(t('duplicates.merge.title'))
    await user.keyboard('{PageDown}')
    await expect.poll(() => window.location.hash).toBe(places[2])
    await asked()
    await user.keyboard('{PageUp}')
    await expect.poll(() => window.location.hash).toBe(places[1])
    await asked()
    await user.keyboard('w')
    await expect.poll(() => window.location.hash, PATIENT).toBe(places[2])
    await left(1)
    await user.keyboard('d')
    await expect.poll(() => window.location.hash, PATIENT).toBe('#/tidy/duplicates')
  })

  test('says what is the matter and tries again', async () => {
    const { compare } = api.duplicates
    api.duplicates.compare = () => Promise.reject(new Error(JSON.stringify({ code: 'book-locked', args: [] })))
    const user = await open('#/tidy/duplicates/1,2')
    await screen.findByText(tOf('error', 'book-locked'), undefined, PATIENT)
    api.duplicates.compare = compare
    await user.click(screen.getByRole('button', { name: t('duplicates.merge.again') }))
    await asked()
  })

  test('says who became part of whom', async () => {
    const { compare } = api.duplicates
    api.duplicates.compare = async (ids) => ({ ...(await compare(ids)), rows: [], missing: [{ name: 'Anni', whole: 1, wholeName: 'Anna', deleted: false }] })
    await open('#/tidy/duplicates/1,2')
    await screen.findByText(t('duplicates.merge.part', { name: 'Anni', whole: 'Anna' }), undefined, PATIENT)
    screen.getByRole('button', { name: t('duplicates.merge.show', { name: 'Anna' }) })
  })
})
