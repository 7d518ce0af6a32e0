import type { TimelinesApi } from '../people'
import type { EncounterForm, ThreadForm } from '../views'
import type { FakeBook } from './book'

const TODAY = '2026-11-22'

/** The encounters and threads of a fake book. */
export function fakeTimelines(book: FakeBook): TimelinesApi {
  const names = (ids: number[]) => ids.map((id) => book.person(id).name).join(', ')
  const others = (ids: number[], but: number) => ids.filter((id) => id !== but).map((id) => ({ id, name: book.person(id).name }))
  const next = (all: { id: number }[]) => Math.max(0, ...all.map(({ id }) => id)) + 1
  const found = <T extends { id: number }>(all: T[], id: number): T => {
    const one = all.find((item) => item.id === id)
    if (!one) throw new Error(`nothing has the number ${id}`)
    return one
  }
  return {
    kinds: async () => ['coffee', 'call', 'message', 'event', 'meeting'],
    async read(person) {
      return {
        encounters: book.encounters
          .filter(({ people }) => people.includes(person))
          .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id)
          .map((e) => ({ ...e, others: others(e.people, person) })),
        threads: book.threads
          .filter(({ people }) => people.includes(person))
          .sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || b.id - a.id)
          .map((thread) => ({ ...thread, others: others(thread.people, person) })),
      }
    },
    async meet(form) {
      const encounter: EncounterForm = { ...form, id: form.id || next(book.encounters), day: form.day || TODAY }
      return book.operate(form.id ? 'encounter-changed' : 'encounter', names(form.people), 1, (draft) => {
        draft.encounters = [...draft.encounters.filter(({ id }) => id !== encounter.id), encounter]
      })
    },
    async unmeet(id) {
      return book.operate('encounter-gone', names(found(book.encounters, id).people), 1, (draft) => {
        draft.encounters = draft.encounters.filter((one) => one.id !== id)
      })
    },
    async leave(form) {
      const thread: ThreadForm = { ...form, id: form.id || next(book.threads), state: form.state || 'open', opened: form.opened || TODAY }
      return book.operate(form.id ? 'thread-changed' : 'thread', form.text, 1, (draft) => {
        draft.threads = [...draft.threads.filter(({ id }) => id !== thread.id), thread]
      })
    },
    async settle(id, state) {
      const thread = found(book.threads, id)
      const kind = { done: 'thread-done', dropped: 'thread-dropped' }[state] ?? 'thread-reopened'
      return book.operate(kind, thread.text, 1, (draft) => {
        const settled = { ...thread, state, closed: state === 'open' ? '' : TODAY }
        draft.threads = [...draft.threads.filter((one) => one.id !== id), settled]
      })
    },
    async unthread(id) {
      return book.operate('thread-gone', found(book.threads, id).text, 1, (draft) => {
        draft.threads = draft.threads.filter((one) => one.id !== id)
      })
    },
  }
}
