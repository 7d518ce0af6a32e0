import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { speak } from '../i18n/i18n.svelte'
import DateInput from './DateInput.svelte'

afterEach(() => speak('en'))

const field = (value: string, required = false) => {
  const props = $state({ value, id: 'day', required })
  render(DateInput, { props })
  return props
}
const parts = () => screen.getAllByRole('spinbutton').map((part) => part.getAttribute('aria-label'))

describe('a day', () => {
  test.each([
    ['en', '3/12/2026'],
    ['de', '3.12.2026'],
    ['de', '03122026'],
    ['de', '3.12.26'],
  ] as const)('is typed in the order of the language: %s, %s', async (language, text) => {
    speak(language)
    const user = userEvent.setup({ delay: null })
    const props = field('')
    screen.getAllByRole('spinbutton')[0]?.focus()
    await user.keyboard(text)
    await user.tab()
    await waitFor(() => expect(props.value).toBe('2026-12-03'))
  })

  test('begins with the day in both languages', () => {
    field('2026-12-03')
    expect(parts()).toEqual(['Day', 'Month', 'Year'])
  })

  test('that is not whole says what is missing, and is no day', async () => {
    const user = userEvent.setup({ delay: null })
    const props = field('')
    screen.getAllByRole('spinbutton')[0]?.focus()
    await user.keyboard('3/12/')
    screen.getAllByRole('spinbutton')[2]?.blur()
    await screen.findByText('A date needs a day, a month and a year.')
    expect(props.value).toMatch(/^0?3\/12/)
  })

  test('is gone with Delete', async () => {
    const user = userEvent.setup({ delay: null })
    const props = field('2026-12-03')
    screen.getAllByRole('spinbutton')[1]?.focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(props.value).toBe(''))
    expect(screen.getAllByRole('spinbutton').map((part) => part.getAttribute('aria-valuetext'))).toEqual(['', '', ''])
  })

  test.each([
    [true, 1],
    [false, 0],
  ])('that is emptied and left says what is missing where there has to be one (%s)', async (required, said) => {
    const user = userEvent.setup({ delay: null })
    const props = field('2026-12-03', required)
    screen.getAllByRole('spinbutton')[1]?.focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(props.value).toBe(''))
    await waitFor(() => expect(screen.getAllByRole('spinbutton')[0]).toBe(document.activeElement))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(screen.queryAllByRole('status')).toHaveLength(said)
  })
})
