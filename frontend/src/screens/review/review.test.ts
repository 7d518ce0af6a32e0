import { beforeEach, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import { speak } from '../../i18n/i18n.svelte'
import { Session } from '../../session/session.svelte'
import { ReviewController } from './review.svelte'

let api: FakeApi
let session: Session

beforeEach(async () => {
  api = fakeApi(4)
  session = new Session(api, await api.shell.start(), window)
  speak('en')
})

test('it goes from one to the next and back, and ends well', async () => {
  const review = new ReviewController(session)
  await review.begin()
  const first = review.person?.id
  expect([review.state, review.canGoBack]).toEqual(['showing', false])
  await review.next()
  expect(review.person?.id).not.toBe(first)
  await review.back()
  expect(review.person?.id).toBe(first)
  for (let i = 0; i < 4; i++) await review.next()
  expect(review.state).toBe('done')
})

test('it goes on later where it was left', async () => {
  const review = new ReviewController(session)
  await review.begin()
  const first = review.person?.id
  await review.next()
  const second = review.person?.id
  review.enough()
  expect(review.state).toBe('enough')
  const later = new ReviewController(session)
  await later.begin()
  expect(later.person?.id).toBe(second)
  expect(later.person?.id).not.toBe(first)
})

test('how one knows somebody is a note where nobody in the book is oneself, and undone like all else', async () => {
  const review = new ReviewController(session)
  await review.begin()
  const before = review.person?.notes ?? []
  await review.write('from the choir')
  await review.reload()
  expect(review.person?.notes).toEqual([...before, 'from the choir'])
  await session.undo()
  await review.reload()
  expect(review.person?.notes).toEqual(before)
})

test('it is what stands on the connection with oneself, and keeps what that says else', async () => {
  await api.network.setMe(1)
  const review = new ReviewController(session)
  await review.begin()
  const id = review.person?.id ?? 0
  expect(id).not.toBe(1)
  await api.network.connect([id, 1], { kind: 'friend', word: '', since: '2019', how: '', note: '', closed: false })
  await review.reload()
  await review.write('from the choir')
  await review.reload()
  expect(review.how).toBe('from the choir')
  expect(review.connections).toMatchObject([{ person: 1, kind: 'friend', since: '2019', how: 'from the choir' }])
  expect(review.others).toEqual([])
})

test('nothing is written where nothing is said', async () => {
  const review = new ReviewController(session)
  await review.begin()
  await review.write('  ')
  expect((await api.history.list(0, 10)).total).toBe(0)
})

test('what both are into is said by topics', async () => {
  await api.network.setMe(1)
  const review = new ReviewController(session)
  await review.begin()
  const id = review.person?.id ?? 0
  await api.topics.put('Brot', 'offer', [1])
  await api.topics.put('Brot', 'question', [id])
  await api.topics.put('Wein', 'interest', [id])
  await review.reload()
  expect(review.person?.topics.map(({ name }) => name)).toEqual(['Brot', 'Wein'])
  expect(review.both).toEqual(['Brot'])
})
