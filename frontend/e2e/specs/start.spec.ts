import { expect, test } from '../kaffeerunde'

test.describe('the program starts', () => {
  test('an empty book says what to do', async ({ page }) => {
    await expect(page.getByText('Nobody here yet.', { exact: false })).toBeVisible()
  })

  test.describe('on a German system', () => {
    test.use({ start: { language: 'de', choose: [] } })

    test('it speaks German', async ({ page }) => {
      await expect(page.getByRole('link', { name: 'Menschen' })).toBeVisible()
    })
  })
})
