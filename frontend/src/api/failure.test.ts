import { expect, test } from 'vitest'
import { Failure, failureOf } from './failure'

test('a failure of the backend keeps its code and what fills the sentence', () => {
  const failure = failureOf(new Error('{"code":"file.folder","args":[{"name":"name","value":"Handy"}]}'))
  expect(failure.code).toBe('file.folder')
  expect(failure.args).toEqual({ name: 'Handy' })
})

test.each([new TypeError('x is undefined'), 'a string', new Error('{"code":1'), new Error('{}'), undefined])(
  'what is not from the backend (%s) is unexpected',
  (reason) => expect(failureOf(reason).code).toBe('unexpected'),
)

test('a failure stays itself', () => {
  const failure = new Failure('cancelled')
  expect(failureOf(failure)).toBe(failure)
  expect(failure.cancelled).toBe(true)
})
