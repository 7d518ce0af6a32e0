import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, sample, test } from '../kaffeerunde'
import { say } from '../words'

const t = (key: string, fill?: Record<string, string | number>) => say('en', key, fill)

interface Drawn {
  nodes: { name: string; person: number; key: string; pinned: boolean }[]
  x: number[]
  y: number[]
  from: number[]
  to: number[]
}

test.use({ reducedMotion: 'reduce' })

test.describe('with people who know each other', () => {
  test.use({ before: async ({ home }, use) => use(async () => {
    await home.terminal('import', sample)
    await home.terminal('connect', 'Malte Iversen', '2', '--kind', 'friend')
  }) })

  test.beforeEach(async ({ page }) => {
    await page.getByRole('listbox').first().waitFor()
    await go(page, '#/network/all')
    await expect(canvas(page)).toBeVisible()
  })

  test('the list says what the picture shows, and is gone through with the keyboard alone', async ({ page }) => {
    const drawn = await picture(page)
    await expect(page.getByText(t('picture.canvas.hint', { n: drawn.nodes.length }))).toBeAttached()
    await canvas(page).focus()
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

    const last = [...rows.keys()].at(-1) ?? ''
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: last })).toBeVisible()
    await page.keyboard.press('x')
    await expect(page.getByText(t('picture.marked.count', { n: 1 }))).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: last })).toBeHidden()
  })

  test('the lasso chooses people, and they are tagged', async ({ page, home }) => {
    const people = (await picture(page)).nodes.length
    const box = await canvas(page).boundingBox()
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

  test('who is put somewhere by hand stays there, in a new window too and when the others are arranged anew', async ({ page }) => {
    const before = await picture(page)
    const jana = before.nodes.findIndex(({ name }) => name === 'Jana Krüger')
    const at = await place(page, before, jana)
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    for (const share of [0.3, 0.7, 1]) await page.mouse.move(at.x + 90 * share, at.y - 60 * share)
    await page.mouse.up()
    await expect.poll(async () => (await picture(page)).nodes[jana]?.pinned).toBe(true)
    const put = await picture(page)
    expect(put.x[jana]).toBeGreaterThan(before.x[jana] ?? NaN)
    expect(put.y[jana]).toBeGreaterThan(before.y[jana] ?? NaN)
    expect(put.x.toSpliced(jana, 1)).toEqual(before.x.toSpliced(jana, 1))

    await page.reload()
    await expect(canvas(page)).toBeVisible()
    const after = await picture(page)
    expect([after.x, after.y]).toEqual([put.x, put.y])
    await choose(page, t('picture.rearrange'))
    await expect.poll(async () => (await picture(page)).x.toSpliced(jana, 1)).not.toEqual(put.x.toSpliced(jana, 1))
    const anew = await picture(page)
    expect([anew.x[jana], anew.y[jana]]).toEqual([put.x[jana], put.y[jana]])

    await page.mouse.click(...Object.values(await place(page, anew, jana)) as [number, number])
    await page.getByRole('complementary', { name: 'Jana Krüger' }).getByRole('button', { name: t('picture.release') }).click()
    await expect.poll(async () => (await picture(page)).nodes[jana]?.pinned).toBe(false)
  })

  test('a circle gets a name, which stands in the picture that is saved', async ({ page, home }) => {
    const legend = page.getByRole('complementary', { name: t('picture.legend') })
    const name = legend.getByRole('button', { name: `${t('picture.group.name')}: ` }).first()
    await name.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Skat & Bier')
    await page.keyboard.press('Enter')
    await expect(legend.getByRole('button', { name: 'Skat & Bier' }).first()).toBeVisible()
    await page.reload()
    await expect(legend.getByRole('button', { name: 'Skat & Bier' }).first()).toBeVisible()

    await choose(page, t('picture.save.svg'))
    await expect.poll(() => saved(home.saved, '.svg')).not.toBe('')
    await expect(page.getByText(t('picture.saved', { file: saved(home.saved, '.svg') }))).toBeVisible()
    const drawing = readFileSync(join(home.saved, saved(home.saved, '.svg')), 'utf8')
    for (const text of ['Skat &amp; Bier', 'Jana Krüger', '林书雅', 'ليان الحداد']) expect(drawing).toContain(text)
    await choose(page, t('picture.save.png'))
    await expect.poll(() => saved(home.saved, '.png')).not.toBe('')
    await expect(page.getByText(t('picture.saved', { file: saved(home.saved, '.png') }))).toBeVisible()
    const size = await page.evaluate(async (bytes) => {
      const { width, height } = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]))
      return Math.min(width, height)
    }, readFileSync(join(home.saved, saved(home.saved, '.png'))).toString('base64'))
    expect(size).toBeGreaterThan(400)
  })

  test('one goes to whom one looks for at once where nothing is to move, and is told what to do where nobody is connected', async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('Adelh')
    const seen = canvas(page).evaluate(looks, 700)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Adelheid Zwölfer' })).toBeVisible()
    // The place beside the picture opens, and the picture stands elsewhere; nothing lies between.
    expect(await seen).toBeLessThan(5)
    await expect(page.getByText(t('picture.walk', { name: 'Adelheid Zwölfer', n: 4 }))).toBeAttached()

    await go(page, '#/network')
    await page.getByRole('button', { name: t('picture.who.choose') }).click()
    await page.keyboard.type('Jana')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: t('picture.around', { name: 'Jana Krüger' }) })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('Zwischenzeit')
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('picture.lonely.text', { name: 'Café Zwischenzeit' }))).toBeVisible()
    await page.keyboard.press('l')
    await expect(page.getByRole('dialog', { name: t('network.with', { name: 'Café Zwischenzeit' }) })).toBeVisible()
  })
})

test('an empty book says where the network comes from', async ({ page }) => {
  await page.getByRole('navigation').first().waitFor()
  await go(page, '#/network')
  await expect(page.getByText(t('picture.nobody.text'))).toBeVisible()
  await page.getByRole('button', { name: t('picture.nobody.go') }).click()
  await expect(page).toHaveURL(/#\/people/)
})

function go(page: Page, hash: string): Promise<void> {
  return page.evaluate((to) => void (location.hash = to), hash)
}

function canvas(page: Page) {
  return page.getByRole('application', { name: t('picture.canvas') })
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: t('picture.more') }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

function saved(folder: string, ending: string): string {
  return readdirSync(folder).find((name) => name.endsWith(ending)) ?? ''
}

/** Where somebody stands on the page while all of the picture is in sight, with its padding around. */
async function place(page: Page, { x, y }: Drawn, dot: number): Promise<{ x: number; y: number }> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('the picture has no place')
  const [left, right, low, high] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)]
  const measure = Math.min((box.width - 96) / (right - left), (box.height - 96) / (high - low))
  return {
    x: box.x + box.width / 2 + ((x[dot] ?? 0) - (left + right) / 2) * measure,
    y: box.y + box.height / 2 - ((y[dot] ?? 0) - (low + high) / 2) * measure,
  }
}

/** Counts how many different pictures are drawn within so many milliseconds. It runs in the page. */
function looks(ground: Element, forSo: number): Promise<number> {
  const drawn = Array.from(ground.querySelectorAll('canvas')).filter((one) => one.getContext('2d'))
  const begun = performance.now()
  const all = new Set<string>()
  return new Promise((resolve) => {
    const look = () => {
      all.add(drawn.map((one) => one.toDataURL()).join())
      if (performance.now() - begun > forSo) resolve(all.size)
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** The picture as the canvas is given it. */
function picture(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const { Network } = (window as unknown as { go: { app: { Network: { Picture(form: object): Promise<Drawn> } } } }).go.app
    return Network.Picture({ centre: 0, steps: 2, kinds: [], colour: 'circle', alone: false })
  })
}
