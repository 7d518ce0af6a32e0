import type { ImportsApi } from '../imports'
import { Failure } from '../failure'
import {
  Choice,
  type ColumnForm,
  Decision,
  type Difference,
  type ImportPlan,
  type ImportPreview,
  type ImportRow,
  Pile,
  type Progress,
  type Receipt,
  type Table,
  TableKnowledge,
} from '../views'
import { type FakeBook, rowOf } from './book'
import { invent } from './invented'

/** The imports of a fake book: every file turns out to hold the same invented phone. */
export function fakeImports(book: FakeBook, tell: (progress: Progress) => void, cancelled: Set<string>): ImportsApi {
  const receipts: Receipt[] = []
  const tables = new Map<string, ColumnForm[]>()
  const previews = new Map<string, { view: ImportPreview; rows: Record<Pile, ImportRow[]> }>()

  const open = (id: string) => {
    const preview = previews.get(id)
    if (!preview) throw new Failure('preview-gone')
    return preview
  }
  const decided = (preview: string, meant: (row: ImportRow) => boolean, decision: Decision) => {
    const { rows } = open(preview)
    for (const pile of PILES) rows[pile] = rows[pile].map((row) => (meant(row) ? { ...row, decision } : row))
    return planOf(rows)
  }
  const work = async (job: string) => {
    for (let done = 1; done <= 10; done++) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      if (cancelled.delete(job)) throw new Failure('cancelled')
      tell({ job, seq: done, done: done * 310_000, total: 3_100_000, count: done * 160 })
    }
  }
  return {
    async preview(job, paths) {
      await work(job)
      const rows = pilesOf(book)
      const id = `preview-${previews.size + 1}`
      const view = previewOf(id, paths, rows)
      previews.set(id, { view, rows })
      return view
    },
    table: async (path) => tableOf(path, tables.get(path)),
    async mapTable(path, columns) {
      if (columns.length > 0) tables.set(path, columns)
      else tables.delete(path)
      return tableOf(path, tables.get(path))
    },
    async rows(preview, pile, offset, limit) {
      const rows = open(preview).rows[pile]
      return { total: rows.length, offset, items: rows.slice(offset, offset + limit) }
    },
    async decide(preview, pile, decision) {
      const { rows } = open(preview)
      rows[pile] = rows[pile].map((row) => ({ ...row, decision }))
      return planOf(rows)
    },
    decideRow: async (preview, index, decision) => decided(preview, (row) => row.index === index, decision),
    async differences(preview, index) {
      const row = allRows(open(preview).rows).find((row) => row.index === index)
      return row?.match ? differencesOf(row) : []
    },
    async choose(preview, index) {
      return decided(preview, (row) => row.index === index, Decision.Merge)
    },
    async chooseRow(preview, index, choice) {
      return decided(preview, (row) => row.index === index, becoming(choice))
    },
    async choosePile(preview, pile, choice) {
      const differs = (row: ImportRow) => row.match !== undefined && (pile === Pile.Similar || row.changed)
      const { rows } = open(preview)
      rows[pile] = rows[pile].map((row) => (differs(row) ? { ...row, decision: becoming(choice) } : row))
      return planOf(rows)
    },
    async run(job, preview) {
      const { view, rows } = open(preview)
      await work(job)
      const plan = planOf(rows)
      const first = book.nextId()
      const people = invent(plan.add).map((p, i) => ({ ...p, id: first + i }))
      const change = book.operate('import', view.files[0]?.name ?? '', plan.add, (draft) => draft.people.push(...people))
      const receipt = receiptOf(view, plan, change.operation)
      receipts.unshift(receipt)
      return receipt
    },
    close: async (preview) => void previews.delete(preview),
    receipts: async () => receipts,
    async receipt(operation) {
      const receipt = receipts.find((r) => r.operation === operation)
      if (!receipt) throw new Failure('import.gone')
      return receipt
    },
    repairs: async (_operation, offset) => ({ total: REPAIRS.length, offset, items: REPAIRS.slice(offset) }),
    unreadable: async (_operation, offset) => ({ total: UNREADABLE.length, offset, items: UNREADABLE.slice(offset) }),
    async undecided(_operation, offset, limit) {
      const rows = pilesOf(book)[Pile.Similar]
      return { total: rows.length, offset, items: rows.slice(offset, offset + limit) }
    },
    decideUndecided: async (_operation, indexes) => book.operate('later', '', indexes.length, () => {}),
    async laterDifferences(_operation, index) {
      const row = pilesOf(book)[Pile.Similar].find((row) => row.index === index)
      return row?.match ? differencesOf(row) : []
    },
    mergeLater: async () => book.operate('later', '', 1, () => {}),
    savePreviewUnreadable: async () => SAVED,
    saveUnreadable: async () => SAVED,
    async addSample() {
      const people = invent(40)
      const change = book.operate('sample', '', people.length, (draft) => {
        draft.people = [...draft.people, ...people]
      })
      const rows = { [Pile.New]: [], [Pile.Same]: [], [Pile.Similar]: [], [Pile.Unreadable]: [] }
      return { ...receiptOf(previewOf('', ['sample.vcf'], rows), planOf(rows), change.operation), added: 40, sample: true }
    },
    removeSample: async () => book.operate('sample-removed', '', 40, (draft) => draft.people.splice(0, 40)),
  }
}

const PILES = [Pile.New, Pile.Same, Pile.Similar, Pile.Unreadable]

const REPAIRS = [
  { file: 'handy-2026-11.vcf', card: 3, line: 41, reason: 'charset', text: 'FN:J\ufffdrgen', made: 'FN:Jürgen' },
  { file: 'handy-2026-11.vcf', card: 9, line: 118, reason: 'fn.missing', text: '', made: 'FN:Möller & Söhne' },
]
const UNREADABLE = [{ file: 'handy-2026-11.vcf', card: 12, line: 163, reason: 'noColon', text: 'TEL;CELL 0170', made: '' }]

const SAVED = { path: '/home/du/zeilen.txt', count: UNREADABLE.length, pages: 0, missing: [] }

function pilesOf(book: FakeBook): Record<Pile, ImportRow[]> {
  const people = invent(400)
  let index = 0
  const row = (i: number, decision: Decision): ImportRow => {
    const p = people[i % people.length]
    return {
      index: index++,
      file: 'handy-2026-11.vcf',
      card: index,
      line: index * 12,
      name: p?.name ?? '',
      detail: p?.phones[0]?.value ?? '',
      organisation: false,
      changed: false,
      match: undefined,
      reasons: [],
      decision,
    }
  }
  const matched = (i: number, decision: Decision): ImportRow => {
    const p = book.people[i % Math.max(book.people.length, 1)]
    return { ...row(i, decision), match: p && rowOf(p), reasons: [{ code: 'phone', args: [] }], changed: i % 3 === 0 }
  }
  const several = (count: number, make: (i: number) => ImportRow) => Array.from({ length: count }, (_, i) => make(i))
  return {
    [Pile.New]: several(300, (i) => row(i, Decision.Add)),
    [Pile.Same]: several(book.people.length ? 60 : 0, (i) => matched(i, Decision.Skip)).sort((a, b) => Number(b.changed) - Number(a.changed)),
    [Pile.Similar]: several(book.people.length ? 12 : 0, (i) => matched(i + 7, Decision.Later)),
    [Pile.Unreadable]: several(1, (i) => ({ ...row(i, Decision.Skip), detail: 'TEL;CELL 0170', reasons: [{ code: 'noColon', args: [] }] })),
  }
}

function previewOf(id: string, paths: string[], rows: Record<Pile, ImportRow[]>): ImportPreview {
  const cards = rows.new.length + rows.same.length + rows.similar.length
  return {
    id,
    files: paths.map((path) => ({
      name: path.split('/').pop() ?? path,
      path,
      bytes: 3_100_000,
      cards,
      encoding: 'UTF-8',
      guessed: false,
      versions: ['2.1'],
      producer: 'Android',
      repairs: REPAIRS.length,
      problem: undefined,
      table: TableKnowledge.None,
      layout: '',
      keptColumns: [],
      groups: [],
    })),
    cards,
    new: rows.new.length,
    same: rows.same.length,
    changed: rows.same.filter((row) => row.changed).length,
    similar: rows.similar.length,
    unreadable: rows.unreadable.length,
    lines: { total: 21_448, shown: 20_908, kept: 539, unreadable: 1 },
    repairs: REPAIRS.length,
    plan: planOf(rows),
  }
}

function becoming(choice: Choice): Decision {
  return choice === Choice.Mine ? Decision.Skip : Decision.Merge
}

function differencesOf(row: ImportRow): Difference[] {
  const value = (text: string) => ({ value: text, types: ['cell'], label: '', year: 0, month: 0, day: 0, photo: '', closed: false })
  return [
    { index: 0, field: 'name', property: '', mine: [value(row.match?.name ?? '')], theirs: [value(row.name)], choices: SIDES, choice: Choice.Mine },
    { index: 1, field: 'phone', property: '', mine: [], theirs: [value(row.detail)], choices: SIDES, choice: Choice.Theirs },
  ]
}

const SIDES = [Choice.Mine, Choice.Theirs, Choice.Both]

function allRows(rows: Record<Pile, ImportRow[]>): ImportRow[] {
  return PILES.flatMap((pile) => rows[pile])
}

function tableOf(path: string, remembered: ColumnForm[] | undefined): Table {
  const guess = [{ field: 'name', type: '' }, { field: 'phone', type: 'cell' }]
  const columns = (remembered ?? guess).map((form, i) => ({ header: ['Name', 'Telefon'][i] ?? '', ...form }))
  return {
    name: path.split('/').pop() ?? path,
    path,
    known: remembered ? TableKnowledge.Remembered : TableKnowledge.Guessed,
    layout: '',
    headed: true,
    encoding: 'UTF-8',
    columns,
    samples: [['Ada Beispiel', '0171 3920001'], ['Ben Beispiel', '']],
    fields: [
      { field: 'name', types: [] },
      { field: 'phone', types: ['', 'cell', 'work'] },
      { field: 'mail', types: ['', 'work'] },
      { field: 'skip', types: [] },
    ],
  }
}

function planOf(rows: Record<Pile, ImportRow[]>): ImportPlan {
  const all = allRows(rows).filter((row) => !rows.unreadable.includes(row))
  const count = (decision: Decision) => all.filter((row) => row.decision === decision).length
  return { add: count(Decision.Add), merge: count(Decision.Merge), skip: count(Decision.Skip), later: count(Decision.Later) }
}

function receiptOf(view: ImportPreview, plan: ImportPlan, operation: number): Receipt {
  return {
    operation,
    at: new Date().toISOString(),
    files: view.files,
    cards: view.cards,
    added: plan.add,
    merged: plan.merge,
    skipped: plan.skip,
    later: plan.later,
    undecided: plan.later,
    unreadable: view.unreadable,
    lines: view.lines,
    repairs: view.repairs,
    undone: false,
    sample: false,
    standsOn: 0,
  }
}
