import type { Page } from '@playwright/test'
import type { Home } from '../drivers/home'
import { drop, sample, test } from '../kaffeerunde'
import { say, type Language } from '../words'
import { call, go, narrow, walk, type Screens } from './walk'

const DAY = 86_400_000
const day = (from: number) => new Date(Date.now() + from * DAY).toISOString().slice(0, 10)

/** Guests who are in the sample, most of them in another spelling. */
const known = [
  'Jana Krüger, Werkstatt Lindenhof', 'Harriet Thistlewood', 'Minh Nguyen-Bartels', 'Aksoylu Cigdem, Brückenwerk Beratung', 'ليان الحداد', 'Noor Delacroix Winter',
  'Hartmut Müller', '林书雅', 'J. Krueger', 'Veit Rottenbücher – Prof. Dr., Hochschule am Deich',
]
const given = ['Anna', 'Uwe', 'Özlem', 'Jürgen', 'Wiebke', 'Maximiliane-Charlotte', 'Ali', 'محمد', 'Zoë', '小龙']
const family = [
  'Adler', 'von und zu Hohenstein-Waldburg-Zeilshofen', 'Yılmaz', 'Groß', 'Petersen', 'Schmidt', 'Öztürk', 'Nguyen', 'Brandt', 'Ibsen', 'Ó Briain', 'Kern', 'Lang', 'Meyer',
  'Neumann', 'Otte', 'Pohl', 'Quast', 'Roth', 'Sommer',
]
const where = ['Kranwerk', 'Institut für angewandte Gelassenheit und Zusammenarbeit in der Metropolregion', 'Hafenradio', '', 'شركة النور', 'Stadtbibliothek']

function guests(n: number): string[] {
  const others = Array.from({ length: Math.max(0, n) }, (_, i) => {
    const name = `${given[i % 10]} ${family[(i * 7 + Math.floor(i / 20)) % 20]}`
    return [name, where[i % where.length]].filter(Boolean).join(', ')
  })
  return [...known, ...others].slice(0, n)
}

/** A list as it comes out of a mail, with much to mend. */
const messy = [
  'Teilnehmerliste, Stand 3.11.', '', '1. Dr. Anna Müller – Geschäftsführerin, Kranwerk GmbH', '2. Timo Roth <timo.roth@hafenradio.example>', '• Özlem Yılmaz (geb. Şahin), +49 40 1234567',
  'ليان الحداد', '林书雅 – Papierkunst', 'Timo Roth <timo.roth@hafenradio.example>', 'Wir freuen uns auf einen schönen Abend mit euch allen und bringen Kuchen mit!', 'Seite 1 von 3',
  'Maximiliane-Charlotte von und zu Hohenstein-Waldburg-Zeilshofen, Institut für angewandte Gelassenheit und Zusammenarbeit in der Metropolregion',
].join('\n')

const columns = [
  'Name;Firma;Mail;Mobil;Bemerkung', 'Jana Krüger;Werkstatt Lindenhof;jana@lindenhof.example;+49 170 5550101;bringt die Moderationskoffer', 'Jürgen Groß;Hafenradio;;;',
  'يوسف منصوري;شركة النور;yusuf@example.org;;', '周明轩;;zhou@example.org;+86 10 5550 1234;', 'Zoë Ó Briain;Institut für angewandte Gelassenheit;;;kommt später',
].join('\n')

const invitation = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'SUMMARY:Winterfest der Genossenschaften', `DTSTART;TZID=Europe/Berlin:${day(20).replaceAll('-', '')}T183000`, 'LOCATION:Betahaus\\, Eifflerstraße 43',
  'URL:https://betahaus.example/winterfest', 'ATTENDEE;CN=Jana Krüger:mailto:jana@example.org', 'ATTENDEE;CN=Çiğdem Aksoylu:mailto:cigdem@example.org', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n')

for (const n of [0, 12, 200]) {
  for (const language of ['en', 'de'] as const) {
    test.describe(`${n} guests in ${language}`, () => {
      test.use({ start: { language }, before: async ({ home }, use) => use(() => fill(home, n)) })

      test('every step of an event', async ({ page, program, home }) => {
        await prepare(page, n)
        const file = home.write('winter.ics', invitation)
        const at = { page, address: program.address, language, of: String(n) }
        await walk(at, { ...lists(page, language, file), ...steps(page, language, n) })
        await walk(at, onSite(page, n), [narrow])
      })
    })
  }
}

async function fill(home: Home, n: number): Promise<void> {
  await home.terminal('import', sample)
  if (n === 0) return
  await home.terminal('event', 'add', 'Open Space Stammtisch', '--date', `${day(3)} 19:00`, '--place', 'Betahaus, Eifflerstraße 43', '--topic', 'Effectuation', '--topic', 'Moderation')
  await home.terminal('event', 'add', 'Vernetzungstreffen der Genossenschaften im Norden: Wie wir gemeinsam wirtschaften wollen', '--date', day(40), '--place', 'Hamburg')
  await home.terminal('event', 'add', 'Lesung', '--date', day(-30))
  await home.terminal('guests', 'import', '1', home.write('guests.txt', guests(n).join('\n')))
  await home.terminal('guests', 'import', '3', home.write('few.txt', guests(5).join('\n')))
  await home.terminal('met', 'Lesung', 'Jana Krüger', '--note', 'sucht einen Raum zum Proben')
  await home.terminal('thread', 'add', 'Jana Krüger', 'Sie wollte mir den Artikel über Rudermannschaften und ihre Absprachen schicken')
  await home.terminal('thread', 'add', 'Björn-Ole Weiß', 'Sein Buch über Seilerei liegt noch hier')
  await home.terminal('note', 'Harriet Thistlewood', 'Auf der Terrasse, lange über Genossenschaften.', '--kind', 'coffee', '--date', '2026-05-12')
  await home.terminal('topic', 'add', 'Effectuation', 'Hartmut Mueller', '--kind', 'question')
  await home.terminal('coffee', '1', 'Jana Krüger', 'Harriet Thistlewood', ...(n > 20 ? ['ليان الحداد', 'Cigdem Aksoylu', '林书雅'] : []))
}

/** What the window alone can write: who one is, how one introduces oneself, and how the evening goes. */
async function prepare(page: Page, n: number): Promise<void> {
  if (n === 0) return
  await call(page, 'Network', 'SetMe', 28)
  await call(page, 'Me', 'Introduce', {
    id: 0, occasion: 'Open Space', shortDe: 'Ich baue Räume, in denen Gruppen proben können.', shortEn: 'I build rooms in which groups can rehearse.', longEn: '',
    longDe: 'Ich baue Räume, in denen Gruppen proben können, bevor es ernst wird. Angefangen habe ich am Theater; heute kommen Werkstätten, Chöre und Genossenschaften. Mich beschäftigt, wann Menschen anfangen, einander zuzuhören.',
  })
  await call(page, 'Me', 'Introduce', { id: 0, occasion: 'Im Chor', shortDe: 'Ich singe Alt und koche den Kaffee.', longDe: '', shortEn: '', longEn: '' })
  const events = (await call(page, 'Events', 'List')) as { id: number; title: string }[]
  const event = events.find(({ title }) => title === 'Open Space Stammtisch')
  await call(page, 'Events', 'Save', {
    ...event, link: 'https://betahaus.example/open-space', note: 'Jana bringt die Moderationskoffer mit.', introduction: 'Ich baue Räume, in denen Gruppen proben können, bevor es ernst wird.',
    questions: ['Was hast du zuletzt verlernt?', 'Mit wem würdest du gern einmal arbeiten, und woran?', 'Wann hat dich zuletzt ein Gespräch umgestimmt?'],
  })
  const { guests } = (await call(page, 'Evenings', 'Read', 1)) as { guests: { id: number }[] }
  const ids = guests.map(({ id }) => id)
  await call(page, 'Evenings', 'See', [ids[0], ids[4], ids[10]], 'met')
  await call(page, 'Evenings', 'See', [ids[2], ids[3]], 'unseen')
  await call(page, 'Evenings', 'Note', { guest: ids[0], remark: 'Spielt jetzt Akkordeon, in einer Kapelle auf Veddel.', promise: 'Ihr die Noten schicken', topics: ['Shantys'] })
}

function lists(page: Page, language: Language, file: string): Screens {
  return {
    today: () => go(page, '#/today'),
    me: () => go(page, '#/me'),
    'me-write': async () => {
      await go(page, '#/me')
      await page.keyboard.press('Control+n')
    },
    events: () => go(page, '#/events'),
    'event-new': async () => {
      await go(page, '#/events')
      await page.keyboard.press('Control+n')
    },
    'event-invited': async () => {
      await drop(page, file)
      await page.getByRole('dialog').waitFor()
    },
  }
}

function steps(page: Page, language: Language, n: number): Screens {
  if (n === 0) return n0(page)
  const step = (name: string) => go(page, `#/events/1/${name}`)
  const paste = async (text: string) => {
    await step('guests')
    await page.keyboard.press('a')
    await page.getByRole('textbox', { name: say(language, 'guests.paste.more') }).fill(text)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('option').first().waitFor()
  }
  const sheet = async (layout: 'list' | 'cards' | 'pocket') => {
    await go(page, '#/sheet?event=1')
    await page.getByRole('radio', { name: say(language, `sheets.layout.${layout}`) }).check({ force: true })
    await page.locator('canvas').first().waitFor()
    await page.waitForTimeout(1500)
  }
  return {
    'event-edit': async () => {
      await step('coffees')
      await page.keyboard.press('F2')
    },
    guests: () => step('guests'),
    'guests-ask': async () => {
      await step('guests')
      await page.getByRole('radio', { name: say(language, 'guests.show.ask') }).click()
    },
    'guests-pick': async () => {
      await step('guests')
      await page.keyboard.press('l')
      await page.keyboard.type('jan')
    },
    'guests-more': async () => {
      await step('guests')
      await page.keyboard.press('a')
    },
    intake: () => paste(messy),
    'intake-left': async () => {
      await paste(messy)
      await page.getByRole('tab').last().click()
    },
    'intake-mend': async () => {
      await paste(messy)
      await page.keyboard.press('F2')
    },
    'intake-columns': () => paste(columns),
    coffees: () => step('coffees'),
    'coffees-search': async () => {
      await step('coffees')
      await page.keyboard.press('/')
      await page.keyboard.type('an')
    },
    site: () => step('site'),
    after: async () => {
      await step('after')
      await page.keyboard.press('Home')
    },
    'after-open': async () => {
      await step('after')
      await page.keyboard.press('End')
    },
    'sheet-list': () => sheet('list'),
    'sheet-cards': () => sheet('cards'),
    'sheet-pocket': () => sheet('pocket'),
  }
}

/** An event that nobody was invited to. */
function n0(page: Page): Screens {
  const step = (name: string) => async () => {
    await call(page, 'Events', 'List').then(async (events) => {
      if ((events as unknown[]).length === 0)
        await call(page, 'Events', 'Save', { id: 0, title: 'Open Space', when: '', place: '', link: '', topics: [], note: '', introduction: '', questions: [] })
    })
    await go(page, `#/events/1/${name}`)
  }
  return { paste: step('guests'), coffees: step('coffees'), site: step('site'), after: step('after'), events1: () => go(page, '#/events') }
}

function onSite(page: Page, n: number): Screens {
  const step = (name: string) => () => go(page, `#/events/1/${name}`)
  return {
    site: step('site'),
    'site-search': async () => {
      await step('site')()
      await page.keyboard.press('/')
      await page.keyboard.type(n > 0 ? 'an' : 'x')
    },
    ...Object.fromEntries(['guests', 'coffees', 'after'].map((name) => [name, step(name)])),
    events: () => go(page, '#/events'),
    'event-new': async () => {
      await go(page, '#/events')
      await page.keyboard.press('Control+n')
    },
    today: () => go(page, '#/today'),
    me: () => go(page, '#/me'),
    people: () => go(page, '#/people'),
    person: async () => {
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
    },
    network: () => go(page, '#/network/all'),
    questions: () => go(page, '#/network/questions/reach'),
    settings: () => go(page, '#/settings'),
    imports: () => go(page, '#/tidy'),
    duplicates: () => go(page, '#/tidy/duplicates'),
    history: () => go(page, '#/tidy/history'),
    backups: () => go(page, '#/tidy/backups'),
    import: () => go(page, '#/import'),
    topic: () => go(page, '#/topics/Effectuation'),
    keys: () => page.keyboard.press('?'),
    palette: () => page.keyboard.press('Control+k'),
    export: () => page.keyboard.press('Control+e'),
    sheet: async () => {
      await go(page, n > 0 ? '#/sheet?event=1' : '#/sheet')
      await page.waitForTimeout(1500)
    },
  }
}
