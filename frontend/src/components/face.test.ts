import { expect, test } from 'vitest'
import { hueOf, initialsOf } from './face'

test.each([
  ['Anna-Lena Bergström', 'AB'],
  ['Dr. Ingrid Spaßlund-Oberhäuser', 'IS'],
  ['Çiğdem Aksoy', 'ÇA'],
  ['Möller & Söhne', 'MS'],
  ['Cher', 'C'],
  ['陈军', '陈军'],
  ['陈 军', '陈军'],
  ['نور خوري', 'ن'],
  ['e\u0301va', 'É'.normalize('NFD')],
  ['👋', ''],
  ['', ''],
])('%s has the initials %s', (name, want) => expect(initialsOf(name)).toBe(want))

test('a name has the same hue however its umlauts are written', () => {
  expect(hueOf('Jürgen')).toBe(hueOf('Ju\u0308rgen'))
})

test('every hue is one of the eight', () => {
  for (const name of ['', 'A', 'Anna', '陈军', 'نور خوري']) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(hueOf(name))
})
