import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { drop, expect, phone, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

async function markAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar', { name: t('people.marked.what') })).toBeVisible()
}

/** How to come to each screen and dialog from the list of people, and what shows that one is there. */
const places: Record<string, (page: Page) => Promise<void>> = {
  'the list of people': async () => {},
  'a person': async (page) => open(page),
  'a person being edited': async (page) => {
    await open(page)
    await page.keyboard.press('F2')
    await expect(page.getByRole('textbox').first()).toBeVisible()
  },
  'marked people': async (page) => markAll(page),
  'the tag picker': async (page) => {
    await markAll(page)
    await page.keyboard.press('t')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'the tags': async (page) => dialog(page, 'Shift+T'),
  'the palette': async (page) => dialog(page, 'Control+k'),
  'the keys': async (page) => dialog(page, '?'),
  'the export': async (page) => dialog(page, 'Control+e'),
  'nobody found': async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('xyzzy')
    await expect(page.getByText(t('people.nothing.title'))).toBeVisible()
  },
  'an import to begin': async (page) => {
    await page.evaluate(() => (location.hash = '#/import'))
    await expect(page.getByText(t('imports.drop.title'))).toBeVisible()
  },
  'a preview': async (page) => {
    await drop(page, phone)
    await page.getByRole('tab', { name: `1 ${t('imports.pile.similar')}` }).click()
  },
  'what a card says otherwise': async (page) => {
    await drop(page, phone)
    await page.getByRole('tab', { name: `1 ${t('imports.pile.similar')}` }).click()
    await page.getByRole('button', { name: t('imports.compare') }).click()
    await expect(page.getByRole('table', { name: t('imports.compare.table') })).toBeVisible()
  },
  'lines that cannot be read': async (page) => {
    await drop(page, phone)
    await page.getByRole('tab', { name: t('imports.pile.unreadable', { n: 1 }) }).click()
    await expect(page.getByRole('button', { name: t('imports.unreadable.save') })).toBeVisible()
  },
  'the columns of a table': async (page) => {
    await drop(page, join(import.meta.dirname, '../fixtures/club.csv'))
    await expect(page.getByRole('list', { name: t('imports.mapping.columns') })).toBeVisible()
  },
  'the imports': async (page) => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page.getByRole('heading', { name: t('history.tidy') })).toBeVisible()
  },
  'the history': async (page) => {
    await page.evaluate(() => (location.hash = '#/tidy/history'))
    await expect(page.getByRole('heading', { name: t('history.tidy') })).toBeVisible()
  },
  'the contact sheet': async (page) => {
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('heading', { name: t('sheets.title') })).toBeVisible()
  },
  'the picture of the network': async (page) => {
    await page.evaluate(() => (location.hash = '#/network/all'))
    await expect(page.getByRole('application', { name: t('picture.canvas') })).toBeVisible()
  },
  'the network as a list': async (page) => {
    await page.evaluate(() => (location.hash = '#/network/all?as=list'))
    await expect(page.getByRole('listbox', { name: t('picture.list') })).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
  },
  'the question who one is': async (page) => {
    await page.evaluate(() => (location.hash = '#/network'))
    await expect(page.getByText(t('picture.who.title'))).toBeVisible()
  },
  'the events': async (page) => {
    await page.evaluate(() => (location.hash = '#/events'))
    await expect(page.getByText(t('events.none.title'))).toBeVisible()
  },
  'a guest list before it is taken in, and after, and the evening': async (page) => {
    await page.evaluate(() => (location.hash = '#/events'))
    await page.keyboard.press('Control+n')
    await page.getByRole('textbox', { name: t('events.form.title') }).fill('Open Space')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('textbox', { name: t('guests.paste.first') }).fill('Teilnehmer:\nJ. Krüger; Radio\nMia Probe; Werft')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('option')).toHaveCount(2)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('complementary', { name: t('guests.who') })).toBeVisible()
    for (const [key, step] of [['2', 'coffees'], ['3', 'site'], ['4', 'after']] as const) {
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('g')
      await page.keyboard.press(key)
      await expect(page).toHaveURL(new RegExp(`/${step}$`))
      await page.waitForTimeout(300)
    }
  },
  'possible duplicates': async (page) => {
    await page.evaluate(() => (location.hash = '#/tidy/duplicates'))
    await expect(page.getByRole('heading', { name: t('history.tidy') })).toBeVisible()
  },
  'the bin': async (page) => {
    await page.evaluate(() => (location.hash = '#/tidy/bin'))
    await expect(page.getByRole('heading', { name: t('history.tidy') })).toBeVisible()
  },
  'the backups': async (page) => {
    await page.evaluate(() => (location.hash = '#/tidy/backups'))
    await expect(page.getByRole('heading', { name: t('history.tidy') })).toBeVisible()
  },
  'today': async (page) => {
    await page.evaluate(() => (location.hash = '#/today'))
    await expect(page.getByRole('heading', { name: t('today.drawer') })).toBeVisible()
  },
  'oneself': async (page) => {
    await page.evaluate(() => (location.hash = '#/me'))
    await expect(page.getByRole('heading', { name: t('me.introductions') })).toBeVisible()
  },
  'an introduction': async (page) => {
    await page.evaluate(() => (location.hash = '#/me'))
    await page.getByRole('button', { name: t('me.introduction.add') }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'the settings': async (page) => {
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(page.getByRole('heading', { name: t('settings.title') })).toBeVisible()
  },
  // The last one: it takes the phone in.
  'a receipt': async (page) => {
    await drop(page, phone)
    await page.getByRole('button', { name: t('imports.run.add', { n: 10 }) }).click()
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
  },
}

async function dialog(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function open(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: t('people.list') }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
}

// One program shows every place in turn: it is the looking that is tested, not the start.
for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({
      colorScheme: theme,
      reducedMotion: 'reduce',
      before: async ({ home }, use) => use(() => home.terminal('import', sample)),
    })

    test('everyone can use every place', async ({ page, program }) => {
      test.slow()
      for (const [place, go] of Object.entries(places)) {
        await page.goto('about:blank')
        await page.goto(program.address + '#/people')
        await expect(page.getByRole('listbox', { name: t('people.list') }).getByRole('option').first()).toBeVisible()
        await go(page)
        expect.soft(await faults(page), place).toEqual([])
      }
    })
  })

  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme, reducedMotion: 'reduce' })

    test('everyone can use an empty book', async ({ page }) => {
      await expect(page.getByText(t('people.nobody.title'))).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}

/** What axe finds, where it is, in words that tell what to mend. */
async function faults(page: Page): Promise<string[]> {
  // A fade that has not ended has colours that nobody sees.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`))
}
