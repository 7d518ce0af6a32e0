import { beforeEach, describe, expect, test } from 'vitest'
import { bytes, day, list, number, partialDate, speak, t, tOf } from './i18n.svelte'
import { sentences } from './catalogue'

describe('the catalogue', () => {
  const en = sentences('en')
  const de = sentences('de')

  test('says everything in both languages', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort())
  })

  test('fills the same braces in both languages', () => {
    const braces = (key: string, sentence = '') =>
      [...new Set(sentence.match(/\{\w+\}/g))].filter((brace) => !key.endsWith('.one') || brace !== '{n}').sort()
    for (const key of Object.keys(en)) expect([key, ...braces(key, de[key])]).toEqual([key, ...braces(key, en[key])])
  })

  test('has both forms of every sentence that counts', () => {
    const keys = Object.keys(en)
    for (const key of keys.filter((key) => key.endsWith('.one'))) expect(keys).toContain(key.replace(/one$/, 'other'))
  })

  test('presses nobody', () => {
    const pressure = /overdue|überfällig|streak|\bscores?\b|punktzahl|\brank(ed|ing|s)?\b|rangliste|neglect|vernachlässig/i
    for (const sentence of [...Object.values(en), ...Object.values(de)]) expect(sentence).not.toMatch(pressure)
  })
})

describe('a sentence', () => {
  beforeEach(() => speak('en'))

  test('counts in the language that is spoken', () => {
    expect(t('people.count', { n: 1 })).toBe('1 person')
    expect(t('people.count', { n: 2814 })).toBe('2,814 people')
    speak('de')
    expect(t('people.count', { n: 2814 })).toBe('2.814 Menschen')
  })

  test('is the code itself where the catalogue knows nothing of it', () => {
    expect(tOf('nowhere', 'strange')).toBe('strange')
  })

  test('keeps a name that looks like a brace', () => {
    expect(t('tags.do', { name: '{n}' })).toContain('{n}')
  })
})

describe('dates and numbers', () => {
  beforeEach(() => speak('de'))

  test.each([
    [{ year: 0, month: 2, day: 29 }, '29. Februar'],
    [{ year: 1970, month: 5, day: 12 }, '12. Mai 1970'],
    [{ year: 1970, month: 5, day: 0 }, 'Mai 1970'],
    [{ year: 1970, month: 0, day: 0 }, '1970'],
    [{ year: 0, month: 0, day: 0 }, ''],
  ])('a date of which %o is known', (parts, want) => expect(partialDate(parts)).toBe(want))

  test('what is no time stays blank', () => expect(day('')).toBe(''))
  test('sizes are rounded to what one can picture', () => expect(bytes(3_140_000)).toBe('3,1 MB'))
  test('numbers are grouped', () => expect(number(2814)).toBe('2.814'))
  test('lists end in a word', () => expect(list(['Chor', 'Radio'])).toBe('Chor und Radio'))
})
