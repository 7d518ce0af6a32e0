import type { QuestionsApi } from '../network'
import { Failure } from '../failure'
import { EVERYONE, type Answer } from '../views'
import { type FakeBook, rowOf } from './book'
import { fakeNetwork } from './network'

/** The questions to the network of a fake book. */
export function fakeQuestions(book: FakeBook): QuestionsApi {
  const { connections } = fakeNetwork(book, () => {})
  const row = (id: number) => rowOf(book.person(id))
  const answer = (id: number): Answer => ({ person: row(id), ties: [], facts: [] })
  const tied = async (id: number, from: number[]): Promise<Answer> => ({
    ...answer(id),
    ties: (await Promise.all(from.map(async (one) => ({ one, of: await connections(one) })))).flatMap(({ one, of }) =>
      of.filter(({ person }) => person === id).map((is) => ({ from: one, fromName: book.person(one).name, side: 0, is })),
    ),
  })
  const friends = async (id: number) => (await connections(id)).map(({ person }) => person)
  return {
    async reach(from, to) {
      let ways = [[from]]
      for (let step = 0; step < 3; step++) {
        const longer = await Promise.all(ways.map(async (way) => (await friends(way.at(-1) ?? 0)).map((next) => [...way, next])))
        ways = longer.flat().filter((way) => new Set(way).size === way.length)
        const found = ways.filter((way) => way.at(-1) === to)
        if (found.length === 0) continue
        return Promise.all(
          found.slice(0, 3).map(async (way) => ({
            people: way.map(row),
            steps: (await Promise.all(way.slice(1).map(async (id, i) => (await connections(way[i] ?? 0)).filter(({ person }) => person === id)))).flat(),
          })),
        )
      }
      return []
    },
    async message({ route, about }) {
      const person = book.person(route[1] ?? 0)
      if (!about.trim()) throw new Failure('invalid-message-about')
      return { to: person.id, name: person.name, mail: person.emails[0]?.value ?? '', subject: about, text: `This is about ${about}.` }
    },
    async shared(one, other) {
      const theirs = await friends(other)
      return Promise.all((await friends(one)).filter((id) => theirs.includes(id)).map((id) => tied(id, [one, other])))
    },
    circles: async () => [
      { name: 'Chor', around: '', people: [1, 2] },
      { name: '', around: book.person(3).name, people: [3, 4] },
    ],
    links: async (one, other) => Promise.all([tied(5, [...one, ...other])]),
    known: async (_kind, word) =>
      book.find({ ...EVERYONE, organisation: word }).map((p) => ({
        ...answer(p.id),
        facts: [{ kind: 'organisation', value: p.organisation, detail: p.title, label: '', types: [], level: '' }],
      })),
    words: async (_kind, typed) =>
      [...new Set(book.people.map((p) => p.organisation))].filter((name) => name.startsWith(typed)).map((name) => ({ name, count: 1 })),
    among: async (query) => {
      const ids = book.find(query).map(({ id }) => id)
      return Promise.all(ids.map((id) => tied(id, ids)))
    },
    alone: async () => book.people.filter((p) => p.tags.length === 0).map(({ id }) => answer(id)),
  }
}
