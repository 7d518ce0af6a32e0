import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../drivers/home'
import { Key, type WindowDriver } from '../drivers/window'
import { phone, sample, test } from '../kaffeerunde'
import { say } from '../words'

// Pictures of the real window for the README, which are taken over into build/pictures by hand once somebody has looked at them.
const folder = join(repository, 'build/shots/window')
const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

test.use({ start: { language: 'en', choose: [phone] }, before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

test('the window of the README', async ({ window }) => {
  mkdirSync(folder, { recursive: true })
  const shoot = async (name: string, calm = 1500) => {
    await new Promise((resolve) => setTimeout(resolve, calm))
    await window.picture(join(folder, `${name}.png`))
  }
  await go(window, '#/people')
  await window.find("//*[@role='option']")
  await window.click("//*[@role='option'][contains(., 'Jana Krüger')]")
  await shoot('people')
  await theme(window, 'dark')
  await shoot('people-dark')
  await theme(window, 'light')

  await window.press(Key.control, 'i')
  await window.find("//h1[text()='android.vcf']")
  await shoot('import')
  await window.click(`//button[contains(., '${t('imports.run.add', { n: 10 })}')]`)
  await window.find(`//button[contains(., '${t('receipts.people')}')]`)
  await shoot('receipt', 6000)

  await go(window, '#/people')
  await window.press(Key.control, 'p')
  await window.find('//canvas')
  await shoot('sheet', 4000)
  await go(window, '#/network/all')
  await shoot('network', 5000)
})

function go(window: WindowDriver, hash: string): Promise<unknown> {
  return window.run(`location.hash = ${JSON.stringify(hash)}`)
}

function theme(window: WindowDriver, name: 'light' | 'dark'): Promise<unknown> {
  return window.run(`document.documentElement.dataset.theme = '${name}'`)
}
