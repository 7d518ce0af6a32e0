import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { repository } from '../drivers/home'
import { drop, phone, sample, test } from '../kaffeerunde'
import { say, type Language } from '../words'
import { call, go, walk } from './walk'

type Ways = Record<string, (page: Page, people: number, language: Language, file: string) => Promise<unknown>>

/** How to come to each screen, from the list of people. */
const screens: Ways = {
  people: async () => {},
  tags: (page) => press(page, 'Shift+T'),
  nothing: (page) => press(page, '/', 'x', 'y', 'z', 'z', 'y'),
  palette: (page) => press(page, 'Control+k'),
  keys: (page) => press(page, '?'),
  add: (page) => press(page, 'Control+n'),
  import: (page) => go(page, '#/import'),
  preview: async (page, _people, _language, file) => {
    await drop(page, file)
    await page.getByRole('heading', { level: 1 }).waitFor()
  },
  receipts: (page) => go(page, '#/tidy'),
  history: (page) => go(page, '#/tidy/history'),
  export: (page) => press(page, 'Control+e'),
  sheet: (page, people) => sheet(page, people),
  network: (page) => network(page, '#/network/all'),
  'network-who': (page) => go(page, '#/network'),
  questions: (page) => go(page, '#/network/questions/known'),
  review: (page) => go(page, '#/review'),
  settings: (page) => go(page, '#/settings'),
}

/** The screens that only people have. */
const peopled: Ways = {
  person: (page) => press(page, 'j', 'Enter'),
  edit: (page) => press(page, 'j', 'Enter', 'F2'),
  marked: (page) => press(page, 'Control+a'),
  tagging: (page) => press(page, 'Control+a', 't'),
  topics: (page) => press(page, 'Control+a', 'i'),
  filter: (page, _people, language) => page.getByRole('button', { name: say(language, 'people.filter.add') }).click(),
  connect: (page) => press(page, 'j', 'Enter', 'l'),
  connection: (page) => press(page, 'j', 'x', 'j', 'x', 'l'),
  encounter: (page) => press(page, 'j', 'Enter', 'e'),
  thread: (page) => press(page, 'j', 'Enter', 'f'),
  receipt: (page) => go(page, '#/tidy/import/1'),
  cards: (page, people, language) => sheet(page, people, say(language, 'sheets.layout.cards')),
  pocket: (page, people, language) => sheet(page, people, say(language, 'sheets.layout.pocket')),
  'network-list': (page) => network(page, '#/network/all?as=list'),
  ego: (page) => network(page, '#/network/1'),
  way: async (page) => go(page, `#/network/questions/reach?from=1&to=${await reachable(page)}`),
  alone: (page) => go(page, '#/network/questions/alone'),
  organisation: async (page) => {
    const all = (await call(page, 'People', 'Organisations', '')) as { name: string; count: number }[]
    const most = all.reduce((one, other) => (other.count > one.count ? other : one))
    await go(page, `#/organisations/${encodeURIComponent(most.name)}`)
  },
  topic: (page) => go(page, '#/topics/Moderation'),
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Somebody to whom a way of the first person leads, over another if there is one. */
async function reachable(page: Page): Promise<number> {
  let near = 2
  for (let to = 2; to < 600; to++) {
    const [first] = ((await call(page, 'Questions', 'Reach', 1, to)) ?? []) as { steps: unknown[] }[]
    if (!first) continue
    near = to
    if (first.steps.length > 1) break
  }
  return near
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
        const ways = Object.entries({ ...screens, ...(people > 0 ? peopled : {}) })
        await walk(
          { page, address: program.address, language, of: String(people) },
          Object.fromEntries(ways.map(([name, open]) => [name, () => open(page, people, language, other)])),
        )
      })
    })
  }
}

async function fill(temporary: string, people: number, home: { terminal(...args: string[]): Promise<string> }): Promise<void> {
  if (people === 0) return
  await home.terminal('import', people === 40 ? sample : generated(temporary, people, '--network', '--version', '4.0'))
  if (people === 3000) await home.terminal('topic', 'add', 'Moderation', '1', '2', '3', '--kind', 'offer')
}

/** A phone export of so many invented people. */
function generated(temporary: string, people: number, ...more: string[]): string {
  const file = join(temporary, `${people}.vcf`)
  const flags = ['--n', String(people), '--seed', '1', '--photos', '0.2', ...more]
  writeFileSync(file, execFileSync('go', ['run', './backend/bench/gen', ...flags], { cwd: repository, maxBuffer: 1 << 30 }))
  return file
}
