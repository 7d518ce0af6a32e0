import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

test.describe('the day, the sheet of the evening and oneself', () => {
  test.use({
    before: async ({ home }, use) =>
      use(async () => {
        const list = join(home.folder, 'list.txt')
        writeFileSync(list, 'Jana Krüger <jana@lindenhof.example>\nBjörn-Ole Weiß <bow@kranich-soehne.example>\nSomebody Else\n')
        await home.terminal('import', sample)
        await home.terminal('event', 'add', 'Open Space', '--date', `${TOMORROW} 19:00`, '--place', 'Betahaus')
        await home.terminal('guests', 'import', 'Open Space', list)
        await home.terminal('coffee', 'Open Space', 'Jana Krüger', 'Somebody Else')
        await home.terminal('thread', 'add', 'Jana Krüger', 'She wanted to send me the article')
        await home.terminal('thread', 'add', 'Björn-Ole Weiß', 'A book of hers is still here')
      }),
  })

  test('are gone through with the keyboard alone, and taken back', async ({ page, program, home }) => {
    const before = await home.state()
    await page.goto('about:blank')
    await page.goto(program.address)
    const main = page.getByRole('main')

    // A book with people opens on Today. Threads fit because somebody in them comes.
    await expect(main.getByRole('heading', { name: t('today.title'), exact: true })).toBeVisible()
    await expect(main.getByRole('heading', { name: t('today.threads.fitting') })).toBeVisible()
    const thread = main.getByRole('listitem', { name: 'She wanted to send me the article' })
    await expect(thread).toContainText(t('today.why.coffee', { name: 'Jana Krüger', event: 'Open Space' }))
    await expect(main.getByRole('region', { name: t('today.drawer') }).getByRole('link')).toHaveCount(3)
    await page.keyboard.press('j')
    await expect(main.getByRole('link', { name: 'Open Space' })).toBeFocused()
    for (let i = 0; i < 3 && !(await thread.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press('j')
    await page.keyboard.press('d')
    await expect(thread).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(thread).toBeVisible()
    expect(await home.state()).toEqual(before)

    // The sheet of the event, by the key of every sheet.
    await page.keyboard.press('Control+p')
    await expect(main.getByRole('heading', { name: t('sheets.title') })).toBeFocused()
    await expect(main.getByText(t('sheets.coffees', { n: 2 }))).toBeVisible()
    await expect(main.getByRole('textbox', { name: t('sheets.head.title') })).toHaveValue('Open Space')
    await expect(main.getByRole('textbox', { name: t('sheets.head.date') })).toHaveValue(/\d{4}, 19:00$/)
    await expect(main.getByRole('radio', { name: t('sheets.layout.pocket') })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/#\/events\/1\/coffees$/)
    await expect(main.getByRole('heading', { level: 1, name: 'Open Space' })).toBeVisible()
    await page.keyboard.press('Control+p')
    await expect(main.getByText(t('sheets.coffees', { n: 2 }))).toBeVisible()

    // Oneself: which card, an introduction in several lengths, and what one offers.
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await main.getByRole('button', { name: t('me.choose') }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('jana krü')
    await page.keyboard.press('Enter')
    await expect(main.getByRole('heading', { level: 1, name: 'Jana Krüger' })).toBeVisible()
    await expect(main.getByRole('img', { name: t('me.code') })).toBeVisible()
    await page.keyboard.press('Control+n')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('me.introduction.occasion') })).toBeFocused()
    await page.keyboard.type('Open Space')
    await dialog.getByRole('textbox', { name: t('me.introduction.shortEn') }).focus()
    await page.keyboard.type('I build rooms to rehearse in.')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect(main.getByRole('article', { name: 'Open Space' })).toContainText('I build rooms to rehearse in.')
    await main.getByRole('textbox', { name: t('me.topic.add', { kind: t('me.topic.offer') }) }).focus()
    await page.keyboard.type('Sound in rooms')
    await page.keyboard.press('Enter')
    await expect(main.getByRole('button', { name: t('common.remove', { what: 'Sound in rooms' }) })).toBeVisible()
    await main.getByRole('heading', { level: 1 }).evaluate(() => (document.activeElement as HTMLElement).blur())

    await page.keyboard.press('Control+z')
    await expect(main.getByRole('button', { name: t('common.remove', { what: 'Sound in rooms' }) })).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(main.getByRole('article', { name: 'Open Space' })).toHaveCount(0)
    expect(await home.state()).toEqual(before)
  })
})
