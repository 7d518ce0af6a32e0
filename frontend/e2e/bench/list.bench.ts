import { copyFileSync, writeFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from '../kaffeerunde'
import { say } from '../words'

const { KAFFEERUNDE_BENCH_BOOK: book = '', KAFFEERUNDE_BENCH_REPORT: report = '' } = process.env

// What people type, letter by letter: the beginnings of names, with and without umlauts, inner digits of a number, and what is not there.
const typed = ['muller', 'jorg sch', 'katharina', '4917', 'gmail', 'acme', 'zzz']
const FRAMES = 180

test.use({ before: async ({ home }, use) => use(async () => copyFileSync(book, home.book)) })

test('the list of a large book', async ({ page }) => {
  const list = page.getByRole('listbox', { name: say('en', 'people.list') })
  await expect(list.getByRole('option').first()).not.toHaveAttribute('aria-busy')
  const thread = await page.context().newCDPSession(page)
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' })
  await watchCalls(page)

  const keys: number[] = []
  const keysCPU: number[] = []
  const box = page.getByRole('searchbox', { name: say('en', 'people.search') })
  for (const text of ['warm', ...typed]) {
    await box.fill('')
    for (const letter of text) {
      await page.waitForTimeout(80)
      const before = await busy(thread)
      await page.keyboard.press(letter)
      const took = await page.evaluate(() => (window as unknown as Measured).painted)
      if (text === 'warm') continue
      keys.push(took)
      keysCPU.push((await busy(thread)) - before)
    }
  }
  await box.fill('')
  await page.waitForTimeout(500)

  const before = await busy(thread)
  const frames = await list.evaluate(scroll, FRAMES)
  const framesCPU = (await busy(thread)) - before
  writeFileSync(report, JSON.stringify({ keys, keysCPU, frames, framesCPU }))
})

/** What the page under test keeps for us: when the rows for the last key were painted, in milliseconds after it. */
interface Measured {
  painted: Promise<number>
}

/** The milliseconds that the page's main thread has worked until now. */
async function busy(thread: CDPSession): Promise<number> {
  const { metrics } = await thread.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** From each key on waits until every call to the backend has been answered, and then for the next frame on the screen. */
async function watchCalls(page: Page): Promise<void> {
  await page.evaluate(() => {
    const measured = window as unknown as Measured & { go: { app: Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>> } }
    let open = 0
    let settled = () => {}
    for (const service of Object.values(measured.go.app)) {
      for (const [name, call] of Object.entries(service)) {
        service[name] = async (...args) => {
          open++
          try {
            return await call(...args)
          } finally {
            if (--open === 0) settled()
          }
        }
      }
    }
    const frame = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          // Handed over after the frame's own work, so it arrives when the frame is drawn.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          port2.postMessage(undefined)
        })
      })
    window.addEventListener('keydown', ({ timeStamp }) => {
      measured.painted = new Promise<void>((resolve) => (settled = resolve)).then(frame).then(() => performance.now() - timeStamp)
    }, true)
  })
}

/** Scrolls a notch of the wheel each frame and returns how long each frame lasted. It runs in the page. */
function scroll(list: Element, count: number): Promise<number[]> {
  return new Promise((resolve) => {
    const lasted: number[] = []
    let last = 0
    const step = (now: number) => {
      if (last > 0) lasted.push(now - last)
      last = now
      if (lasted.length === count) return resolve(lasted)
      list.scrollTop += 120
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
