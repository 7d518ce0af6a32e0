import { expect, test } from '../kaffeerunde'

test.describe('the real window', () => {
  test('shows the page of the program, under its policy', async ({ window }) => {
    await window.find("//*[@id='app']/*")
    expect(await window.run('return location.href')).toMatch(/^wails:/)
    // A script that the page was not built with does not run.
    const ran = await window.run(`
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      document.head.append(script)
      return window.intruder === true`)
    expect(ran).toBe(false)
  })
})
