import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Bus } from '../drivers/bus'
import { windowProgram } from '../drivers/home'
import { Key } from '../drivers/window'
import { expect, phone, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

test.describe('the real window', () => {
  test('shows the page of the program, under its policy', async ({ window }) => {
    await window.find(`//*[text()='${t('people.nobody.title')}']`)
    expect(await window.run('return location.href')).toMatch(/^wails:/)
    // A script that the page was not built with does not run.
    const ran = await window.run(`
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      document.head.append(script)
      return window.intruder === true`)
    expect(ran).toBe(false)
  })

  test.describe('started with a file, as a file manager does it', () => {
    test.use({ start: { files: [phone] } })

    test('shows what is in it', async ({ window }) => {
      await window.find("//h1[text()='android.vcf']")
    })
  })

  test.describe('when the program is started again', () => {
    test.use({
      start: async ({}, use) => {
        const bus = await Bus.start()
        await use({ bus: bus.address })
        bus.stop()
      },
    })

    test('takes the files of the second start, which ends well', async ({ window, home, start }) => {
      await window.find(`//*[text()='${t('people.nobody.title')}']`)
      await promisify(execFile)(windowProgram, [phone], { env: home.environment(start), timeout: 20_000 })
      await window.find("//h1[text()='android.vcf']")
    })
  })

  test.describe('with people in the book', () => {
    test.use({
      start: { choose: [phone] },
      before: async ({ home }, use) => use(() => home.terminal('import', sample)),
    })

    test('takes a phone in, finds its people, draws them on a sheet and undoes it', async ({ window, home }) => {
      const before = await home.state()
      await window.find(`//h1[text()='${t('today.title')}']`)
      await window.run("location.hash = '#/people'")
      await window.find("//*[@role='option']")

      await window.press(Key.control, 'i')
      await window.find("//h1[text()='android.vcf']")
      await window.click(`//button[contains(., '${t('imports.run.add', { n: 10 })}')]`)
      await window.click(`//button[contains(., '${t('receipts.people')}')]`)
      await window.type(`//input[@aria-label='${t('people.search')}']`, 'mueller')
      await window.find("//*[@role='option' and contains(., 'Jörg Müller') and @aria-setsize='2']")

      await window.press(Key.control, 'p')
      await window.find('//canvas')
      await window.until('a page of the sheet', `
        const canvas = document.querySelector('canvas')
        if (!canvas || canvas.width === 0) return false
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        return data.some((value, i) => i % 4 === 0 && value < 128 && data[i + 3] > 0)`)

      await window.press(Key.control, 'z')
      await window.until('the undo', `return document.body.textContent.includes(${JSON.stringify(t('common.redo'))})`)
      expect(await home.state()).toEqual(before)
    })
  })
})
