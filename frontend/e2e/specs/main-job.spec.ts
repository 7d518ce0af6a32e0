import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Home } from '../drivers/home'
import { drop, expect, phone, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

// The sample is the book that was there before; the phone brings ten people who are new and one who looks like Jana.
test.use({ before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

test.describe('a phone is taken in, its people tagged and printed, and all of it undone', () => {
  test('with the mouse', async ({ page, home }) => {
    const before = await home.state()

    await drop(page, phone)
    await expect(page.getByRole('heading', { name: 'android.vcf' })).toBeVisible()
    for (const [pile, count] of [['new', 10], ['same', 0], ['similar', 1], ['unreadable', 1]] as const) {
      await expect(page.getByRole('tab', { name: `${count} ${t(`imports.pile.${pile}`, { n: count })}` })).toBeVisible()
    }
    await page.getByRole('tab', { name: `1 ${t('imports.pile.similar')}` }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Jana Krüger' })).toBeVisible()
    expect(await home.state()).toEqual(before)

    await page.getByRole('button', { name: t('imports.run.add', { n: 10 }) }).click()
    await receiptAddsUp(page)

    await page.getByRole('button', { name: t('receipts.people') }).click()
    const list = page.getByRole('listbox', { name: t('people.list') })
    await expect(list.getByRole('option')).toHaveCount(10)
    await page.getByRole('searchbox', { name: t('people.search') }).fill('mueller')
    await expect(list.getByRole('option')).toHaveCount(2)
    await expect(list.getByRole('option', { name: 'Jörg Müller' })).toBeVisible()
    await page.getByRole('button', { name: t('people.search.clear') }).click()
    await expect(list.getByRole('option')).toHaveCount(10)

    await list.focus()
    await page.keyboard.press('Control+a')
    await expect(page.getByRole('button', { name: t('people.marked.count', { n: 10 }) })).toBeVisible()
    await page.getByRole('button', { name: t('people.marked.tag') }).click()
    await page.getByRole('combobox', { name: t('tags.for', { n: 10 }) }).fill('Hafenfest')
    await page.getByRole('option', { name: t('tags.create', { name: 'Hafenfest', n: 10 }) }).click()
    await expect(page.getByText(t('operation.tag', { n: 10, name: 'Hafenfest' }))).toBeVisible()

    await page.getByRole('button', { name: t('people.marked.sheet') }).click()
    await expect(page.getByRole('img', { name: t('sheets.preview.page', { page: 1, pages: 1 }) })).toBeVisible()
    await page.getByRole('button', { name: t('sheets.save') }).click()
    await expect(page.getByText(/\.pdf/)).toBeVisible()
    const text = printed(home)
    for (const name of ['Jörg Müller', 'Hanna Mueller', 'Çağla Öztürk', 'Åsa Lindqvist']) expect(text).toContain(name)
    expect(text).not.toContain('Jana Krüger')

    await page.getByRole('link', { name: t('frame.tidy') }).click()
    await expect(page.getByRole('heading', { name: 'android.vcf' })).toBeVisible()
    await page.getByRole('button', { name: t('receipts.undo') }).click()
    await page.getByRole('button', { name: t('receipts.undo.confirm') }).click()
    await expect(page.getByText(t('receipts.isUndone'))).toBeVisible()
    expect(await home.state()).toEqual(before)
  })

  test.describe('with the keyboard alone', () => {
    test.use({ start: { choose: [phone] } })

    test('from the file dialog to the undo', async ({ page, home }) => {
      const before = await home.state()
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key)
      }
      await expect(page.getByRole('listbox', { name: t('people.list') })).toBeVisible()

      await press('Control+i')
      await expect(page.getByRole('heading', { name: 'android.vcf' })).toBeVisible()
      await press('Control+Enter')
      await receiptAddsUp(page)

      await tabTo(page, t('receipts.people'))
      await press('Enter')
      const list = page.getByRole('listbox', { name: t('people.list') })
      await expect(list.getByRole('option')).toHaveCount(10)

      await press('/')
      await page.keyboard.type('speicher')
      await expect(list.getByRole('option')).toHaveCount(2)
      await press('Enter', 'Control+a')
      await expect(page.getByRole('button', { name: t('people.marked.count', { n: 2 }) })).toBeVisible()
      await press('t')
      await page.keyboard.type('Hafenfest')
      await expect(page.getByRole('option', { name: t('tags.create', { name: 'Hafenfest', n: 2 }) })).toBeVisible()
      await press('Enter')
      await expect(page.getByText(t('operation.tag', { n: 2, name: 'Hafenfest' }))).toBeVisible()

      await press('Control+p')
      await expect(page.getByRole('img', { name: t('sheets.preview.page', { page: 1, pages: 1 }) })).toBeVisible()
      await press('Control+s')
      await expect(page.getByText(/\.pdf/)).toBeVisible()
      const text = printed(home)
      for (const name of ['Kim Beispiel', 'Hanna Mueller']) expect(text).toContain(name)

      await press('Escape')
      await press('Control+z')
      await press('g', 't')
      await expect(page.getByRole('link', { name: 'android.vcf' })).toBeVisible()
      await tabTo(page, 'android.vcf')
      await press('Enter')
      await expect(page.getByRole('heading', { name: 'android.vcf' })).toBeVisible()
      await tabTo(page, t('receipts.undo'))
      await press('Enter')
      await expect(page.getByRole('button', { name: t('receipts.undo.confirm') })).toBeVisible()
      await tabTo(page, t('receipts.undo.confirm'))
      await press('Enter')
      await expect(page.getByText(t('receipts.isUndone'))).toBeVisible()
      expect(await home.state()).toEqual(before)
    })
  })
})

/** The receipt of the phone file: each of its lines is counted, and the counts add up. */
async function receiptAddsUp(page: Page): Promise<void> {
  await expect(page.getByText(t('receipts.receipt'))).toBeVisible()
  const sentence = await page.getByText(/\d+ = \d+|=/).first().textContent()
  const [shown = 0, kept = 0, unreadable = 0, total = 0] = (sentence?.match(/\d+/g) ?? []).map(Number)
  expect(total).toBeGreaterThan(0)
  expect(shown + kept + unreadable).toBe(total)
}

/** Walks with Tab until the link or button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    const here = await page.evaluate(() => {
      const control = document.activeElement?.closest('a, button')
      return control?.getAttribute('aria-label') ?? control?.textContent ?? ''
    })
    if (here.includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab did not come to ${name}`)
}

/** The text of the only PDF that was saved, as a reader finds it. */
function printed(home: Home): string {
  const [file] = readdirSync(home.saved).filter((name) => name.endsWith('.pdf'))
  if (!file) throw new Error('no PDF was saved')
  return execFileSync('pdftotext', ['-layout', join(home.saved, file), '-'], { encoding: 'utf8' })
}
