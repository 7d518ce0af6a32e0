import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

const guests = ['Jana Krüger, Werkstatt Lindenhof', 'Ada Zirnbauer <ada@deich.example>', 'Veit Rottenbücher', 'Uwe Ohm, Kranwerk']

test.describe('an evening', () => {
  test.use({
    before: async ({ home }, use) =>
      use(async () => {
        await home.terminal('import', sample)
        await home.terminal('thread', 'add', 'Jana Krüger', 'she wanted to send the article')
        // Of an evening some months ago the guests would be forgotten.
        await home.terminal('event', 'add', 'Open Space', '--date', new Date().toISOString().slice(0, 10), '--topic', 'Effectuation')
        await home.terminal('guests', 'import', '1', home.write('guests.txt', guests.join('\n')))
      }),
  })

  test('goes from the coffees to the morning after with the keyboard alone, and back', async ({ page, home }) => {
    const before = await home.state()
    const undo = async (what: string) => {
      await page.keyboard.press('Control+z')
      await expect(page.getByText(t('common.undone.one', { what }))).toBeVisible()
    }
    const row = (name: string) => page.getByRole('option', { name: new RegExp(name) })
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.getByRole('link', { name: /Open Space/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')

    // Back in the list, and by the key for it too, one goes on where one was.
    const open = page.getByRole('link', { name: /Open Space/ })
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await expect(open).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Open Space' }).waitFor()
    await page.keyboard.press('Control+n')
    await page.getByRole('dialog', { name: t('events.form.add') }).waitFor()
    await page.keyboard.press('Escape')

    // The coffees: whom one has something to talk about with comes first, with why.
    await page.getByRole('heading', { level: 1, name: 'Open Space' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('2')
    await expect(row('Jana Krüger')).toContainText(t('coffee.reason.thread', { text: 'she wanted to send the article' }))
    await expect(page.getByRole('option').first()).toHaveAccessibleName(/^Jana Krüger\. Werkstatt Lindenhof\. .*she wanted to send the article/)
    await expect(page.getByText(/Of 4 names/)).toBeVisible()
    await page.keyboard.press('c')
    const mine = page.getByRole('list', { name: t('evening.mine') })
    await expect(mine).toHaveText('Jana Krüger')
    await expect(page.getByRole('option').first()).toHaveAccessibleName(new RegExp(`^Jana Krüger\\. .*${t('evening.chosen')}\\.`))
    await undo(t('operation.coffee', { name: 'Jana Krüger' }))
    await expect(mine).toHaveCount(0)
    await page.keyboard.press('c')
    await page.keyboard.press('/')
    await page.keyboard.type('zirn')
    await page.keyboard.press('Enter')
    await page.keyboard.press('c')
    await expect(mine).toHaveText('Ada ZirnbauerJana Krüger')

    // The sheet, and back.
    await page.keyboard.press('Control+p')
    await expect(page.getByText(t('sheets.coffees', { n: 2 }))).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/coffees$/)
    await expect(mine).toBeVisible()

    // On site: large, and as narrow as a phone.
    await page.setViewportSize({ width: 400, height: 800 })
    await page.keyboard.press('g')
    await page.keyboard.press('3')
    const ada = page.getByRole('group', { name: t('evening.status', { name: 'Ada Zirnbauer' }) })
    await ada.waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    await page.keyboard.press('j')
    await page.keyboard.press('1')
    await expect(ada.getByRole('button', { name: t('evening.met') })).toHaveAttribute('aria-pressed', 'true')
    await undo(t('operation.guest-met.one', { name: 'Ada Zirnbauer' }))
    await expect(ada.getByRole('button', { name: t('evening.met') })).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press('1')
    await page.keyboard.press('n')
    await page.keyboard.type('plays the accordion')
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('operation.guest-noted', { name: 'Ada Zirnbauer' }))).toBeVisible()

    // Afterwards: one pass, then all of it is written down at once.
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.keyboard.press('g')
    await page.keyboard.press('4')
    await expect(row('Ada Zirnbauer')).toContainText(t('evening.met'))
    await page.keyboard.press('n')
    await expect(page.getByRole('textbox', { name: t('evening.remark') })).toHaveValue('plays the accordion')
    await page.keyboard.press('Tab')
    await page.keyboard.type('send her the sheet music')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Shan')
    // Longer than it takes to keep what is there: the note is one step all the same.
    await page.waitForTimeout(900)
    await page.keyboard.type('ties')
    await page.keyboard.press('Enter')
    await undo(t('operation.guest-noted', { name: 'Ada Zirnbauer' }))
    await expect(page.getByRole('textbox', { name: t('evening.promise') })).toHaveValue('')
    await expect(page.getByRole('textbox', { name: t('evening.remark') })).toHaveValue('plays the accordion')
    await page.keyboard.press('Control+Shift+z')
    await expect(page.getByRole('textbox', { name: t('evening.topics') })).toHaveValue('Shanties')
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    await expect(row('Jana Krüger')).toContainText(t('evening.unseen'))
    await page.keyboard.press('Home')
    await page.keyboard.press('n')
    await page.keyboard.press('End')
    await page.keyboard.type(' and sings')
    // From within the field, without leaving it: the last word goes along.
    await page.keyboard.press('Control+Enter')
    await expect(row('Ada Zirnbauer')).toContainText(t('evening.written'))
    await expect(page.getByRole('textbox', { name: t('evening.remark') })).toHaveValue('plays the accordion and sings')
    await page.keyboard.press('Escape')
    await undo(t('operation.afterwards', { name: 'Open Space' }))
    await expect(row('Ada Zirnbauer')).toContainText(t('evening.met'))
    await page.keyboard.press('Control+Shift+z')
    await expect(row('Ada Zirnbauer')).toContainText(t('evening.written'))

    // The guest is a person now, with the encounter, the thread and the topic.
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const article = page.getByRole('article')
    await expect(article.getByRole('heading', { level: 2 })).toHaveText('Ada Zirnbauer')
    for (const text of ['plays the accordion and sings', 'send her the sheet music', 'Shanties']) await expect(article).toContainText(text)

    // What was left open waits on Today for the evening that it fits.
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(page.getByRole('listitem', { name: 'send her the sheet music' })).toBeVisible()

    for (let i = 0; i < 14; i++) {
      if (JSON.stringify(await home.state()) === JSON.stringify(before)) break
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('button', { name: t('common.redo') }).first()).toBeVisible()
      await page.waitForTimeout(150)
    }
    expect(await home.state()).toEqual(before)
  })
})
