import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

async function keys(page: Page, ...strokes: string[]): Promise<void> {
  for (const stroke of strokes) await page.keyboard.press(stroke)
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`))
}

test.describe('organisations and topics', () => {
  test.use({
    reducedMotion: 'reduce',
    before: async ({ home }, use) =>
      use(async () => {
        await home.terminal('import', sample)
        await home.terminal('thread', 'add', 'Anke Feddersen', 'Effectuation: give the book back')
      }),
  })

  test('each has a screen that the keyboard reaches, goes through and comes back from', async ({ page }) => {
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    await keys(page, 'Control+k')
    await page.keyboard.type('Brückenwerk')
    await page.getByRole('option', { name: 'Brückenwerk Beratung', exact: true }).click()
    const heading = page.getByRole('main').getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Brückenwerk Beratung')
    const list = page.getByRole('listbox', { name: t('frame.people') })
    await expect(list.getByRole('group', { name: t('about.now') }).getByRole('option')).toHaveCount(2)
    await expect(list.getByRole('group', { name: t('about.before') }).getByRole('option')).toContainText(t('about.years', { since: '2013', until: '2016' }))
    await expect(page.getByRole('main')).toContainText('give the book back')
    expect(await faults(page)).toEqual([])

    await keys(page, 'j', 'j', 'j', 'Enter')
    await page.getByRole('article', { name: 'Minh Nguyen-Bartels' }).waitFor()
    await keys(page, 'Escape')
    await expect(heading).toHaveText('Brückenwerk Beratung')
    await page.getByRole('link', { name: 'Effectuation', exact: true }).focus()
    await keys(page, 'Enter')
    await expect(heading).toHaveText('Effectuation')
    await expect(list.getByRole('group', { name: t('about.asks') }).getByRole('option')).toHaveCount(1)
    await expect(page.getByRole('main')).toContainText('give the book back')
    expect(await faults(page)).toEqual([])
    await keys(page, 'Escape')
    await expect(heading).toHaveText('Brückenwerk Beratung')
    await keys(page, 'Escape')
    await expect(heading).toHaveText(t('people.title'))
  })

  test('a topic is given to those marked, filters the list, is renamed, and all of it is undone', async ({ page, home }) => {
    const before = await home.state()
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    await keys(page, 'j', 'x', 'j', 'x', 'i')
    const dialog = page.getByRole('dialog', { name: t('topics.for', { n: 2 }) })
    await dialog.waitFor()
    await page.keyboard.type('Kite building')
    await keys(page, 'Tab', 'ArrowRight', 'Shift+Tab')
    await expect(dialog.getByRole('radio', { name: t('topic.kind.offer') })).toBeChecked()
    await dialog.getByRole('combobox').focus()
    await keys(page, 'Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect(async () => {
      const list = JSON.parse(await home.terminal('list', '--topic', 'kite building', '--json')) as { topics: { kind: string }[] }[]
      expect(list.map(({ topics }) => topics.at(-1)?.kind)).toEqual(['offer', 'offer'])
    }).toPass()

    await keys(page, 'Escape')
    await page.getByRole('button', { name: t('people.filter.add') }).focus()
    await keys(page, 'Enter')
    await page.keyboard.type('Kite')
    await page.getByRole('option', { name: /Kite building/ }).waitFor()
    await keys(page, 'Enter')
    await expect(page.getByRole('listbox', { name: t('people.title') }).or(page.getByRole('listbox').first()).first().getByRole('option')).toHaveCount(2)

    await page.evaluate(() => (location.hash = '#/topics/KITE%20building'))
    const heading = page.getByRole('main').getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Kite building')
    await keys(page, 'F2')
    await page.getByRole('dialog').getByRole('textbox').fill('Kites')
    await keys(page, 'Enter')
    await expect(heading).toHaveText('Kites')
    await expect(page.getByRole('option')).toHaveCount(2)

    for (let i = 0; i < 2; i++) {
      await keys(page, 'Control+z')
      await expect(page.getByRole('button', { name: t('common.redo') }).first()).toBeVisible()
    }
    await expect.poll(async () => (await home.state()) === before).toBe(true)
    await expect(page.getByRole('option')).toHaveCount(0)
  })

  test('the network leads to them', async ({ page }) => {
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    await page.evaluate(() => (location.hash = '#/network/all?as=list&kind=organisation&kind=topic'))
    const list = page.getByRole('listbox', { name: t('picture.list') })
    await list.getByRole('option').first().waitFor()
    await keys(page, 'End')
    await list.getByRole('option').last().waitFor()
    await keys(page, 'Enter')
    await page.getByRole('complementary').getByRole('button', { name: /there|open/ }).first().waitFor()
    const name = await page.getByRole('complementary').last().getByRole('heading', { level: 3 }).innerText()
    await keys(page, 'Enter')
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(name)
    await keys(page, 'Escape')
    await list.waitFor()
  })
})
