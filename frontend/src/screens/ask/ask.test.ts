import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { AskController, askAddress } from './ask.svelte'
import { MessageController } from './message.svelte'
import { factSentence, tieSentence } from './words'

let api: FakeApi
let session: Session
const UNSAID = { word: '', since: '', how: '', note: '', closed: false }

beforeEach(async () => {
  window.history.replaceState(null, '', '#/people')
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  speak('en')
  await api.network.connect([1, 2], { ...UNSAID, kind: 'friend' })
  await api.network.connect([2, 3], { ...UNSAID, kind: 'colleague' })
})

async function asked(hash: string): Promise<AskController> {
  const ask = new AskController(session)
  await session.router.go(hash)
  ask.take(session.router.route)
  await ask.ask()
  return ask
}

describe('a question', () => {
  test('waits until everybody is chosen', async () => {
    const ask = await asked(askAddress('reach', { to: 3 }))
    expect([ask.complete, ask.routes]).toEqual([false, undefined])
  })

  test('begins with oneself where that is said', async () => {
    await api.network.setMe(1)
    const ask = await asked(askAddress('reach', { to: 3 }))
    expect(ask.routes?.map(({ people }) => people.map(({ id }) => id))).toEqual([[1, 2, 3]])
  })

  test('is turned round, and stands in the address', async () => {
    const ask = await asked(askAddress('reach', { from: 1, to: 3 }))
    await ask.swap()
    ask.take(session.router.route)
    expect([ask.end('from'), ask.end('to')]).toEqual([3, 1])
  })

  test('about one person twice is none', async () => {
    const ask = await asked(askAddress('shared', { person: 1, with: 1 }))
    expect([ask.same, ask.answers]).toEqual([true, undefined])
  })

  test('says whom two both know, and lets them be marked', async () => {
    const ask = await asked(askAddress('shared', { person: 1, with: 3 }))
    expect(ask.answers?.map(({ person }) => person.id)).toEqual([2])
    ask.marking.move(1)
    ask.marking.toggle(ask.marking.cursor)
    expect(ask.marking.subject).toEqual([2])
    expect(ask.marking.everyone.ids).toEqual([2])
  })

  test('about those who were marked in the list takes them along', async () => {
    session.chosen = { ...session.chosen, ids: [1, 2, 4] }
    const ask = await asked(askAddress('among'))
    expect(ask.answers?.map(({ ties }) => ties.length).reduce((a, b) => a + b)).toBe(2)
  })
})

describe('a message', () => {
  async function drafting(): Promise<MessageController> {
    const [route] = await api.questions.reach(1, 3)
    if (!route) throw new Error('no way')
    return new MessageController(session, route)
  }

  test('is not written before one has said what it is about', async () => {
    const message = await drafting()
    await message.write()
    expect([message.draft, message.text, message.mailto]).toEqual([undefined, '', ''])
  })

  test('goes to the first on the way, as it was changed', async () => {
    const message = await drafting()
    message.about = 'a flat in Kiel'
    await message.write()
    expect(message.draft?.to).toBe(2)
    message.text = 'Hi & hello\nthere'
    if (message.draft) message.draft = { ...message.draft, mail: 'nadia+1@example.org' }
    expect(message.mailto).toBe('mailto:nadia%2B1@example.org?subject=a%20flat%20in%20Kiel&body=Hi%20%26%20hello%0D%0Athere')
    await message.copy()
    expect(api.log).toContain('copy Hi & hello\nthere')
  })
})

describe('in words', () => {
  const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
  const emeka = { ...UNSAID, person: 2, name: 'Emeka', kind: 'colleague' }

  test('a step says how they know each other, since when and from where', () => {
    expect(plain(tieSentence('Jana', { ...emeka, since: '2019', how: 'at Hafenradio' }))).toBe('Jana works with Emeka, since 2019 – at Hafenradio')
    expect(plain(tieSentence('Jana', emeka, true))).toBe('You work with Emeka')
    expect(plain(tieSentence('Jana', { ...emeka, word: 'rowing crew' }))).toBe('Jana and Emeka: rowing crew')
  })

  test('every kind of connection has a sentence in both languages', () => {
    const kinds = 'knows colleague friend partner parent child sibling introduced-by introduced manager report client contractor assistant assists'
    for (const language of ['en', 'de'] as const) {
      speak(language)
      for (const kind of kinds.split(' ')) for (const mine of [true, false]) expect(tieSentence('Jana', { ...emeka, kind }, mine)).not.toContain('ask.')
    }
  })

  test('what a card says is told', () => {
    const fact = { kind: 'organisation', value: 'Hafenradio', detail: 'Editor', label: '', types: [], level: '' }
    expect(factSentence(fact)).toBe('Editor, Hafenradio')
    expect(factSentence({ ...fact, kind: 'place', value: 'Kiel', types: ['work'] })).toBe('Work: Kiel')
    expect(factSentence({ ...fact, kind: 'topic', value: 'kites', detail: 'interest' })).toBe('Is into kites')
  })
})
