import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Failure } from '../../api/failure'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import type { EveningGuest, GuestNoteForm } from '../../api/views'
import { Session } from '../../session/session.svelte'
import { Notes } from './notes.svelte'

let api: FakeApi
let session: Session
let notes: Notes
let kept: GuestNoteForm[]
let told: string[]

const jana: EveningGuest = {
  id: 7, line: '', name: 'Jana Krüger', organisation: '', role: '', person: 0, photo: '', may: [], reasons: [], coffee: false, status: 'met', remark: '',
  promise: '', topics: ['Boote'], written: false,
}

beforeEach(async () => {
  vi.useFakeTimers()
  api = fakeApi(3)
  session = new Session(api, await api.shell.start(), window)
  kept = []
  told = []
  api.evenings.note = async (form) => {
    kept.push(form)
    return { operation: form.on || 40 + kept.length, kind: 'guest-noted', name: 'Jana Krüger', count: 1 }
  }
  notes = new Notes(session, (guest, note) => told.push(`${guest} ${note.remark}`))
})

afterEach(() => {
  vi.useRealTimers()
})

test('what is written is kept a moment after the last key, and goes on with the same operation', async () => {
  notes.write(jana, { remark: 'plays' })
  notes.write(jana, { remark: 'plays the' })
  expect(kept).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  notes.write(jana, { remark: 'plays the accordion' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept.map(({ remark, on }) => [remark, on])).toEqual([['plays the', 0], ['plays the accordion', 41]])
  expect(notes.of(jana).remark).toBe('plays the accordion')
  expect(session.notices.items).toEqual([])
})

test('whoever leaves the fields has the last word kept, and hears of it once', async () => {
  notes.write(jana, { remark: 'plays' })
  await vi.advanceTimersByTimeAsync(1000)
  notes.write(jana, { promise: 'send her the article', topics: 'Boote, Shanties' })
  await notes.settle()
  expect(kept.at(-1)).toEqual({ guest: 7, remark: 'plays', promise: 'send her the article', topics: ['Boote', 'Shanties'], on: 41 })
  expect(told).toEqual(['7 plays'])
  expect(session.notices.items).toHaveLength(1)
  await notes.settle()
  expect(kept).toHaveLength(2)
})

test('whatever else is done to the book waits for the last word', async () => {
  const order: string[] = []
  const { note } = api.evenings
  api.evenings.note = async (form) => {
    const change = await note(form)
    order.push(form.remark)
    return change
  }
  api.history.undo = async () => {
    order.push('undo')
    return []
  }
  const end = session.writing(() => notes.settle())
  notes.write(jana, { remark: 'plays' })
  await session.change(async () => {
    order.push('change')
    return { operation: 0, kind: 'tag', name: '', count: 0 }
  })
  notes.write(jana, { remark: 'plays the accordion' })
  await session.undo()
  expect(order).toEqual(['plays', 'change', 'plays the accordion', 'undo'])
  notes.write(jana, { remark: 'to the end' })
  end()
  await vi.runAllTimersAsync()
  expect(order.at(-1)).toBe('to the end')
})

test('what cannot be kept stays in the field, and is tried again', async () => {
  const { note } = api.evenings
  api.evenings.note = () => Promise.reject(new Failure('invalid-thread-too-long'))
  notes.write(jana, { promise: 'a long one' })
  expect(await notes.settle()).toBe(false)
  expect(notes.of(jana).promise).toBe('a long one')
  expect(told).toEqual([])
  api.evenings.note = note
  expect(await notes.settle()).toBe(true)
  expect(kept.at(-1)?.promise).toBe('a long one')
  expect(told).toEqual(['7 '])
})

test('what is given up is neither shown nor tried again', async () => {
  api.evenings.note = () => Promise.reject(new Failure('invalid-thread-too-long'))
  notes.write(jana, { promise: 'a long one' })
  await notes.settle()
  notes.drop()
  expect(notes.of(jana).promise).toBe('')
  expect(await notes.settle()).toBe(true)
})
