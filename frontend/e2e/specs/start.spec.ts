import { expect, test } from '../kaffeerunde'
import { say } from '../words'

test.describe('the program starts', () => {
  test('with an empty book it says what to do, and the sample comes and goes with one click', async ({ page }) => {
    await expect(page.getByText(say('en', 'people.nobody.title'))).toBeVisible()
    await page.getByRole('button', { name: say('en', 'people.nobody.sample') }).click()
    const list = page.getByRole('listbox', { name: say('en', 'people.list') })
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '40')
    await page.getByRole('button', { name: say('en', 'people.sample.remove') }).click()
    await expect(page.getByText(say('en', 'people.nobody.title'))).toBeVisible()
  })

  test.describe('on a German system', () => {
    test.use({ start: { language: 'de' } })

    test('it speaks German', async ({ page }) => {
      await expect(page.getByRole('link', { name: say('de', 'frame.people') })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    })
  })

  test.describe('with names that are meant to do harm', () => {
    test.use({
      before: async ({ home }, use) => use(() => home.terminal('import', home.write('harm.vcf', harm))),
    })

    test('they are text', async ({ page }) => {
      const list = page.getByRole('listbox', { name: say('en', 'people.list') })
      await list.getByRole('option').first().click()
      await expect(page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
      await expect(page.locator('img[src="x"]')).toHaveCount(0)
    })
  })
})

const harm = `BEGIN:VCARD
VERSION:3.0
FN:<img src=x onerror=alert(1)>
NOTE:<script>alert(1)</script>
URL:javascript:alert(1)
PHOTO;VALUE=uri:https://photos.example/kim.jpg
END:VCARD
`.replaceAll('\n', '\r\n')
