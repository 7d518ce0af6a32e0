import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drop, expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

test.describe('an event from its title to the guests one knows', () => {
  test.use({ before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

  test('is written down, takes a pasted list in, which is mended and matched, with the keyboard alone, and each step is undone', async ({ page, home }) => {
    const before = await home.state()
    await page.getByRole('listbox').first().getByRole('option').first().waitFor()

    // An event.
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await expect(page.getByRole('heading', { name: t('events.none.title') })).toBeVisible()
    await page.keyboard.press('Control+n')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('events.form.title') })).toBeFocused()
    await page.keyboard.type('Open Space Stammtisch')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Open Space Stammtisch' })).toBeVisible()

    // Its list: pasted, and read with a line left out.
    await expect(page.getByRole('textbox', { name: t('guests.paste.first') })).toBeFocused()
    await page.keyboard.insertText(
      ['Teilnehmerliste, Stand 3.11.', 'Jana Krüger; Werkstatt Lindenhof', 'J. Krüger; ', 'Timo Rohwer; Hafenradio', 'Ganz Unbekannt; Niemandsland', 'Mia Probe; Werft'].join('\n'),
    )
    await page.keyboard.press('Control+Enter')
    const list = page.getByRole('listbox', { name: t('guests.list') })
    await expect(list.getByRole('option')).toHaveCount(5)
    await expect(page.getByRole('tab', { name: t('guests.intake.left', { n: 1 }) })).toBeVisible()

    // Mended: one is left out, one gets another name.
    await page.keyboard.press('End')
    await page.keyboard.press('x')
    await expect(list.getByRole('option').last()).toContainText(t('guests.intake.is-out'))
    await page.keyboard.press('k')
    await page.keyboard.press('F2')
    await expect(dialog.getByRole('textbox', { name: t('guestlist.field.name') })).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Noor Unbekannt')
    await page.keyboard.press('Control+Enter')
    await expect(list).toContainText('Noor Unbekannt')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: t('guests.list') })).toContainText(t('events.guests', { n: 4 }))

    // Matched: the questions come first, and nobody is merged by itself.
    const who = page.getByRole('complementary', { name: t('guests.who') })
    await expect(who.getByRole('heading', { level: 2 })).toHaveText('J. Krüger')
    await expect(who.getByRole('heading', { level: 3 })).toHaveText(t('guests.question', { n: 1 }))
    await page.keyboard.press('1')
    await expect(page.getByText(t('guests.asking', { n: 1 }))).toHaveCount(0)
    await page.keyboard.press('Home')
    await page.keyboard.press('j')
    await expect(who).toContainText(t('guests.decided'))
    await page.keyboard.press('2')
    await expect(who).toContainText(t('guests.stranger'))

    // Each step is undone by itself: two decisions, the list, the event.
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('button', { name: t('common.redo') }).first()).toBeVisible()
    }
    await expect(page.getByRole('heading', { name: t('events.gone.title') })).toBeVisible()
    expect(await home.state()).toEqual(before)
  })

  test('comes from an invitation with its guests', async ({ page, home }) => {
    const file = join(home.folder, 'invitation.ics')
    writeFileSync(
      file,
      [
        'BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'SUMMARY:Winter meeting', 'DTSTART;TZID=Europe/Berlin:20361210T183000', 'LOCATION:Betahaus',
        'ATTENDEE;CN=Jana Krüger:mailto:jana@example.org', 'ATTENDEE;CUTYPE=ROOM;CN=Saal 2:mailto:saal@example.org', 'END:VEVENT', 'END:VCALENDAR', '',
      ].join('\r\n'),
    )
    await drop(page, file)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('events.form.title') })).toHaveValue('Winter meeting')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Winter meeting' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Wednesday, 10 December 2036 at 18:30')
    await expect(page.getByRole('listbox', { name: t('guests.list') }).getByRole('option')).toHaveCount(1)
    await page.getByRole('tab', { name: t('guests.intake.left', { n: 1 }) }).click()
    await expect(page.getByRole('listbox')).toContainText(t('guestlist.skipped.thing'))
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: t('guests.list') })).toContainText(t('events.guests', { n: 1 }))
  })

  test.describe('whose title is there', () => {
    test.use({
      before: async ({ home }, use) =>
        use(async () => {
          await home.terminal('import', sample)
          await home.terminal('event', 'add', 'Open Space', '--date', '2096-12-03')
        }),
    })

    test('is changed and deleted, takes its list from any file and from a paste, and each is undone', async ({ page, home }) => {
      const before = await home.state()
      const dialog = page.getByRole('dialog')
      const question = page.getByRole('alertdialog', { name: t('common.unsaved') })
      const event = page.getByRole('link', { name: /Open Space/ })
      const undo = async (what: string) => {
        await page.keyboard.press('Control+z')
        await expect(page.getByText(t('common.undone.one', { what })).last()).toBeVisible()
      }
      await page.getByRole('listbox').first().getByRole('option').first().waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('e')
      await event.waitFor()

      // Changed: what was typed is not given up without a question.
      await page.keyboard.press('j')
      await page.keyboard.press('F2')
      await dialog.waitFor()
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await event.focus()
      await page.keyboard.press('F2')
      await dialog.getByRole('textbox', { name: t('events.form.place') }).focus()
      await page.keyboard.type('Betahaus')
      await page.keyboard.press('Escape')
      await expect(question).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(question).toHaveCount(0)
      await expect(dialog.getByRole('textbox', { name: t('events.form.place') })).toHaveValue('Betahaus')
      // A day is typed as the language writes it, whatever the system does, and is no day before it is whole.
      await dialog.getByRole('spinbutton', { name: t('day.part.day') }).focus()
      await page.keyboard.press('Delete')
      await expect(dialog.getByRole('spinbutton', { name: t('day.part.day') })).toBeFocused()
      await page.keyboard.type('4/12')
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toContainText(t('day.unfinished'))
      await page.keyboard.type('96')
      await dialog.getByRole('textbox', { name: t('events.form.place') }).focus()
      await expect(dialog.getByRole('spinbutton', { name: t('day.part.year') })).toHaveText('1996')
      await dialog.getByRole('spinbutton', { name: t('day.part.year') }).focus()
      await page.keyboard.type('2096')
      await dialog.getByRole('textbox', { name: t('events.form.place') }).press('Escape')
      await question.waitFor()
      await page.keyboard.press('Enter')
      await expect(event).toContainText('4 December 2096')
      await expect(event).toContainText('Betahaus')
      await expect(dialog).toHaveCount(0)
      await undo(t('operation.event-changed', { name: 'Open Space' }))
      await expect(event).not.toContainText('Betahaus')

      // Deleted.
      await event.focus()
      await page.keyboard.press('Delete')
      await expect(event).toHaveCount(0)
      await undo(t('operation.event-gone', { name: 'Open Space' }))
      await event.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: t('guests.paste.first') }).waitFor()

      // A list from a table, of which a column is left out.
      const lines = page.getByRole('listbox', { name: t('guests.list') }).getByRole('option')
      const took = (n: number) => t('operation.guests', { n, name: 'Open Space' })
      await drop(page, home.write('guests.csv', 'Name,Firma,E-Mail\nJana Krüger,Werkstatt Lindenhof,\nMia Probe,Kranwerk,mia@kranwerk.example\n'))
      await expect(lines).toHaveCount(2)
      await page.getByRole('combobox', { name: /^Firma/ }).click()
      await page.getByRole('option', { name: t('guestlist.field.skip') }).click()
      await expect(page.getByRole('combobox', { name: /^Firma/ })).toContainText(t('guestlist.field.skip'))
      await page.keyboard.press('Control+Enter')
      // Without the organisation Jana is a question, and questions are shown alone at first.
      await expect(page.getByRole('region', { name: t('guests.list') })).toContainText(t('guests.asking', { n: 1 }))
      await page.getByRole('radio', { name: t('guests.show.all') }).click()
      await expect(lines.filter({ hasText: 'Mia Probe' })).toBeVisible()
      await expect(lines.filter({ hasText: 'Kranwerk' })).toHaveCount(0)
      await undo(took(2))
      await expect(page.getByRole('textbox', { name: t('guests.paste.first') })).toBeVisible()

      // A workbook.
      const workbook = join(home.folder, 'guests.xlsx')
      await home.terminal('export', '--format', 'xlsx', '-o', workbook, 'Björn-Ole Weiß')
      await drop(page, workbook)
      await expect(lines).toHaveCount(1)
      await expect(lines).toContainText('Björn-Ole')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('region', { name: t('guests.list') })).toContainText(t('events.guests', { n: 1 }))
      await undo(took(1))

      // Cards, of which one is nobody in the book: somebody is looked for, and the guest is taken off.
      await drop(page, home.write('guests.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mia Probe\r\nEND:VCARD\r\n'))
      await expect(lines).toHaveCount(1)
      await page.keyboard.press('Control+Enter')
      const who = page.getByRole('complementary', { name: t('guests.who') })
      await expect(who).toContainText(t('guests.nobody'))
      await page.keyboard.press('l')
      await page.keyboard.type('jana krü')
      await expect(page.getByRole('option', { name: /Jana Krüger/ })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(who).toContainText(t('guests.decided'))
      await undo(t('operation.guest-is', { name: 'Mia Probe' }))
      await expect(who).toContainText(t('guests.nobody'))
      await page.keyboard.press('Delete')
      await expect(lines).toHaveCount(0)
      await undo(t('operation.guests-gone', { n: 1, name: 'Mia Probe' }))
      await expect(lines).toHaveCount(1)

      // A list that is pasted while no field has the focus.
      await page.evaluate(() => {
        const data = new DataTransfer()
        data.setData('text/plain', 'Timo Rohwer\nNoor Unbekannt')
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      })
      await expect(lines).toHaveCount(2)
      await page.keyboard.press('Escape')
      await expect(lines).toHaveCount(1)
      await undo(took(1))
      expect(await home.state()).toEqual(before)
    })
  })
})
