import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drop, expect, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)
const fixture = (name: string) => join(import.meta.dirname, '../fixtures', name)

function card(...lines: string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
}

const ANNA = card('UID:anna', 'FN:Anna Beispiel', 'N:Beispiel;Anna;;;', 'TEL;TYPE=CELL:+49 171 3920021', 'EMAIL:anna@alt.example')

test.describe('somebody who is in the book already', () => {
  test.use({ before: async ({ home }, use) => use(() => home.terminal('import', home.write('before.vcf', ANNA))) })

  test('is updated by what is chosen of a newer card', async ({ page, home }) => {
    const before = await home.state()
    await take(page, home.write('after.vcf', ANNA.replace('anna@alt', 'anna@neu').replace('FN:Anna Beispiel', 'FN:Anna B.')))
    await page.getByRole('tab', { name: `1 ${t('imports.pile.same')}` }).click()
    await page.getByRole('button', { name: t('imports.compare.with', { name: 'Anna B.' }) }).click()
    const dialog = page.getByRole('dialog')
    const side = (field: string, choice: string) =>
      dialog
        .getByRole('radiogroup', { name: t('imports.compare.choice', { what: t(`difference.${field}`) }) })
        .getByRole('radio', { name: t(`imports.choice.${choice}`) })
    await expect(side('name', 'mine')).toBeChecked()
    await side('mail', 'theirs').click()
    await expect(side('name', 'mine')).toBeChecked()
    await dialog.getByRole('button', { name: t('imports.compare.done') }).click()
    await page.getByRole('button', { name: t('imports.run.merge', { n: 1 }) }).click()
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()

    const anna = await home.terminal('show', 'Anna Beispiel', '--vcard')
    expect(anna).toContain('EMAIL:anna@neu.example')
    expect(anna).not.toContain('anna@alt.example')
    await home.terminal('undo')
    expect(await home.state()).toEqual(before)
  })

  test('is merged with somebody similar when one says so', async ({ page, home }) => {
    const before = await home.state()
    await take(page, home.write('phone.vcf', card('FN:Anna Beispiel', 'TEL:0171 3920021', 'TITLE:Lotsin')))
    const anna = page.getByRole('radiogroup', { name: t('imports.row.decision', { name: 'Anna Beispiel' }) })
    await expect(anna.getByRole('radio', { name: t('imports.decision.later') })).toBeChecked()
    await anna.getByRole('radio', { name: t('imports.decision.merge') }).click()
    await page.getByRole('button', { name: t('imports.run.merge', { n: 1 }) }).click()
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()

    const merged = await home.terminal('show', 'Anna Beispiel', '--vcard')
    for (const line of ['UID:anna', 'TITLE:Lotsin', 'EMAIL:anna@alt.example']) expect(merged).toContain(line)
    await home.terminal('undo')
    expect(await home.state()).toEqual(before)
  })

  test('is compared with somebody similar who was left for later', async ({ page, home }) => {
    await take(page, home.write('phone.vcf', card('FN:Anna Beispiel', 'TEL:0171 3920021', 'TITLE:Lotsin', 'EMAIL:anna@neu.example')))
    await page.getByRole('button', { name: t('imports.run.later', { n: 1 }) }).click()
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
    const after = await home.state()
    await page.getByRole('button', { name: t('imports.compare.with', { name: 'Anna Beispiel' }) }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('radiogroup', { name: t('imports.compare.choice', { what: t('difference.mail') }) })
      .getByRole('radio', { name: t('imports.choice.mine') })
      .first()
      .click()
    await dialog.getByRole('button', { name: t('imports.compare.done') }).click()
    await expect(page.getByRole('tab', { name: t('receipts.tab.undecided') })).toBeHidden()

    const anna = await home.terminal('show', 'Anna Beispiel', '--vcard')
    expect(anna).toContain('TITLE:Lotsin')
    await home.terminal('undo')
    expect(await home.state()).toEqual(after)
  })
})

test.describe('a broken file', () => {
  const broken =
    card('FN:Kim Beispiel', 'UID:kim', 'no property at all') + card('FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =ZZ') + 'IMG_0001.jpg\r\n'

  test('is taken in, its repairs are told, and what cannot be read is saved', async ({ page, home }) => {
    await take(page, home.write('broken.vcf', broken))
    await page.getByRole('tab', { name: `2 ${t('imports.pile.unreadable', { n: 2 })}` }).click()
    await expect(page.getByText('no property at all')).toBeVisible()
    await page.getByRole('button', { name: t('imports.run.add', { n: 2 }) }).click()
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
    await page.getByRole('tab', { name: t('receipts.tab.repairs') }).click()
    await expect(page.getByRole('list', { name: t('receipts.tab.repairs') }).getByRole('listitem')).toHaveCount(1)
    await page.getByRole('tab', { name: t('receipts.tab.unreadable') }).click()
    await page.getByRole('button', { name: t('imports.unreadable.save') }).click()
    await expect(page.getByRole('button', { name: t('sheets.show') })).toBeVisible()

    const [file = ''] = readdirSync(home.saved)
    expect(readFileSync(join(home.saved, file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'no property at all',
      'IMG_0001.jpg',
    ])
  })
})

test.describe('a table', () => {
  test('of LinkedIn is known', async ({ page, home }) => {
    await take(page, fixture('Connections.csv'))
    await expect(page.getByText(t('imports.file.layout', { layout: t('table.layout.linkedin') }))).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
    const cleo = await home.terminal('show', 'Cleo Beispiel')
    for (const value of ['cleo@example.org', 'Nordlicht', 'Lektorin']) expect(cleo).toContain(value)
  })

  test('that nobody knows is read as one says, and again when it comes back', async ({ page, home }) => {
    await drop(page, fixture('club.csv'))
    await expect(page.getByRole('heading', { name: t('imports.mapping.title', { name: 'club.csv' }) })).toBeVisible()
    await choose(page, 'Mitglied', 'name')
    await choose(page, 'Schreibt an', 'mail')
    await choose(page, 'Schuhgröße', 'skip')
    await page.getByRole('button', { name: t('imports.mapping.save') }).click()
    await page.getByRole('button', { name: t('imports.run.add', { n: 2 }) }).click()
    await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
    const ada = await home.terminal('show', 'Ada Beispiel', '--vcard')
    expect(ada).toContain('ada@example.org')
    expect(ada).not.toContain('38')

    await take(page, fixture('club.csv'))
    await expect(page.getByRole('tab', { name: `2 ${t('imports.pile.same')}` })).toBeVisible()
  })
})

test('the receipt of several files names each of them', async ({ page, home }) => {
  const files = ['Ada', 'Ben', 'Cleo', 'Dana'].map((name) => home.write(`${name}.vcf`, card(`FN:${name} Beispiel`)))
  await drop(page, ...files)
  await page.getByRole('button', { name: t('imports.run.add', { n: 4 }) }).click()
  await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
  await page.getByText(t('imports.files.show')).click()
  await expect(page.getByRole('list', { name: t('imports.files.show') }).getByRole('listitem')).toHaveCount(4)
})

/** Drops a file and waits until one sees what is in it. */
async function take(page: Page, file: string): Promise<void> {
  await drop(page, file)
  await expect(page.getByRole('tablist', { name: t('imports.piles') })).toBeVisible()
}

/** Says what a column of a table is. */
async function choose(page: Page, column: string, field: string): Promise<void> {
  await page.getByRole('combobox', { name: t('imports.mapping.is', { name: column }) }).click()
  await page.getByRole('option', { name: t(`table.field.${field}`), exact: true }).click()
}
