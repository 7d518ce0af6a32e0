import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../drivers/home'
import { Key, type WindowDriver } from '../drivers/window'
import { phone, sample, test } from '../kaffeerunde'
import { say } from '../words'

// Pictures of the real window for the README, which are taken over into build/pictures by hand once somebody has looked at them.
const folder = join(repository, 'build/shots/window')
const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

const guests = [
  'Jana Krüger, Werkstatt Lindenhof', 'H. Mueller', 'Maelle Fontanes (Librairie du Canal)', 'Lin Shuya, Atelier Papierkranich', 'Dr. F. Müller',
  'Noor Winter, Stiftung Offene Tür', 'Mia Probe, Werft am Kanal', 'Jonas Beispiel', 'Prof. Veit Rottenbücher', 'Kim Muster, Hafenchor',
]

test.use({
  start: { language: 'en', choose: [phone] },
  before: async ({ home }, use) =>
    use(async () => {
      const list = join(home.folder, 'guests.txt')
      writeFileSync(list, guests.join('\n'))
      await home.terminal('import', sample)
      await home.terminal('event', 'add', 'Open Space Hamburg', '--date', '2030-12-03 18:00', '--place', 'Speicher 4', '--topic', 'Genossenschaften')
      await home.terminal('guests', 'import', 'Open Space Hamburg', list)
      await home.terminal('coffee', 'Open Space Hamburg', 'Jana Krüger', 'Mia Probe')
      await home.terminal('thread', 'add', 'Jana Krüger', 'She wanted to send me the article on shared workshops')
      await home.terminal('note', 'Jana Krüger', 'is looking for a room for the choir', '--kind', 'coffee')
    }),
})

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
  await go(window, '#/today')
  await shoot('today')
  await go(window, '#/events/1/coffees')
  await shoot('coffees', 3000)
  await go(window, '#/network/questions/reach?from=1&to=13')
  await shoot('way', 3000)
})

test.describe('with three thousand people', () => {
  test.use({
    before: async ({ home }, use) =>
      use(async () => {
        const town = ['run', './backend/bench/gen', '--n', '3000', '--version', '4.0', '--network']
        const file = join(home.folder, 'town.vcf')
        writeFileSync(file, execFileSync('go', town, { cwd: repository, maxBuffer: 1 << 30 }))
        await home.terminal('import', file)
      }),
  })

  test('the network of the README', async ({ window }) => {
    mkdirSync(folder, { recursive: true })
    await go(window, '#/network/all')
    await new Promise((resolve) => setTimeout(resolve, 12_000))
    await window.picture(join(folder, 'network.png'))
    await go(window, '#/network/291?steps=3')
    await new Promise((resolve) => setTimeout(resolve, 5000))
    await window.picture(join(folder, 'around.png'))
  })
})

function go(window: WindowDriver, hash: string): Promise<unknown> {
  return window.run(`location.hash = ${JSON.stringify(hash)}`)
}

function theme(window: WindowDriver, name: 'light' | 'dark'): Promise<unknown> {
  return window.run(`document.documentElement.dataset.theme = '${name}'`)
}
