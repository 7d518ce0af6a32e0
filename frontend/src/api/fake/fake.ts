import type { Api } from '../api'
import type { Arranging, Progress, SheetFields } from '../views'
import { FakeBook } from './book'
import { fakeEvenings } from './evenings'
import { fakeBackups } from './backups'
import { fakeDuplicates } from './duplicates'
import { fakeEvents, fakeGuestLists } from './events'
import { fakeImports } from './imports'
import { invent } from './invented'
import { fakeNetwork } from './network'
import { fakePeople, fakeTags } from './people'
import { fakeMe, fakeToday } from './me'
import { fakeRecoveries } from './recoveries'
import { fakeTimelines } from './timelines'
import { fakeTopics } from './topics'
import { fakeQuestions } from './questions'

/** What a test can say to a fake backend, and see of it, beside what the window can. */
export interface FakeApi extends Api {
  book: FakeBook
  /** What was copied, opened and reported, in order. */
  log: string[]
  /** Lets files fall on the window. */
  drop(paths: string[]): void
}

/** Returns a backend in memory with so many invented people. Nothing it does leaves the page. */
export function fakeApi(count = 40, language = 'de', theme = ''): FakeApi {
  const book = new FakeBook(invent(count))
  const log: string[] = []
  const drops = new Set<(paths: string[]) => void>()
  const listeners = new Set<(progress: Progress) => void>()
  const watchers = new Set<(arranging: Arranging) => void>()
  const cancelled = new Set<string>()
  const seen = new Set<number>()
  const noted = (verb: string) => async (what: string) => void log.push(`${verb} ${what}`)

  const network = fakeNetwork(book, (arranging) => watchers.forEach((listen) => listen(arranging)))

  return {
    book,
    log,
    drop: (paths) => drops.forEach((listen) => listen(paths)),
    shell: {
      start: async () => ({
        settings: { language: '', theme, sortBy: 'family', nameOrder: 'given-first', region: 'DE', sheetIntroduction: '', binDays: 0, historyDays: 730 },
        language,
        mac: false,
        version: '0.1.0',
        book: '/home/du/.local/share/kaffeerunde/book.db',
        people: book.people.length,
        sampleHere: false,
        files: [],
        aside: '',
        problem: undefined,
      }),
      chooseFiles: async () => ['/home/du/handy-2026-11.vcf'],
      choosePhoto: async () => '/home/du/portrait.jpg',
      openLink: noted('link'),
      copy: noted('copy'),
      openFile: noted('open'),
      showFile: noted('show'),
      health: async () => ({ code: '', damaged: false, date: '', people: 0 }),
      leave: async () => void log.push('leave'),
      stay: async () => void log.push('stay'),
      report: noted('report'),
    },
    people: fakePeople(book),
    tags: fakeTags(book),
    imports: fakeImports(book, (progress) => listeners.forEach((listen) => listen(progress)), cancelled),
    duplicates: fakeDuplicates(book),
    network,
    timelines: fakeTimelines(book),
    occasions: fakeEvents(book),
    topics: fakeTopics(book),
    evenings: fakeEvenings(book),
    guestLists: fakeGuestLists(book),
    questions: fakeQuestions(book),
    reviews: {
      unseen: async (query) => {
        const ids = [...book.find({ ...query, untagged: true }), ...book.find(query)].map(({ id }) => id)
        return [...new Set(ids)].filter((id) => !seen.has(id))
      },
      seen: async (id) => void seen.add(id),
    },
    me: fakeMe(book, () => network.me()),
    today: fakeToday(book),
    exports: {
      losses: async (form) =>
        form.version === '2.1' ? [{ property: 'KIND', reason: 'version', count: 3, example: 'Möller & Söhne' }] : [],
      save: async (_job, form) => ({
        path: `/home/du/kaffeerunde.${form.format}`,
        count: book.find(form.query).length,
        pages: 0,
        missing: [],
      }),
    },
    sheets: {
      preview: async (form) => ({
        url: '/sheets/1.pdf',
        pages: Math.ceil(book.find(form.query).length / 12),
        people: book.find(form.query).length,
        missing: [],
      }),
      save: async () => ({ path: '/home/du/blatt.pdf', count: 12, pages: 1, missing: [] }),
      open: async () => ({ path: '/tmp/blatt.pdf', count: 12, pages: 1, missing: [] }),
      fields: async (): Promise<SheetFields> => ({
        photo: true, role: true, organisation: true, phone: true, email: true, tags: true, tick: true, line: true,
        address: false, birthday: false, note: false, qr: true,
      }),
      event: async (_id, language) => ({
        title: 'Open Space',
        date: language === 'de' ? 'Donnerstag, 3. Dezember 2026, 19:00 Uhr' : 'Thursday, 3 December 2026, 19:00',
        place: 'Betahaus',
        introduction: 'Ich baue Probenräume.',
        questions: ['Wer hat ein Haus gekauft?'],
      }),
      saveCards: async () => ({ path: '/home/du/Open Space.vcf', count: 2, pages: 0, missing: [] }),
    },
    history: {
      list: async (offset, limit) => book.history(offset, limit),
      read: async (operation) => book.detail(operation),
      undo: async (operation) => book.undo(operation),
      redo: async () => book.redo(),
    },
    preferences: { save: async (settings) => settings },
    backups: fakeBackups(),
    recoveries: fakeRecoveries(log),
    bin: { list: async () => [], restore: async () => book.operate('undelete', '', 0, () => {}), empty: async () => 0 },
    jobs: { cancel: async (job) => void cancelled.add(job) },
    events: {
      progress: (listen) => listening(listeners, listen),
      arranging: (listen) => listening(watchers, listen),
      files: () => () => {},
      drops: (listen) => listening(drops, listen),
      book: () => () => {},
      backupFailed: () => () => {},
      closing: () => () => {},
    },
  }
}

function listening<T>(all: Set<T>, one: T): () => void {
  all.add(one)
  return () => all.delete(one)
}

