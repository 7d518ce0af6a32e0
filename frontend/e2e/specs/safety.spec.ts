import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

test.use({
  start: async ({ home }, use) => use({ choose: [join(home.folder, 'locked.zip')] }),
  before: async ({ home }, use) =>
    use(async () => {
      await home.terminal('import', sample)
      const words = home.write('words.txt', 'vier Worte')
      await home.terminal('export', '--whole', join(home.folder, 'locked.zip'), '--passphrase-file', words)
    }),
})

test('who was deleted comes back from the bin, or goes for good', async ({ page, home }) => {
  const before = await home.state()
  for (const left of [39, 38]) {
    await page.keyboard.press('j')
    await page.keyboard.press('Delete')
    await expect.poll(async () => (JSON.parse(await home.terminal('list', '--json')) as unknown[]).length).toBe(left)
  }
  await page.goto(new URL('#/tidy/bin', page.url()).href)
  const rows = page.getByRole('list', { name: t('bin.title') }).getByRole('listitem')
  await expect(rows).toHaveCount(2)

  await page.getByRole('button', { name: t('bin.backAll') }).click()
  await expect(page.getByText(t('bin.empty.title'))).toBeVisible()
  expect(await home.state()).toEqual(before)

  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: t('bin.empty') }).click()
  // Enter is no way to what cannot be undone.
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: t('bin.empty') }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: t('bin.ask.confirm') }).click()
  await expect(page.getByText(t('bin.empty.title'))).toBeVisible()
  expect(await home.terminal('bin', 'list', '--json')).toContain('[]')
})

test('a backup is made, shown beside the book as it is, and restored; the whole book goes out and comes back', async ({ page, home }) => {
  await page.goto(new URL('#/tidy/backups', page.url()).href)
  const rows = page.getByRole('list', { name: t('backup.title') }).getByRole('listitem')
  await expect(rows).toHaveCount(1) // the one of the day
  await page.getByRole('button', { name: t('backup.make') }).click()
  await expect(rows).toHaveCount(2)
  const before = await home.state()
  await home.terminal('tag', 'add', 'Neu im Haus', '1')
  const tagged = await home.state()

  await rows.first().getByRole('button').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(t('restore.changing', { n: 1 }))).toBeVisible()
  await dialog.getByRole('button', { name: t('restore.run') }).click()
  await expect(dialog).toBeHidden()
  expect(await home.state()).toEqual(before)
  await page.keyboard.press('Control+z')
  await expect.poll(() => home.state()).toEqual(tagged)

  await page.getByRole('button', { name: t('backup.whole') }).click()
  await dialog.getByRole('checkbox').check()
  await dialog.getByLabel(t('whole.passphrase'), { exact: true }).fill('vier Worte')
  await dialog.getByLabel(t('whole.again'), { exact: true }).fill('vier Wort')
  await expect(dialog.getByText(t('whole.differs'))).toBeVisible()
  await dialog.getByLabel(t('whole.again'), { exact: true }).fill('vier Worte')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toBeVisible()
  await page.keyboard.press('Escape')

  expect(readdirSync(home.saved)).toEqual([expect.stringMatching(/\.zip\.age$/)])

  await home.terminal('undo')
  await page.getByRole('button', { name: t('backup.open') }).click()
  await dialog.getByLabel(t('restore.passphrase'), { exact: true }).fill('drei Worte')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(t('error.passphrase'))).toBeVisible()
  await dialog.getByLabel(t('restore.passphrase'), { exact: true }).fill('vier Worte')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(t('restore.none'))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the history says what each operation changed, and what goes along with an undo', async ({ page, home }) => {
  await home.terminal('tag', 'add', 'Neu im Haus', 'Jana Krüger')
  await page.goto(new URL('#/tidy/history', page.url()).href)
  const rows = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button', { expanded: false }) })
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('history.people.changed', { n: 1 }))).toBeVisible()
  await expect(page.getByRole('link', { name: 'Jana Krüger' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Neu im Haus' })).toBeVisible()
  await page.getByRole('button', { expanded: false, name: 'sample.vcf' }).click()
  await expect(page.getByText(t('history.people.added', { n: 40 }))).toBeVisible()

  const before = await home.state()
  const taken = t('operation.import', { n: 40, name: 'sample.vcf' })
  await page.getByRole('button', { name: t('history.undoThis', { what: taken }) }).click()
  const question = page.getByRole('alertdialog')
  await expect(question.getByRole('listitem')).toHaveText(t('operation.tag', { n: 1, name: 'Neu im Haus' }))
  await question.getByRole('button', { name: t('common.cancel') }).click()
  expect(await home.state()).toEqual(before)
})

test.describe('a book whose bytes were overwritten', () => {
  test.use({
    before: async ({ home }, use) =>
      use(async () => {
        await home.terminal('import', sample)
        await home.terminal('backup')
        await home.terminal('tag', 'add', 'Later', 'Jana Krüger')
        const newcomer = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nN:Newcomer;${name};;;\r\nEND:VCARD\r\n`
        await home.terminal('import', home.write('new.vcf', newcomer('Ada') + newcomer('Bo')))
        home.wound('FN:Malte Iversen')
        home.wound('FN:Bo')
      }),
  })

  test('says what can be done, saves what can be read, and goes back to the backup', async ({ page, home }) => {
    const damaged = readFileSync(home.book)
    const bar = page.getByRole('alert').filter({ has: page.getByRole('button', { name: t('recovery.open') }) })
    await expect(bar).toContainText(t('error.book-damaged'))
    await expect(bar).toContainText('40')
    await bar.getByRole('button', { name: t('recovery.open') }).click()
    const dialog = page.getByRole('dialog')
    const back = dialog.getByRole('region', { name: t('recovery.back.title') })
    await expect(back).toContainText(t('recovery.back.missing', { n: 1 }) + 'Ada')
    await expect(back).toContainText(t('recovery.back.changed', { n: 1 }) + 'Jana Krüger')
    const saved = dialog.getByRole('region', { name: t('recovery.salvaged.title') })
    await expect(saved).toContainText(t('recovery.salvaged.lost', { n: 1 }) + 'Bo')
    await expect(saved).toContainText(t('recovery.salvaged.same', { n: 1 }) + 'Malte Iversen')

    for (const kind of ['book', 'vcards']) {
      await saved.getByRole('button', { name: t(`recovery.salvaged.${kind}`) }).click()
      await expect(saved.getByRole('status')).toContainText('41')
    }
    const files = readdirSync(home.saved).sort()
    expect(files.map((name) => name.slice(name.lastIndexOf('.')))).toEqual(['.db', '.vcf'])
    expect(JSON.parse(await home.terminal('--book', join(home.saved, files[0] ?? ''), 'list', '--json'))).toHaveLength(41)

    // Nothing takes the place of the book without a question.
    await saved.getByRole('button', { name: t('recovery.salvaged.run') }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: t('common.cancel') }).click()
    expect(readFileSync(home.book).equals(damaged)).toBe(true)
    await back.getByRole('button', { name: t('recovery.back.run') }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: t('recovery.back.confirm') }).click()

    const kept = () => readdirSync(home.folder).find((name) => /damaged.*\.db$/.test(name)) ?? ''
    await expect(page.getByRole('status').filter({ hasText: 'damaged' })).toContainText(kept())
    expect(readFileSync(join(home.folder, kept())).equals(damaged)).toBe(true)
    await expect(bar).toHaveCount(0)
    await home.terminal('doctor')
    expect(JSON.parse(await home.terminal('list', '--json'))).toHaveLength(40)
    await page.keyboard.press('j')
    await page.keyboard.press('Delete')
    await expect.poll(async () => (JSON.parse(await home.terminal('list', '--json')) as unknown[]).length).toBe(39)
  })
})
