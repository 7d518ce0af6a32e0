import type { TodayApi } from '../events'
import type { MeApi } from '../people'
import { rowOf, type FakeBook } from './book'

/** The owner of a fake book. */
export function fakeMe(book: FakeBook, me: () => Promise<number>): MeApi {
  return {
    read: async () => {
      const person = await me()
      return { person, code: person ? { size: 29, path: 'M4 4h7v1h-7z' } : { size: 0, path: '' }, introductions: book.introductions }
    },
    introduce: async (form) => {
      const id = form.id || Math.max(0, ...book.introductions.map((one) => one.id)) + 1
      return book.operate(form.id ? 'introduction-changed' : 'introduction', form.occasion, 1, (draft) => {
        draft.introductions = [...draft.introductions.filter((one) => one.id !== id), { ...form, id }]
      })
    },
    dropIntroduction: async (id) => {
      const occasion = book.introductions.find((one) => one.id === id)?.occasion ?? ''
      return book.operate('introduction-gone', occasion, 1, (draft) => {
        draft.introductions = draft.introductions.filter((one) => one.id !== id)
      })
    },
  }
}

/** A day in a fake book: no event, what is open, and the first three people. */
export function fakeToday(book: FakeBook): TodayApi {
  return {
    read: async () => ({
      event: { id: 0, title: '', when: '', place: '' },
      threads: book.threads
        .filter(({ state }) => state === 'open')
        .map((thread) => ({
          thread: { ...thread, others: thread.people.map((id) => ({ id, name: book.person(id).name })) },
          why: { code: '', args: [] },
        })),
      drawer: book.people.slice(0, 3).map(rowOf),
    }),
  }
}
