import { describe, expect, test, vi } from 'vitest'
import { Pages } from './pages.svelte'

function numbers(total: number) {
  return vi.fn(async (offset: number, limit: number) => ({
    total,
    offset,
    items: Array.from({ length: Math.min(limit, Math.max(total - offset, 0)) }, (_, i) => offset + i),
  }))
}

describe('a long list', () => {
  test('is fetched only where somebody looks', async () => {
    const fetch = numbers(100_000)
    const pages = new Pages(fetch)
    await pages.show(50_010, 50_040)
    expect(fetch.mock.calls).toEqual([[50_000, 100]])
    expect([pages.total, pages.at(50_020), pages.at(3)]).toEqual([100_000, 50_020, undefined])
  })

  test('is fetched once, however often one looks', async () => {
    const fetch = numbers(1000)
    const pages = new Pages(fetch)
    await Promise.all([pages.show(90, 110), pages.show(95, 105)])
    await pages.show(0, 199)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  test('can be changed where it is here already', async () => {
    const pages = new Pages(numbers(10))
    await pages.show(0, 9)
    pages.patch((n) => n * 2)
    expect(pages.at(4)).toBe(8)
  })

  test('shows what it had until the new beginning is here', async () => {
    let total = 3
    const pages = new Pages((offset, limit) => numbers(total)(offset, limit))
    await pages.show(0, 2)
    total = 1
    const reload = pages.reload()
    expect(pages.at(2)).toBe(2)
    await reload
    expect([pages.total, pages.at(2)]).toEqual([1, undefined])
  })

  test('ignores an answer from before it was fetched anew', async () => {
    const answers: (() => void)[] = []
    let word = 'old'
    const pages = new Pages(async (offset) => {
      const items = [word]
      await new Promise<void>((resolve) => answers.push(resolve))
      return { total: 1, offset, items }
    })
    const old = pages.show(0, 0)
    word = 'new'
    const fresh = pages.reload()
    answers[1]?.()
    await fresh
    answers[0]?.()
    await old
    expect(pages.at(0)).toBe('new')
  })

  test('asks again for a stretch that did not come', async () => {
    const fetch = numbers(10)
    fetch.mockRejectedValueOnce(new Error('gone'))
    const pages = new Pages(fetch)
    await expect(pages.show(0, 5)).rejects.toThrow('gone')
    await pages.show(0, 5)
    expect(pages.at(5)).toBe(5)
  })
})
