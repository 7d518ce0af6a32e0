import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { Session } from '../../session/session.svelte'
import { TagChoices, TopicChoices } from './choices.svelte'
import { ChoosingController } from './choosing.svelte'
import { TagsController } from './tags.svelte'

let api: FakeApi
let session: Session

beforeEach(async () => {
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  await session.refresh()
})

const among = (...ids: number[]) => new ChoosingController(session, ids, new TagChoices(session))
const tag = (name: string) => session.tags.find((one) => one.name === name)

describe('putting tags on', () => {
  test('shows who of the people wears what already', async () => {
    const tagging = among(1, 2, 3)
    await tagging.count()
    const states = Object.fromEntries(tagging.choices.map((choice) => [choice.text, tagging.shareOf(choice)]))
    expect(states).toMatchObject({ Coaching: 'some', Chor: 'some', Kaffee: 'none' })
  })

  test('puts a tag on those who miss it', async () => {
    const tagging = among(1, 2, 3)
    await tagging.count()
    const coaching = tagging.choices.find((choice) => choice.text === 'Coaching')
    if (coaching) await tagging.choose(coaching)
    expect(tag('Coaching')?.count).toBe(3)
  })

  test('takes it off where all wear it', async () => {
    const tagging = among(1, 2)
    await tagging.count()
    const coaching = tagging.choices.find((choice) => choice.text === 'Coaching')
    expect(coaching && tagging.shareOf(coaching)).toBe('all')
    if (coaching) await tagging.choose(coaching)
    expect(tag('Coaching')?.count).toBe(0)
  })

  test('offers what is typed as a new tag, unless there is one of that name', () => {
    const tagging = among(1)
    tagging.typed = 'Radio'
    expect(tagging.choices.at(-1)).toMatchObject({ text: 'Radio', fresh: true })
    tagging.typed = 'chor'
    expect(tagging.choices.map((choice) => choice.fresh)).not.toContain(true)
  })

  test('can be undone', async () => {
    const tagging = among(1, 2, 3)
    await tagging.choose({ text: 'Radio', colour: '', have: 0, fresh: true })
    expect(tag('Radio')?.count).toBe(3)
    await session.undo()
    expect(tag('Radio')).toBeUndefined()
  })
})

describe('giving topics', () => {
  test('counts who has one in the kind that is chosen, and takes it where all have it', async () => {
    await api.topics.put('Imkerei', 'offer', [1, 2])
    const topics = new TopicChoices(session)
    const giving = new ChoosingController(session, [1, 2], topics)
    await giving.count()
    const share = () => giving.choices.map((choice) => giving.shareOf(choice))
    expect(share()).toEqual(['none'])
    topics.kind = 'offer'
    expect(share()).toEqual(['all'])
    const [bees] = giving.choices
    if (bees) await giving.choose(bees)
    expect((await api.people.read(1)).topics).toEqual([])
  })

  test('knows a topic in another spelling', async () => {
    await api.topics.put('Café', 'interest', [1])
    const giving = new ChoosingController(session, [1], new TopicChoices(session))
    await giving.count()
    giving.typed = 'cafe'
    expect(giving.choices.map(({ fresh }) => fresh)).not.toContain(true)
  })
})

describe('the tags themselves', () => {
  test('are created, and the book gives them a colour', async () => {
    const tags = new TagsController(session)
    tags.typed = 'Radio'
    await tags.create()
    expect(tag('Radio')?.colour).toMatch(/^hue-/)
    expect(tags.typed).toBe('')
  })

  test('are renamed', async () => {
    const tags = new TagsController(session)
    const chor = tag('Chor')
    if (chor) tags.rename(chor)
    tags.name = 'Singen'
    await tags.finishRename()
    expect(tag('Singen')?.count).toBe(2)
    expect(tag('Chor')).toBeUndefined()
  })

  test('become one when a name is taken already, and that is said before', async () => {
    const tags = new TagsController(session)
    const chor = tag('Chor')
    if (chor) tags.rename(chor)
    tags.name = 'segeln'
    expect(tags.onto?.name).toBe('Segeln')
    await tags.finishRename()
    expect(tag('Segeln')?.count).toBe(3)
  })

  test('are deleted, and come back with an undo', async () => {
    const tags = new TagsController(session)
    const chor = tag('Chor')
    if (chor) await tags.remove(chor)
    expect(tag('Chor')).toBeUndefined()
    await session.undo()
    expect(tag('Chor')?.count).toBe(2)
  })
})
