import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

test.describe('what happened with somebody and what is open', () => {
  test.use({ before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

  test('is written down with the keyboard alone, seen from everybody it was with, and taken back', async ({ page, home }) => {
    const before = await home.state()
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    const article = page.getByRole('article')

    await page.keyboard.press('j')
    const one = await article.getByRole('heading', { level: 2 }).innerText()
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await expect(article.getByRole('heading', { level: 2 })).not.toHaveText(one)
    const other = await article.getByRole('heading', { level: 2 }).innerText()
    await page.keyboard.press('x')
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('timeline.note') })).toBeFocused()
    await page.keyboard.type('We talked about the choir.')

    // In the smallest window the calendar finds room above the field.
    await page.setViewportSize({ width: 900, height: 600 })
    await dialog.getByRole('button', { name: t('day.choose') }).click()
    await expect(page.getByRole('dialog', { name: t('day.calendar') })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: t('day.calendar') })).toHaveCount(0)
    await page.setViewportSize({ width: 1280, height: 800 })

    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect(article).toContainText('We talked about the choir.')
    await expect(article).toContainText(t('timeline.with', { names: one }))

    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    await expect(dialog.getByRole('textbox', { name: t('timeline.open') })).toBeFocused()
    await page.keyboard.type('She wanted to send me the article')
    await page.keyboard.press('Escape')
    const question = page.getByRole('alertdialog', { name: t('common.unsaved') })
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    const done = article.getByRole('button', { name: t('timeline.done', { what: 'She wanted to send me the article' }) })
    await done.focus()
    await page.keyboard.press('Enter')
    await expect(done).toHaveCount(0)
    await expect(article.getByRole('button', { name: t('timeline.ended.show') })).toBeVisible()

    await page.keyboard.press('k')
    await expect(article.getByRole('heading', { level: 2 })).toHaveText(one)
    await expect(article).toContainText(t('timeline.with', { names: other }))

    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('button', { name: t('common.redo') }).first()).toBeVisible()
    }
    await expect(article).not.toContainText('We talked about the choir.')
    expect(await home.state()).toEqual(before)
  })
})
