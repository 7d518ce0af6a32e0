import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

async function keys(page: Page, ...strokes: string[]): Promise<void> {
  for (const stroke of strokes) await page.keyboard.press(stroke)
}

/** Opens somebody by what the search finds first. */
async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('listbox').first().getByRole('option').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name }).waitFor()
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`))
}

test.describe('with people who know each other', () => {
  test.use({ before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

  test('a way to somebody is found and becomes a draft, with the keyboard alone', async ({ page, home }) => {
    await find(page, 'Calvin R. Pruitt')
    await keys(page, 'r')
    await page.getByRole('heading', { name: t('ask.reach') }).waitFor()
    await page.getByRole('button', { name: `${t('ask.from')}: ` }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Jana')
    await page.keyboard.press('Enter')

    const way = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
    await expect(way).toHaveCount(1)
    await expect(way).toContainText('since 2012')
    const told = JSON.parse(await home.terminal('path', 'Jana Krüger', 'Calvin R. Pruitt', '--json')) as { routes: { names: string[] }[] }
    for (const name of told.routes[0]?.names ?? []) await expect(way).toContainText(name)
    expect(await faults(page)).toEqual([])

    await way.getByRole('button').focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: t('ask.message.title', { name: 'Adelheid Zwölfer' }) })
    await expect(dialog.getByRole('textbox', { name: t('ask.message.about') })).toBeFocused()
    await expect(dialog.getByText(t('ask.message.empty'))).toBeVisible()
    await expect(dialog.getByRole('button', { name: t('ask.message.mail') })).toBeDisabled()
    await page.keyboard.type("a quiet room for Saturday's rehearsal")
    const draft = dialog.getByRole('textbox', { name: t('ask.message.text') })
    await expect(draft).toHaveValue(/^Hi Adelheid,\n\nThis is about a quiet room for Saturday's rehearsal\./)
    expect(await faults(page)).toEqual([])
    await dialog.getByRole('button', { name: t('ask.message.mail') }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => home.opened().join()).toContain('mailto:')
  })

  test('who answers a question is marked and tagged, and every question can be used by everyone', async ({ page }) => {
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    for (const question of ['reach', 'shared', 'links', 'known', 'among', 'alone']) {
      await page.evaluate((to) => (location.hash = to), `#/network/questions/${question}`)
      await page.getByRole('heading', { name: t(`ask.${question}`), exact: true }).waitFor()
      expect.soft(await faults(page), question).toEqual([])
    }
    await page.evaluate(() => (location.hash = '#/network/questions/known?kind=place&word=Berlin'))
    await page.getByRole('listbox', { name: t('ask.answer') }).waitFor()
    await keys(page, 'j', 'x', 'j', 'x', 't')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Around the corner')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.evaluate(() => (location.hash = '#/people?tag=Around+the+corner'))
    await expect(page.getByRole('listbox').first().getByRole('option')).toHaveCount(2)
  })

  test('people are gone through quietly with the keyboard, later where it was left, and it is undone', async ({ page, home }) => {
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    const before = await home.state()
    await keys(page, 'g', 'r')
    const name = page.getByRole('main').getByRole('heading', { level: 1 })
    await expect(name).toBeVisible()
    const first = await name.innerText()
    expect(await faults(page)).toEqual([])

    await keys(page, 'h')
    await page.keyboard.type('from the allotments')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('article')).toContainText('from the allotments')
    await keys(page, 't')
    await page.keyboard.type('Quiet evening')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toContainText('Quiet evening')
    await keys(page, 'j')
    await expect(name).not.toHaveText(first)
    const second = await name.innerText()
    await keys(page, 'k')
    await expect(name).toHaveText(first)
    await keys(page, 'j')
    await expect(name).toHaveText(second)
    await keys(page, 'Escape')
    await expect(page.getByText(t('review.end.title'))).toBeVisible()
    expect(await faults(page)).toEqual([])

    await page.reload()
    await expect(name).toHaveText(second)
    await keys(page, 'Control+z', 'Control+z')
    await expect.poll(async () => (await home.state()) === before).toBe(true)
  })

  test('whom a card names is linked to somebody who is here, and that is taken back', async ({ page, home }) => {
    const before = await home.state()
    await find(page, 'Konstanze Sophie von der Aue')
    const article = page.getByRole('article')
    await expect(article).toContainText('Herr Lindqvist')
    await article.getByRole('button', { name: t('network.link'), exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Malte')
    await page.keyboard.press('Enter')
    await expect(article.getByRole('link', { name: 'Malte Iversen' })).toBeVisible()
    await expect(article).not.toContainText('Herr Lindqvist')
    expect(await home.terminal('export', 'Konstanze', '--format', 'vcf', '--vcard', 'original', '-o', '-')).toContain('Herr Lindqvist')
    await page.keyboard.press('Control+z')
    await expect(article).toContainText('Herr Lindqvist')
    expect(await home.state()).toEqual(before)
  })
})
