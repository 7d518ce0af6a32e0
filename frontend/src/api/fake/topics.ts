import type { TopicsApi } from '../people'
import type { Having, Person, TopicCount } from '../views'
import { type FakeBook, rowOf } from './book'

const KINDS = { interest: 'into', offer: 'offers', question: 'asks' } as const

/** The topics and organisations of a fake book. Names are compared as they are. */
export function fakeTopics(book: FakeBook): TopicsApi {
  const having = (name: string, kind: string): Having[] =>
    book.people.flatMap((p) =>
      p.topics.filter((one) => one.name === name && one.kind === kind).map(({ level, since }) => ({ person: rowOf(p), level, since })),
    )
  const change = (kind: string, name: string, people: Person[], work: (p: Person) => Person['topics']) =>
    book.operate(kind, name, people.length, (draft) => {
      draft.people = draft.people.map((p) => (people.some(({ id }) => id === p.id) ? { ...p, topics: work(p) } : p))
    })
  const counted = (people: Person[]): TopicCount[] => {
    const counts = new Map<string, TopicCount>()
    for (const p of people) {
      for (const name of new Set(p.topics.map((one) => one.name))) {
        const count = counts.get(name) ?? { name, people: 0, into: 0, offers: 0, asks: 0 }
        count.people++
        for (const { kind } of p.topics.filter((one) => one.name === name)) count[KINDS[kind as keyof typeof KINDS]]++
        counts.set(name, count)
      }
    }
    return [...counts.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'))
  }
  return {
    list: async () => counted(book.people),
    of: async (ids) => counted(book.people.filter(({ id }) => ids.includes(id))),
    organisations: async (typed) =>
      [...new Set(book.people.map((p) => p.organisation))].filter((name) => name.toLowerCase().includes(typed.toLowerCase()) && name).slice(0, 20),
    read: async (name) => ({
      name, into: having(name, 'interest'), offers: having(name, 'offer'), asks: having(name, 'question'), events: [], encounters: [], threads: [],
    }),
    async organisation(name) {
      const position = (p: Person) => ({ index: 0, organisation: name, unit: p.unit, title: p.title, role: p.role, since: p.since, until: p.until })
      const now = book.people.filter((p) => name !== '' && p.organisation === name)
      const before = book.people.filter((p) => p.organisation !== name && p.further.some((one) => one.organisation === name))
      return {
        name, card: 0,
        now: now.map((p) => ({ person: rowOf(p), positions: [position(p)] })),
        before: before.map((p) => ({ person: rowOf(p), positions: p.further.filter((one) => one.organisation === name) })),
        topics: counted(now).filter(({ people }) => people > 1), ways: [], encounters: [], threads: [],
      }
    },
    async put(name, kind, ids) {
      const people = book.people.filter((p) => ids.includes(p.id) && !p.topics.some((one) => one.name === name && one.kind === kind))
      return change('topic', name, people, (p) => [...p.topics, { index: p.topics.length, name, kind, level: '', since: '' }])
    },
    async take(name, kind, ids) {
      const goes = (one: Person['topics'][number]) => one.name === name && (!kind || one.kind === kind)
      const people = book.people.filter((p) => ids.includes(p.id) && p.topics.some(goes))
      return change('topic-removed', name, people, (p) => p.topics.filter((one) => !goes(one)))
    },
    rename: async (name, to) =>
      change('topic-renamed', to, book.people.filter((p) => p.topics.some((one) => one.name === name)), (p) =>
        p.topics.map((one) => (one.name === name ? { ...one, name: to } : one)),
      ),
    remove: async (name) =>
      change('topic-deleted', name, book.people.filter((p) => p.topics.some((one) => one.name === name)), (p) =>
        p.topics.filter((one) => one.name !== name),
      ),
  }
}
