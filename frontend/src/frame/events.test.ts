import { cleanup, render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeApi, type FakeApi } from '../api/fake/fake'
import type { EventForm } from '../api/views'
import { t } from '../i18n/i18n.svelte'
import { Session } from '../session/session.svelte'
import App from './App.svelte'

// Reading takes the fake backend a moment, as it does the real one.
const PATIENT = { timeout: 20_000 }
vi.setConfig({ testTimeout: 60_000 })

const STAMMTISCH: EventForm = { id: 0, title: 'Open Space', when: '2026-12-03', place: '', link: '', topics: [], note: '', introduction: '', questions: [] }

let api: FakeApi

beforeEach(async () => {
  localStorage.clear()
  Element.prototype.scrollTo = () => {}
  Element.prototype.scrollIntoView = () => {}
  api = fakeApi(12, 'en')
  await api.occasions.save(STAMMTISCH)
})

afterEach(() => {
  vi.useRealTimers()
})

async function open(place: string) {
  window.history.replaceState(null, '', place)
  render(App, { props: { session: new Session(api, await api.shell.start(), window) } })
  return userEvent.setup({ delay: null })
}

const place = () => api.book.events[0]?.place
const guests = () => api.book.guests(1).map(({ name }) => name)

test('what was written of an event is not given up without a question', async () => {
  const user = await open('#/events')
  ;(await screen.findByRole('link', { name: /Open Space/ }, PATIENT)).focus()
  await user.keyboard('{F2}')
  await screen.findByRole('dialog')
  await user.keyboard('{Escape}')
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()

  screen.getByRole('link', { name: /Open Space/ }).focus()
  await user.keyboard('{F2}')
  await user.type(await screen.findByRole('textbox', { name: t('events.form.place') }), 'Betahaus')
  await user.keyboard('{Escape}')
  await screen.findByRole('alertdialog', { name: t('common.unsaved') })
  await user.keyboard('{Escape}')
  await expect.poll(() => screen.queryByRole('alertdialog')).toBeNull()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: t('events.form.place') }).value).toBe('Betahaus')

  await user.click(screen.getByRole('button', { name: t('common.cancel') }))
  await user.click(await screen.findByRole('button', { name: t('common.discard') }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(place()).toBe('')
})

test('an event is changed and deleted, and both are undone', async () => {
  const user = await open('#/events')
  ;(await screen.findByRole('link', { name: /Open Space/ }, PATIENT)).focus()
  await user.keyboard('{F2}')
  await user.type(await screen.findByRole('textbox', { name: t('events.form.place') }), 'Betahaus')
  await user.keyboard('{Escape}')
  const question = await screen.findByRole('alertdialog', { name: t('common.unsaved') })
  await user.click(within(question).getByRole('button', { name: t('common.save') }))
  await expect.poll(place).toBe('Betahaus')
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  await user.keyboard('{Control>}z{/Control}')
  await expect.poll(place).toBe('')

  ;(await screen.findByRole('link', { name: /Open Space/ }, PATIENT)).focus()
  await user.keyboard('{Delete}')
  await expect.poll(() => api.book.events.length).toBe(0)
  await user.keyboard('{Control>}z{/Control}')
  await expect.poll(() => api.book.events.length).toBe(1)
})

test('a list that falls on an event is mended by its columns, and taken in', async () => {
  const user = await open('#/events/1/guests')
  await screen.findByRole('textbox', { name: t('guests.paste.first') }, PATIENT)
  api.drop(['Timo Roth, Radio\nNoor Ak, Choir'])
  const list = await screen.findByRole('listbox', { name: t('guests.list') }, PATIENT)
  expect((await within(list).findAllByRole('option')).length).toBe(2)
  const column = screen.getByRole('combobox', { name: new RegExp(t('guestlist.field.organisation')) })
  column.focus()
  await user.keyboard('{Enter}')
  const skip = await screen.findByRole('option', { name: t('guestlist.field.skip') })
  await user.click(skip)
  await screen.findByRole('combobox', { name: new RegExp(`${t('guestlist.field.skip')}$`) }, PATIENT)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await expect.poll(guests).toEqual(['Timo Roth', 'Noor Ak'])
  expect(api.book.guests(1).map(({ organisation }) => organisation)).toEqual(['', ''])
  await user.keyboard('{Control>}z{/Control}')
  await expect.poll(guests).toEqual([])
})

test('a list is pasted where no field has the focus, and a guest taken off it', async () => {
  await api.guestLists.invite('job', 1, (await api.guestLists.read(1, 'Timo Roth', [])).guests)
  const user = await open('#/events/1/guests')
  await screen.findByRole('complementary', { name: t('guests.who') }, PATIENT)
  await user.paste('Noor Ak\nUwe Ohm')
  await screen.findByRole('button', { name: new RegExp(`^${t('guests.intake.take', { n: 2 })}`) }, PATIENT)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await expect.poll(guests).toEqual(['Timo Roth', 'Noor Ak', 'Uwe Ohm'])
  await screen.findByRole('complementary', { name: t('guests.who') }, PATIENT)
  await user.keyboard('{Delete}')
  await expect.poll(guests).toEqual(['Noor Ak', 'Uwe Ohm'])
  await user.keyboard('{Control>}z{/Control}')
  await expect.poll(() => guests().length).toBe(3)
  await user.keyboard('l')
  await screen.findByRole('dialog', { name: /Roth|Ak|Ohm/ }, PATIENT)
})

/** Everything on screen with what it looks like: its classes, its own style and its words, but for the day that Today names. */
async function lookOf(place: string, day: string): Promise<string[]> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
  await open(place)
  await screen.findByRole('main', undefined, PATIENT)
  const look = await settled()
  // A figure beside the name of a screen would be a badge, whatever it is called.
  expect(screen.getByRole('navigation', { name: t('frame.screens') }).textContent, place).not.toMatch(/\d/)
  expect(document.querySelector('[class*="badge"]'), place).toBeNull()
  cleanup()
  return look
}

/** What is on screen once that stays as it is. */
async function settled(): Promise<string[]> {
  for (let before = shown(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    const now = shown()
    if (now.length > 40 && now.join() === before.join()) return now
    before = now
  }
}

function shown(): string[] {
  return [...document.body.querySelectorAll('*')].map((element) => {
    const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent?.trim()).join('')
    return [element.tagName, element.getAttribute('class'), element.getAttribute('style'), words.replace(/^\w+day, 22 November \d{4}$/, '')].join(' | ')
  })
}

test('two years later no screen of an evening looks otherwise, and none has a badge', async () => {
  await api.guestLists.invite('job', 1, (await api.guestLists.read(1, `Noor Ak\n${api.book.people[0]?.name}`, [])).guests)
  await api.timelines.leave({ id: 0, text: 'the article', people: [api.book.people[0]?.id ?? 0], event: 0, state: 'open', opened: '', closed: '' })
  for (const screenOf of ['today', 'events', 'events/1/guests', 'events/1/coffees', 'events/1/site', 'events/1/after', 'me']) {
    const now = await lookOf(`#/${screenOf}`, '2026-11-22T12:00:00')
    expect(await lookOf(`#/${screenOf}`, '2028-11-22T12:00:00'), screenOf).toEqual(now)
  }
})
