import { describe, expect, test } from 'vitest'
import { lineOf } from './labels'

describe('the line below a name', () => {
  test.each([
    ['what somebody does and where', { name: 'Jana Roth', kind: 'individual', title: 'Chair', organisation: 'Workshop' }, 'Chair · Workshop'],
    ['that it is an organisation, without its name again', { name: 'Workshop', kind: 'org', title: '', organisation: 'Workshop' }, 'Organisation'],
    ['nothing where nothing is known', { name: 'Jana Roth', kind: 'individual', title: '', organisation: '' }, ''],
  ])('says %s', (_, person, line) => {
    expect(lineOf(person)).toBe(line)
  })
})
