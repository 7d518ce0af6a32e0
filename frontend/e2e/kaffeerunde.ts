import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { BrowserDriver } from './drivers/browser'
import { Home, repository, type Start } from './drivers/home'
import { WindowDriver } from './drivers/window'

interface Fixtures {
  /** What the program is started with; set it with test.use({ start: … }). */
  start: Start
  home: Home
  /** What happens to the book before the program starts. */
  before: () => Promise<unknown>
  /** The program that the page shows. */
  program: BrowserDriver
  /** The real window. */
  window: WindowDriver
}

export const test = base.extend<Fixtures>({
  start: [{}, { option: true }],

  home: async ({}, use) => {
    const home = new Home()
    await use(home)
    await home.remove()
  },

  before: async ({}, use) => use(async () => {}),

  program: async ({ home, start, before }, use) => {
    await before()
    const program = await BrowserDriver.start(home, start)
    await use(program)
    await program.stop()
  },

  // The page of the program. Whatever a spec does, no request may leave for anywhere else, the content policy must not be
  // broken and no error may stay uncaught.
  page: async ({ page, program }, use) => {
    const faults = watch(page, program.address)
    await page.goto(program.address + '#/people')
    await use(page)
    expect(faults).toEqual([])
  },

  window: async ({ home, start, before }, use) => {
    await before()
    const window = await WindowDriver.start(home, start)
    await use(window)
    await window.stop()
  },
})

export { expect }

/** Forty invented people, as the program offers them. */
export const sample = join(repository, 'backend/sample/sample.vcf')

/** What the phone of an invented person exports: vCard 2.1, with a place to mend and a line that nobody can read. */
export const phone = join(import.meta.dirname, 'fixtures/android.vcf')

function watch(page: Page, address: string): string[] {
  const faults: string[] = []
  const own = [address, address.replace('http:', 'ws:'), 'data:', 'blob:' + address, 'about:blank']
  page.on('request', (request) => {
    if (!own.some((prefix) => request.url().startsWith(prefix))) faults.push(`a request left for ${request.url()}`)
  })
  page.on('websocket', (socket) => {
    if (!own.some((prefix) => socket.url().startsWith(prefix))) faults.push(`a socket left for ${socket.url()}`)
  })
  page.on('pageerror', (error) => {
    // The bridge of the development server mounts a notice of its own before there is a body; no other build has it.
    if (!error.stack?.includes('/wails/ipc.js')) faults.push(`uncaught: ${error.stack}`)
  })
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text())
  })
  return faults
}

/**
 * Drops files on the window. A browser does not tell where a dropped file lies, so the drop is told as the window's toolkit
 * would tell it, one step behind the pointer.
 */
export async function drop(page: Page, ...paths: string[]): Promise<void> {
  // The window listens from its first frame on.
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate((dropped) => {
    const wails = (window as unknown as { wails: { EventsNotify(message: string): void } }).wails
    wails.EventsNotify(JSON.stringify({ name: 'wails:file-drop', data: [400, 300, dropped] }))
  }, paths)
}
