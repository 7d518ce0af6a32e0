import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

/** Anna and Bernd stand here twice for sure, Jan perhaps, and father and son share a phone. */
const doubles = [
  card('UID:a1', 'N:weber;anna;;;', 'FN:anna weber', 'TEL;TYPE=CELL:+49 171 1234567', 'CATEGORIES:Chor'),
  card('UID:a2', 'N:Weber;Anna;;;', 'FN:Anna Weber', 'TEL;TYPE=CELL:+491711234567', 'EMAIL:anna@mail.example', 'CATEGORIES:Kita'),
  card('UID:b1', 'N:Roth;Bernd;;;', 'FN:Bernd Roth', 'EMAIL:bernd@mail.example'),
  card('UID:b2', 'N:Bernd;Roth;;;', 'FN:Roth Bernd', 'EMAIL:bernd@mail.example', 'TEL:+49 30 7654321'),
  card('UID:c1', 'N:Vogelsang;Jan;;;', 'FN:Jan Vogelsang', 'TEL:+49 40 1111111'),
  card('UID:c2', 'N:Vogelsang;Jan;;;', 'FN:Jan Vogelsang', 'EMAIL:jan@mail.example'),
  card('UID:d1', 'N:Dal;Karl;;;', 'FN:Karl Dal', 'TEL:+49 221 999888'),
  card('UID:d2', 'N:Dal;Mara;;;', 'FN:Mara Dal', 'TEL:+49 221 999888'),
].join('')

test.describe('who is in the book twice', () => {
  test.use({
    before: async ({ home }, use) =>
      use(() => {
        const file = join(home.folder, 'doubles.vcf')
        writeFileSync(file, doubles)
        return home.terminal('import', file, '--similar', 'add')
      }),
  })

  test('is found, merged, split and decided with the keyboard alone, and all of it is taken back', async ({ page, home }) => {
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()
    const before = await home.state()

    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('link', { name: t('duplicates.title') }).click()
    const groups = page.getByRole('list', { name: t('duplicates.groups') }).getByRole('listitem')
    await expect(groups).toHaveCount(3)
    await expect(groups.nth(0)).toContainText(t('duplicates.sure'))
    await expect(groups.nth(1)).toContainText(t('duplicates.sure'))
    await expect(groups.nth(2)).not.toContainText(t('duplicates.sure'))

    const bernds = (await groups.nth(0).getByRole('link').getAttribute('href')) ?? ''

    // Side by side: another name is chosen, a tag goes, and the two are one.
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: t('duplicates.merge.table') })
    const named = (name: string) =>
      table.getByRole('radio', { name: t('duplicates.merge.lead', { what: t('difference.name'), value: name }), exact: true })
    await expect(named('Anna Weber')).toBeChecked()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowLeft')
    await expect(named('anna weber')).toBeChecked()
    await table.getByRole('checkbox', { name: 'Kita' }).focus()
    await page.keyboard.press('Space')
    // The next group takes their place, with the focus on what is asked; whoever takes the merge back sees them again.
    const left = page.getByRole('status').filter({ hasText: /group/ })
    await expect(left).toHaveText(t('duplicates.left', { n: 3 }))
    await page.keyboard.press('Control+Enter')
    await expect(table).toContainText('Jan Vogelsang')
    await expect(left).toHaveText(t('duplicates.left', { n: 2 }))
    await expect(page.getByRole('heading', { name: t('duplicates.merge.title') })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(named('Anna Weber')).toBeChecked()
    await expect(left).toHaveText(t('duplicates.left', { n: 3 }))
    await page.keyboard.press('PageDown')
    await expect(table).toContainText('Jan Vogelsang')
    await page.keyboard.press('PageUp')
    await expect(named('Anna Weber')).toBeChecked()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowLeft')
    await table.getByRole('checkbox', { name: 'Kita' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await expect(table).toContainText('Jan Vogelsang')
    await page.keyboard.press('Escape')
    await expect(groups).toHaveCount(2)

    // The whole says whom it was merged of, and gives them back; what was written since stays and is said.
    await home.terminal('tag', 'add', 'Ulm', 'anna weber')
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.getByRole('option', { name: 'anna weber' }).click()
    const article = page.getByRole('article')
    await expect(article).toContainText('anna@mail.example')
    await expect(article).toContainText(t('parts.merged', { names: 'Anna Weber' }))
    await article.getByRole('button', { name: t('parts.split') }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').getByRole('button', { name: t('parts.split') }).waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('Ulm')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('option', { name: 'Anna Weber' })).toHaveCount(2)

    // They are two from then on. Jan is put off, Bernd is merged with all that is sure.
    await page.goto(`${new URL(page.url()).origin}/#/tidy/duplicates`)
    await expect(groups).toHaveCount(2)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('w')
    await expect(groups.nth(1)).toContainText(t('duplicates.later'))
    await page.keyboard.press('Shift+M')
    const preview = page.getByRole('dialog')
    await expect(preview.getByRole('checkbox')).toHaveCount(1)
    await preview.getByRole('button', { name: t('duplicates.bulk.confirm') }).focus()
    await page.keyboard.press('Enter')
    await expect(groups).toHaveCount(1)
    await groups.first().getByRole('link').focus()
    await page.keyboard.press('d')
    await expect(page.getByText(t('duplicates.empty.title'))).toBeVisible()

    // Side by side it is said what became of whoever is there no more.
    await page.goto(`${new URL(page.url()).origin}/${bernds}`)
    await expect(page.getByText(t('duplicates.merge.part', { name: 'Roth Bernd', whole: 'Bernd Roth' }))).toBeVisible()

    await page.goto(`${new URL(page.url()).origin}/#/tidy/duplicates`)
    for (let i = 0; i < 6; i++) await home.terminal('undo')
    expect(await home.state()).toEqual(before)
    await expect(groups).toHaveCount(3)
  })
})
