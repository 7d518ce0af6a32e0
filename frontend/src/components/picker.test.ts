import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { createRawSnippet } from 'svelte'
import { beforeEach, describe, expect, test } from 'vitest'
import Picker from './Picker.svelte'

const chosen: string[] = []

const props = (typed: string, items: string[], answered: string | undefined) => ({
  label: 'Who?', placeholder: '', nothing: 'Nobody', typed, answered, groups: [{ label: '', items }], keyOf: (one: string) => one,
  item: createRawSnippet((one: () => string) => ({ render: () => `<span>${one()}</span>` })),
  onchoose: (one: string) => void chosen.push(one),
})

beforeEach(() => {
  chosen.length = 0
  Element.prototype.scrollIntoView = () => {}
})

/** Types faster than the answer comes: the list still answers "". */
async function typedAhead() {
  const user = userEvent.setup({ delay: null })
  const { rerender } = render(Picker<string>, { props: props('', ['Ada', 'Jana'], '') })
  await user.type(screen.getByRole('combobox'), 'jan{Enter}')
  return { user, answer: (items: string[], answered: string) => rerender(props('jan', items, answered)) }
}

describe('Enter', () => {
  test('takes the first of what fits', async () => {
    const user = userEvent.setup({ delay: null })
    render(Picker<string>, { props: props('', ['Ada', 'Jana'], '') })
    await user.type(screen.getByRole('combobox'), '{Enter}')
    expect(chosen).toEqual(['Ada'])
  })

  test('waits for the answer to what is typed, and takes its first', async () => {
    const { answer } = await typedAhead()
    expect(chosen).toEqual([])
    await answer(['Ada', 'Jana'], 'ja')
    expect(chosen).toEqual([])
    await answer(['Jana', 'Janis'], 'jan')
    expect(chosen).toEqual(['Jana'])
  })

  test('takes nobody where the answer is nobody', async () => {
    const { answer } = await typedAhead()
    await answer([], 'jan')
    await answer(['Jana'], 'jan')
    expect(chosen).toEqual([])
  })

  test('is forgotten when one types on', async () => {
    const { user, answer } = await typedAhead()
    await user.keyboard('{Backspace}')
    await answer(['Jana'], 'jan')
    expect(chosen).toEqual([])
  })
})
