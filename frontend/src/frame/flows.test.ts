import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../api/fake/fake'
import { t } from '../i18n/i18n.svelte'
import { Session } from '../session/session.svelte'
import App from './App.svelte'

let api: FakeApi

async function open(place: string) {
  window.history.replaceState(null, '', place)
  api = fakeApi(40, 'en')
  const session = new Session(api, await api.shell.start(), window)
  render(App, { props: { session } })
  return { session, user: userEvent.setup() }
}

beforeEach(() => localStorage.clear())

async function takenIn() {
  const opened = await open('#/people')
  api.drop(['/home/du/handy.vcf'])
  await screen.findByRole('heading', { name: 'handy.vcf' }, { timeout: 3000 })
  await opened.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/Import receipt ·/, undefined, { timeout: 3000 })
  return opened
}

describe('an import', () => {
  test('goes from the drop to the receipt with the keyboard alone', async () => {
    await takenIn()
    expect(screen.getByRole('heading', { name: 'handy.vcf' })).toHaveFocus()
    expect(screen.getByText('20,908 shown + 539 kept + 1 unreadable = 21,448 lines.')).toBeVisible()
  })

  test('is decided card by card with the arrows', async () => {
    const { user } = await open('#/people')
    api.drop(['/home/du/handy.vcf'])
    await screen.findByRole('heading', { name: 'handy.vcf' }, { timeout: 3000 })
    const rows = await screen.findAllByRole('listitem')
    const choice = (row: HTMLElement | undefined) =>
      within(row as HTMLElement).getByRole('radio', { checked: true }).textContent
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect([choice(rows[0]), choice(rows[1])]).toEqual(['Later', 'Later'])
    await user.keyboard('{ArrowRight}')
    expect([choice(rows[0]), choice(rows[1])]).toEqual(['Later', 'Merge in'])
    expect(screen.getByRole('button', { name: /Take in 300, merge 1/ })).toBeEnabled()
  })

  test('is undone from its receipt after saying what goes with it', async () => {
    const { user } = await takenIn()
    const before = api.book.people.length
    await user.click(screen.getByRole('button', { name: t('receipts.undo') }))
    expect(screen.getByRole('alertdialog')).toHaveTextContent('300 people who came in with it leave your book again.')
    await user.click(screen.getByRole('button', { name: t('receipts.undo.confirm') }))
    await expect.poll(() => api.book.people.length).toBe(before - 300)
  })
})

describe('the history', () => {
  test('asks before an undo that takes later changes along', async () => {
    const { user } = await open('#/tidy/history')
    await api.tags.put('Chor', [1])
    await api.tags.put('Radio', [1])
    api.change()
    const [, older] = await screen.findAllByRole('button', { name: /^Undo: / })
    await user.click(older as HTMLElement)
    expect(screen.getByRole('alertdialog')).toHaveTextContent('1 later change goes along')
    await user.keyboard('{Escape}')
    expect(api.book.history(0, 10).items.every((operation) => !operation.undone)).toBe(true)
  })
})

describe('an export', () => {
  test('says what is lost before it is written, and where it went', async () => {
    const { user } = await open('#/people')
    await user.keyboard('{Control>}e{/Control}')
    await user.click(await screen.findByRole('radio', { name: t('export.format.vcf21') }))
    expect(await screen.findByText('KIND')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: t('export.save', { n: 40 }) }))
    await user.click(await screen.findByRole('button', { name: t('export.show') }))
    expect(api.log).toContain('show /home/du/kaffeerunde.vcf')
  })
})
