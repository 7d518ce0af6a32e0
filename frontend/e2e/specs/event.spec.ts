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
})
