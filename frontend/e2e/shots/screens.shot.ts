import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { repository } from '../drivers/home'
import { drop, phone, sample, test } from '../kaffeerunde'
import { say, type Language } from '../words'
import { go, walk } from './walk'

/** How to come to each screen, from the list of people. */
const screens: Record<string, (page: Page, people: number, language: Language, file: string) => Promise<void>> = {
  people: async () => {},
  person: async (page, people) => {
    if (people === 0) return
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
  },
  edit: async (page, people) => {
    if (people === 0) return
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.keyboard.press('F2')
  },
  marked: async (page) => page.keyboard.press('Control+a'),
  tagging: async (page, people) => {
    if (people === 0) return
    await page.keyboard.press('Control+a')
    await page.keyboard.press('t')
  },
  tags: async (page) => page.keyboard.press('Shift+T'),
  nothing: async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('xyzzy')
  },
  palette: async (page) => page.keyboard.press('Control+k'),
  keys: async (page) => page.keyboard.press('?'),
  add: async (page) => page.keyboard.press('Control+n'),
  import: async (page) => go(page, '#/import'),
  preview: async (page, _people, _language, file) => {
    await drop(page, file)
    await page.getByRole('heading', { level: 1 }).waitFor()
  },
  receipts: async (page) => go(page, '#/tidy'),
  history: async (page) => go(page, '#/tidy/history'),
  export: async (page) => page.keyboard.press('Control+e'),
  sheet: async (page, people) => sheet(page, people),
  cards: async (page, people, language) => sheet(page, people, say(language, 'sheets.layout.cards')),
  pocket: async (page, people, language) => sheet(page, people, say(language, 'sheets.layout.pocket')),
  network: async (page) => network(page, '#/network/all'),
  'network-list': async (page) => network(page, '#/network/all?as=list'),
  'network-who': async (page) => go(page, '#/network'),
  settings: async (page) => go(page, '#/settings'),
}

async function sheet(page: Page, people: number, layout?: string): Promise<void> {
  await page.keyboard.press('Control+p')
  if (people === 0) return
  // The drawing lies over the button it belongs to.
  if (layout) await page.getByRole('radio', { name: layout }).check({ force: true })
  await page.locator('canvas').first().waitFor()
  await page.waitForTimeout(1500)
}

async function network(page: Page, address: string): Promise<void> {
  await go(page, address)
  await page.waitForTimeout(2500)
}

for (const people of [0, 40, 3000]) {
  for (const language of ['en', 'de'] as const) {
    test.describe(`${people} people in ${language}`, () => {
      test.use({ start: { language }, before: async ({ home }, use) => use(() => fill(home.folder, people, home)) })

      test('every screen', async ({ page, program, home }) => {
        const other = people === 3000 ? generated(home.folder, 200) : phone
        await walk(
          { page, address: program.address, language, of: String(people) },
          Object.fromEntries(Object.entries(screens).map(([name, open]) => [name, () => open(page, people, language, other)])),
        )
      })
    })
  }
}

async function fill(temporary: string, people: number, home: { terminal(...args: string[]): Promise<string> }): Promise<void> {
  if (people === 0) return
  await home.terminal('import', people === 40 ? sample : generated(temporary, people))
}

/** A phone export of so many invented people. */
function generated(temporary: string, people: number): string {
  const file = join(temporary, `${people}.vcf`)
  const vcards = execFileSync('go', ['run', './backend/bench/gen', '--n', String(people), '--seed', '1', '--photos', '0.2'], {
    cwd: repository,
    maxBuffer: 1 << 30,
  })
  writeFileSync(file, vcards)
  return file
}
