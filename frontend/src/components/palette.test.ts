import { render, screen } from '@testing-library/svelte'
import { createRawSnippet, flushSync } from 'svelte'
import { describe, expect, test } from 'vitest'
import Palette from './Palette.svelte'

describe('A palette', () => {
  test('takes what is typed from the moment it opens', () => {
    const children = createRawSnippet(() => ({ render: () => '<input aria-label="Who?">' }))
    render(Palette, { props: { title: 'Who?', onclose: () => {}, children } })
    flushSync()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })
})
