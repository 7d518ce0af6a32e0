import { beforeEach, describe, expect, test } from 'vitest'
import { type ImportFile, type Receipt, TableKnowledge } from '../../api/views'
import { speak } from '../../i18n/i18n.svelte'
import { deedOf, factsOf, losesOf, namesOf } from './words'

beforeEach(() => speak('en'))

const FILE: ImportFile = {
  name: 'handy.vcf',
  path: '/home/du/handy.vcf',
  bytes: 3_100_000,
  cards: 1602,
  encoding: 'utf-8',
  guessed: false,
  versions: ['2.1'],
  producer: 'Android',
  repairs: 0,
  table: TableKnowledge.None,
  layout: '',
  keptColumns: [],
  groups: [],
}

describe('what was recognised of a file', () => {
  test.each<[Partial<ImportFile>, string]>([
    [{}, '1,602 cards · vCard 2.1 by Android · UTF-8 · 3.1 MB'],
    [{ producer: '' }, '1,602 cards · vCard 2.1 · UTF-8 · 3.1 MB'],
    [{ encoding: 'windows-1252', guessed: true }, '1,602 cards · vCard 2.1 by Android · Windows-1252 (guessed) · 3.1 MB'],
    [{ encoding: 'iso-8859-1', repairs: 2 }, '1,602 cards · vCard 2.1 by Android · ISO-8859-1 · 3.1 MB · 2 places mended'],
    [{ versions: ['3.0', '4.0'], producer: '' }, '1,602 cards · vCard 3.0 and 4.0 · UTF-8 · 3.1 MB'],
    [{ cards: 0, versions: [], encoding: '' }, '0 cards · 3.1 MB'],
    [
      { table: TableKnowledge.Recognised, layout: 'google', versions: [], producer: '' },
      '1,602 cards · Table of Google Contacts · UTF-8 · 3.1 MB',
    ],
    [
      { table: TableKnowledge.Guessed, versions: [], producer: '', keptColumns: ['Shoe size', 'Pet'] },
      '1,602 cards · Table · UTF-8 · 3.1 MB · 2 columns without a place of their own are kept: Shoe size and Pet',
    ],
    [{ problem: { code: 'file.binary', args: [] } }, '3.1 MB'],
  ])('with %o is "%s"', (change, want) => expect(factsOf({ ...FILE, ...change }).join(' · ')).toBe(want))
})

test('a few files are called by their names, many by their number', () => {
  const files = (...names: string[]) => names.map((name) => ({ ...FILE, name }))
  expect(namesOf(files('a.vcf', 'b.vcf'))).toBe('a.vcf and b.vcf')
  expect(namesOf(files('a.vcf', 'b.vcf', 'c.vcf'))).toBe('3 files')
})

test.each([
  [{ add: 1214, merge: 0, skip: 9, later: 0 }, 'Take in 1,214 people'],
  [{ add: 1, merge: 0, skip: 0, later: 4 }, 'Take in 1 person'],
  [{ add: 3, merge: 27, skip: 0, later: 0 }, 'Take in 3, merge 27'],
  [{ add: 0, merge: 1, skip: 0, later: 0 }, 'Merge in 1 card'],
  [{ add: 0, merge: 0, skip: 9, later: 2 }, 'Keep 2 cards for later'],
  [{ add: 0, merge: 0, skip: 9, later: 0 }, 'Nothing to take in'],
])('the button for %o says "%s"', (plan, want) => expect(deedOf(plan)).toBe(want))

test('an undo says what goes along', () => {
  const receipt = { added: 2, merged: 1, standsOn: 3 } as Receipt
  expect(losesOf(receipt)).toBe(
    '2 people who came in with it leave your book again. 1 card is separated again from what you had. ' +
      '3 later changes go along because they are about the same people. You can take this back as well.',
  )
})
