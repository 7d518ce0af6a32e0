import type { Browser } from '@playwright/test'
import { BrowserDriver } from '../drivers/browser'
import type { Home } from '../drivers/home'
import { expect, sample, test } from '../kaffeerunde'

const DAY_MS = 86_400_000
const YEARS = '17520h'
const PLACES = ['#/today', '#/people', '#/events', '#/events/1/guests', '#/events/1/coffees', '#/events/1/site', '#/events/1/after', '#/me']

test('two years later no screen has another colour or a badge', async ({ browser, home }) => {
  test.slow()
  await home.terminal('import', sample)
  // Of an evening that is past already only those are left whom one knows.
  await home.terminal('event', 'add', 'Open Space', '--date', new Date(Date.now() - 30 * DAY_MS).toISOString().slice(0, 10))
  await home.terminal('guests', 'import', '1', home.write('guests.txt', 'Jana Krüger, Werkstatt Lindenhof\nBjörn-Ole Weiß <bow@kranich-soehne.example>\n'))
  await home.terminal('coffee', '1', 'Jana Krüger')
  await home.terminal('met', '1', 'Jana Krüger', 'Björn-Ole Weiß')
  await home.terminal('thread', 'add', 'Jana Krüger', 'she wanted to send the article')
  await home.terminal('note', 'Björn-Ole Weiß', 'talked about cranes')

  const now = await looks(browser, home)
  const later = await looks(browser, home, YEARS)
  for (const place of PLACES) {
    expect.soft(later[place]?.badges, place).toEqual(now[place]?.badges)
    expect.soft(later[place]?.colours.filter((colour) => !now[place]?.colours.includes(colour)), place).toEqual([])
  }
})

interface Look {
  /** The colours of everything that says something, but for faces, whose colour is that of a name. */
  colours: string[]
  /** What the sidebar says. */
  badges: string
}

async function looks(browser: Browser, home: Home, later?: string): Promise<Record<string, Look>> {
  const program = await BrowserDriver.start(home, { later })
  const page = await browser.newPage()
  const found: Record<string, Look> = {}
  for (const place of PLACES) {
    await page.goto('about:blank')
    await page.goto(program.address + place)
    await page.getByRole('main').getByRole('heading').or(page.getByRole('main').getByRole('option')).first().waitFor()
    await page.waitForTimeout(500)
    found[place] = await page.evaluate(() => {
      const colours = Array.from(document.querySelectorAll('main, main *'))
        .filter((element) => !element.closest('[aria-hidden=true]') && Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
        .map((element) => {
          const { color, backgroundColor } = getComputedStyle(element)
          return `${color} on ${backgroundColor}`
        })
      return { colours: [...new Set(colours)].sort(), badges: document.querySelector('nav')?.textContent?.trim() ?? '' }
    })
  }
  await page.close()
  await program.stop()
  return found
}
