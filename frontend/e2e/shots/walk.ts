import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { repository } from '../drivers/home'
import { say, type Language } from '../words'

export const folder = join(repository, 'build/shots')

export interface Size {
  width: number
  height: number
}

export const sizes: Size[] = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
]

/** A window beside one hand, as it stands at an event. */
export const narrow: Size = { width: 400, height: 800 }

/** How to come to each screen from the beginning. */
export type Screens = Record<string, () => Promise<unknown>>

/** Where the pictures are taken, and what stands in their names: "12-de". */
export interface Walk {
  page: Page
  address: string
  language: Language
  of: string
}

// SHOTS='guests.*dark' make shots takes the pictures alone whose names it fits.
const wanted = new RegExp(process.env.SHOTS ?? '')

/** Takes a picture of each screen in both themes and these sizes. Each begins in a page of its own, so that nothing is left open from another. */
export async function walk({ page, address, language, of }: Walk, screens: Screens, at: Size[] = sizes): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const size of at) {
      await page.setViewportSize(size)
      for (const [name, open] of Object.entries(screens)) {
        const picture = `${name}-${of}-${language}-${theme}-${size.width}.png`
        if (!wanted.test(picture)) continue
        await page.goto('about:blank')
        await page.goto(`${address}#/people`)
        await expect(page.getByRole('navigation', { name: say(language, 'frame.screens') })).toBeAttached()
        await page.waitForTimeout(250)
        await open()
        await page.waitForTimeout(400)
        await page.screenshot({ path: join(folder, picture) })
      }
    }
  }
}

/** Goes to a place in the window. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash)
  await page.waitForTimeout(300)
}

/** Calls what the window calls, to have something there that no verb of the terminal writes. */
export async function call(page: Page, service: string, method: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    ([service, method, args]) => {
      const { go } = window as unknown as { go: { app: Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>> } }
      return go.app[service]?.[method]?.(...args)
    },
    [service, method, args] as const,
  )
}
