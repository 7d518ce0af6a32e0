import type { Page } from '@playwright/test'
import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

interface Drawn {
  nodes: { name: string; person: number }[]
  x: number[]
  y: number[]
  from: number[]
  to: number[]
}

test.use({ reducedMotion: 'reduce', before: async ({ home }, use) => use(() => home.terminal('import', sample)) })

test.beforeEach(async ({ page, home }) => {
  await home.terminal('connect', 'Malte Iversen', '2', '--kind', 'friend').catch(() => '')
  await page.getByRole('listbox').first().waitFor()
  await page.evaluate(() => (location.hash = '#/network/all'))
  await expect(page.getByRole('application', { name: t('picture.canvas') })).toBeVisible()
})

test('the list says what the picture shows', async ({ page }) => {
  const drawn = await picture(page)
  await expect(page.getByText(t('picture.canvas.hint', { n: drawn.nodes.length }))).toBeAttached()
  await page.getByRole('application').focus()
  await page.keyboard.press('v')
  const list = page.getByRole('listbox', { name: t('picture.list') })
  const rows = new Map<string, string>()
  for (let press = 0; press <= drawn.nodes.length; press++) {
    const texts = await list.getByRole('option').evaluateAll((options) =>
      options.map((one) => Array.from(one.querySelectorAll('[dir=auto]')).slice(-2).map(({ textContent }) => textContent)),
    )
    for (const [name, ties] of texts) rows.set(name ?? '', ties ?? '')
    await page.keyboard.press('j')
  }
  expect([...rows.keys()].sort()).toEqual(drawn.nodes.map(({ name }) => name).sort())
  drawn.from.forEach((from, edge) => {
    const [one, other] = [drawn.nodes[from]?.name ?? '', drawn.nodes[drawn.to[edge] ?? -1]?.name ?? '']
    expect(rows.get(one)).toContain(other)
    expect(rows.get(other)).toContain(one)
  })
})

test('the lasso chooses people, and they are tagged', async ({ page, home }) => {
  const people = (await picture(page)).nodes.length
  const box = await page.getByRole('application').boundingBox()
  if (!box) throw new Error('the picture has no place')
  await page.keyboard.press('s')
  await page.mouse.move(box.x + 4, box.y + 4)
  await page.mouse.down()
  for (const [x, y] of [[0.5, 0.01], [0.99, 0.01], [0.99, 0.5], [0.99, 0.99], [0.5, 0.99], [0.01, 0.99]] as const) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height)
  }
  await page.mouse.up()
  await expect(page.getByText(t('picture.marked.count', { n: people }))).toBeVisible()
  await page.keyboard.press('t')
  await page.keyboard.type('Inner ring')
  await page.keyboard.press('Enter')
  await expect(async () => {
    const tags = JSON.parse(await home.terminal('tag', 'list', '--json')) as { name: string; count: number }[]
    expect(tags.find(({ name }) => name === 'Inner ring')?.count).toBe(people)
  }).toPass()
})

test('after a reload everybody stands where they stood', async ({ page }) => {
  const before = await picture(page)
  await page.reload()
  await expect(page.getByRole('application', { name: t('picture.canvas') })).toBeVisible()
  const after = await picture(page)
  expect([after.x, after.y]).toEqual([before.x, before.y])
})

/** The picture as the canvas is given it. */
function picture(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const { Network } = (window as unknown as { go: { app: { Network: { Picture(form: object): Promise<Drawn> } } } }).go.app
    return Network.Picture({ centre: 0, steps: 2, kinds: [], colour: 'circle', alone: false })
  })
}
