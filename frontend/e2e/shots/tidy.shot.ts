import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { repository, type Home } from '../drivers/home'
import { sample, test } from '../kaffeerunde'
import { say, type Language } from '../words'
import { call, go, walk, type Screens } from './walk'

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

/** People of the sample and others a second time, some for sure. */
const doubles = [
  card('N:krüger;jana;;;', 'FN:jana krüger', 'EMAIL:jana@lindenhof.example', 'TEL;TYPE=CELL:+49 170 5550101', 'CATEGORIES:Telefon'),
  card('N:Krüger;Jana;;;', 'FN:Jana Krüger', 'ORG:Werkstatt Lindenhof', 'EMAIL:jana@lindenhof.example', 'NOTE:Hat lange Jahre in Göttingen gelebt und kennt dort fast alle\\, die Räume vermieten.'),
  card('N:الحداد;ليان;;;', 'FN:ليان الحداد', 'ORG:شركة النور', 'TEL:+49 40 2222222'),
  card('N:林;书雅;;;', 'FN:林书雅', 'EMAIL:shuya@example.org'),
  card('N:von und zu Hohenstein-Waldburg-Zeilshofen;Maximiliane-Charlotte;;;', 'FN:Maximiliane-Charlotte von und zu Hohenstein-Waldburg-Zeilshofen', 'TEL:+49 40 3333333', 'ORG:Institut für angewandte Gelassenheit und Zusammenarbeit in der Metropolregion'),
  card('N:Hohenstein;Maximiliane;;;', 'FN:Maximiliane Hohenstein', 'TEL:+49 40 3333333', 'ADR:;;Am Kanal 4;Hamburg;;20459;'),
  card('N:Dal;Karl;;;', 'FN:Karl Dal', 'TEL:+49 221 999888', 'EMAIL:karl@dal.example'),
  card('N:Karl;Dal;;;', 'FN:Dal Karl', 'TEL:+49 221 999888', 'EMAIL:karl@dal.example', 'BDAY:1961-04-02'),
].join('')

for (const people of [0, 40, 3000]) {
  for (const language of ['en', 'de'] as const) {
    test.describe(`tidying ${people} people in ${language}`, () => {
      test.use({
        start: async ({ home }, use) => use({ language, choose: [join(home.folder, 'locked.zip')] }),
        before: async ({ home }, use) => use(() => fill(home, people)),
      })

      test('every part', async ({ page, program, home }) => {
        const at = { page, address: program.address, language, of: String(people) }
        await walk(at, people > 0 ? parts(page, language, await prepare(page, home)) : bare(page))
      })
    })
  }
}

async function fill(home: Home, people: number): Promise<void> {
  if (people === 0) return
  await home.terminal('import', people === 40 ? sample : generated(home, people))
  await home.terminal('import', home.write('zweites-telefon.vcf', doubles), '--similar', 'add')
}

/** A phone export of so many invented people, some of whom are in it twice. */
function generated(home: Home, people: number): string {
  const args = ['run', './backend/bench/gen', '--n', String(people), '--seed', '1', '--photos', '0.2', '--doubles', String(people / 10)]
  return home.write(`${people}.vcf`, execFileSync('go', args, { cwd: repository, maxBuffer: 1 << 30 }).toString())
}

/** Something happens, so that the history, the bin and the backups have something to tell. Answers who was merged. */
async function prepare(page: Page, home: Home): Promise<number> {
  await call(page, 'Backups', 'Make')
  await home.terminal('export', '--whole', join(home.folder, 'locked.zip'), '--passphrase-file', home.write('words.txt', 'vier Worte'))
  await home.terminal('tag', 'add', 'Neu im Haus', '3')
  await home.terminal('event', 'add', 'Open Space Stammtisch', '--topic', 'Effectuation')
  await home.terminal('thread', 'add', '5', 'Effectuation: das Buch zurückgeben')
  await home.terminal('note', '5', 'Lange über Effectuation und den Umbau der Werkstatt geredet.', '--kind', 'coffee')
  await home.terminal('topic', 'add', 'Effectuation', '3', '7', '9', '11', '--kind', 'interest')
  await home.terminal('topic', 'add', 'Effectuation', '12', '--kind', 'question')
  await home.terminal('merge', 'Maximiliane-Charlotte', 'Maximiliane Hohenstein')
  await home.terminal('tag', 'add', 'Seither', 'Maximiliane-Charlotte')
  await call(page, 'People', 'Delete', [8, 9, 10])
  await call(page, 'Network', 'SetMe', 6)
  const [whole] = JSON.parse(await home.terminal('list', 'Maximiliane', '--json')) as { id: number }[]
  return whole?.id ?? 0
}

function bare(page: Page): Screens {
  return {
    duplicates: () => go(page, '#/tidy/duplicates'),
    history: () => go(page, '#/tidy/history'),
    bin: () => go(page, '#/tidy/bin'),
    backups: () => go(page, '#/tidy/backups'),
    export: () => page.keyboard.press('Control+e'),
    today: () => go(page, '#/today'),
    me: () => go(page, '#/me'),
    organisation: () => go(page, `#/organisations/${encodeURIComponent('Niemandsland & Söhne')}`),
    topic: () => go(page, `#/topics/${encodeURIComponent('شعر')}`),
  }
}

/** Whole is the id of somebody who was merged. */
function parts(page: Page, language: Language, whole: number): Screens {
  const button = (key: string) => page.getByRole('button', { name: say(language, key) }).first()
  const group = async (index: number) => {
    await go(page, '#/tidy/duplicates')
    await page.getByRole('list', { name: say(language, 'duplicates.groups') }).getByRole('link').nth(index).click()
    await page.getByRole('table').waitFor()
  }
  const merged = async () => {
    await go(page, `#/people/${whole}`)
    await page.getByRole('article').waitFor()
    await page.getByRole('button', { name: say(language, 'parts.split') }).scrollIntoViewIfNeeded()
  }
  return {
    ...bare(page),
    merge: () => group(0),
    'merge-other': () => group(2),
    'merge-sure': async () => {
      await go(page, '#/tidy/duplicates')
      await button('duplicates.bulk').click()
    },
    merged,
    split: async () => {
      await merged()
      await button('parts.split').click()
    },
    'bin-empty': async () => {
      await go(page, '#/tidy/bin')
      await button('bin.empty').click()
    },
    restore: async () => {
      await go(page, '#/tidy/backups')
      await page.getByRole('list', { name: say(language, 'backup.title') }).getByRole('button').first().click()
      await page.waitForTimeout(1500)
    },
    'restore-locked': async () => {
      await go(page, '#/tidy/backups')
      await button('backup.open').click()
      await page.getByRole('dialog').waitFor()
    },
    whole: async () => {
      await go(page, '#/tidy/backups')
      await button('backup.whole').click()
      await page.getByRole('dialog').getByRole('checkbox').check()
      const field = (key: string) => page.getByRole('dialog').getByLabel(say(language, key), { exact: true })
      await field('whole.passphrase').fill('vier Worte')
      await field('whole.again').fill('vier Wort')
    },
    'export-marked': async () => {
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Control+e')
    },
    marked: async () => {
      await page.keyboard.press('x')
      await page.keyboard.press('Shift+ArrowDown')
    },
    organisation: () => go(page, `#/organisations/${encodeURIComponent('Werkstatt Lindenhof')}`),
    'organisation-long': () => go(page, `#/organisations/${encodeURIComponent('Institut für angewandte Gelassenheit und Zusammenarbeit in der Metropolregion')}`),
    topic: async () => {
      await go(page, '#/topics/Effectuation')
      await page.keyboard.press('j')
      await page.keyboard.press('x')
    },
  }
}
