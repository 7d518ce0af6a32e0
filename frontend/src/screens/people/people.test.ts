import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { Session } from '../../session/session.svelte'
import { PeopleController } from './people.svelte'

let api: FakeApi
let session: Session
let people: PeopleController

async function opened(count: number, address = '#/people'): Promise<void> {
  window.history.replaceState(null, '', address)
  api = fakeApi(count)
  session = new Session(api, await api.shell.start(), window)
  people = new PeopleController(session)
  await arrive()
}

// What the screen does when the address has changed.
async function arrive(): Promise<void> {
  if (people.take(session.router.route)) await people.restart()
}

const names = () => Array.from({ length: people.pages.total }, (_, place) => people.pages.at(place)?.name)

beforeEach(() => opened(40))

describe('the list', () => {
  test('shows everyone, with the heads of its letters', () => {
    expect(people.pages.total).toBe(40)
    expect(people.letters[0]).toEqual({ letter: 'A', offset: 0 })
  })

  test('is filtered by what the address says', async () => {
    await opened(40, '#/people?tag=Chor&without=Segeln')
    expect(people.query).toMatchObject({ anyTags: ['Chor'], allTags: [], noTags: ['Segeln'] })
    expect(people.narrowed).toBe(true)
  })

  test('asks for all of the tags where the address says so', async () => {
    await opened(40, '#/people?tag=Open+Space&tag=Coaching&every=1')
    expect(people.query.allTags).toEqual(['Open Space', 'Coaching'])
    expect(names()).toContain('Anna-Lena Bergström')
  })

  test('keeps what is typed in the address', async () => {
    await people.filter({ text: 'dörr' })
    expect(window.location.hash).toContain('text=d%C3%B6rr')
    await arrive()
    expect(names()).toEqual(['Karoline Dörr'])
  })

  test('opens who is found, also where the answer is still awaited', async () => {
    const filtered = people.filter({ text: 'dörr' }).then(arrive)
    await people.openFirst()
    await filtered
    expect(session.router.route.path[1]).toBe(String(people.pages.at(0)?.id))
    expect(names()).toEqual(['Karoline Dörr'])
  })

  test('shows everyone again when the filters are cleared', async () => {
    await opened(40, '#/people?tag=Chor&text=e')
    await people.clear()
    await arrive()
    expect(people.pages.total).toBe(40)
  })

  test('follows the book when that changes', async () => {
    await api.people.remove([2])
    await people.reload()
    expect(names()).not.toContain('Nadia Abbas')
  })
})

describe('the keyboard', () => {
  test('starts at the first person, and opens who it comes to', async () => {
    await people.move(1)
    expect(people.cursor).toBe(0)
    await people.move(1)
    await arrive()
    expect(people.open).toBe(people.pages.at(1)?.id)
  })

  test('stays within the list', async () => {
    await people.moveTo(999)
    expect(people.cursor).toBe(39)
    await people.move(-999)
    expect(people.cursor).toBe(0)
  })

  test('reaches the end of thousands', async () => {
    await opened(3000)
    await people.moveTo(2999)
    await arrive()
    expect(people.open).toBe(people.pages.at(2999)?.id)
  })

  test('stays where it is while a guard objects', async () => {
    await people.moveTo(3)
    await arrive()
    session.router.guard(async () => false)
    await people.move(1)
    expect(people.cursor).toBe(3)
  })

  test('is found again at the person whom the address opens', async () => {
    await opened(3000, '#/people/7')
    expect(await people.locate()).toBeGreaterThan(2000)
  })

  test('is nowhere when the filters leave the open person out', async () => {
    await opened(40, '#/people/7?tag=Chor')
    expect(await people.locate()).toBe(-1)
  })
})

describe('marking', () => {
  test('comes and goes', () => {
    people.toggle(0)
    people.toggle(1)
    people.toggle(0)
    expect([...people.marked]).toEqual([people.pages.at(1)?.id])
  })

  test('takes in everyone between two people, however far apart', async () => {
    await opened(3000)
    people.toggle(10)
    await people.markTo(510)
    expect(people.marked.size).toBe(501)
  })

  test('walks along with the keyboard', async () => {
    await people.moveTo(0)
    await people.markMove(1)
    await people.markMove(1)
    expect(people.marked.size).toBe(3)
  })

  test('takes in all that are found, and nobody the second time', async () => {
    await people.markAll()
    expect(people.marked.size).toBe(40)
    await people.markAll()
    expect(people.marked.size).toBe(0)
  })

  test('lasts through a search, so that one can gather people', async () => {
    people.toggle(0)
    await people.filter({ text: 'dörr' })
    await arrive()
    people.toggle(0)
    expect(people.marked.size).toBe(2)
    people.showOnlyMarked(true)
    expect(people.query.ids).toHaveLength(2)
  })

  test('forgets who is gone', async () => {
    people.toggle(0)
    people.toggle(1)
    await api.people.remove([...people.marked].slice(0, 1))
    await people.reload()
    expect(people.marked.size).toBe(1)
  })

  test('decides whom an export is about, else the filters do', () => {
    expect(people.chosen).toEqual(people.query)
    people.toggle(0)
    expect(people.chosen.ids).toHaveLength(1)
    expect(people.chosen.text).toBe('')
  })
})

describe('deleting', () => {
  test('goes on with the next person', async () => {
    await people.moveTo(3)
    await arrive()
    const next = people.pages.at(4)?.id
    await people.remove(people.subject)
    await arrive()
    expect(people.open).toBe(next)
  })

  test('leaves the keyboard with who is open, also after an undo', async () => {
    await people.openAt(2)
    await arrive()
    const here = people.pages.at(3)?.name
    await people.remove([people.pages.at(2)?.id ?? 0])
    await arrive()
    await people.reload()
    expect(people.pages.at(people.cursor)?.name).toBe(here)
    await session.undo()
    await people.reload()
    expect(people.pages.at(people.cursor)?.name).toBe(here)
  })

  test('can be undone', async () => {
    await people.markAll()
    await people.remove(people.subject)
    expect(session.people).toBe(0)
    await session.undo()
    expect(session.people).toBe(40)
  })
})
