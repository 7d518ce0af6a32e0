import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

test.describe('two people', () => {
  test.use({ before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

  test('are connected with the keyboard alone, seen from both sides, and it is taken back', async ({ page, home }) => {
    const before = await home.state()
    const list = page.getByRole('listbox').first()
    await list.getByRole('option').first().waitFor()

    await page.keyboard.press('j')
    const one = await page.getByRole('article').getByRole('heading', { level: 2 }).innerText()
    await page.keyboard.press('l')
    await page.keyboard.type('Malte')
    await page.keyboard.press('Enter')

    const dialog = page.getByRole('dialog', { name: t('network.between', { one, other: 'Malte Iversen' }) })
    await dialog.waitFor()
    await expect(dialog.getByRole('combobox', { name: t('network.is', { one, other: 'Malte Iversen' }) })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.type('rowing crew')
    await page.keyboard.press('Tab')
    await page.keyboard.type('same boat in Kiel')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })

    const link = page.getByRole('article').getByRole('link', { name: 'Malte Iversen' })
    await expect(link).toBeVisible()
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article', { name: 'Malte Iversen' }).getByRole('link', { name: one })).toBeVisible()
    await expect(page.getByRole('article')).toContainText('same boat in Kiel')
    expect(JSON.parse(await home.terminal('path', one, 'Malte Iversen', '--json')).routes).toHaveLength(1)

    await page.keyboard.press('Control+z')
    await expect(page.getByRole('article').getByRole('link', { name: one })).toHaveCount(0)
    expect(await home.state()).toEqual(before)
  })
})
