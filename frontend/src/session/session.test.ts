import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../api/fake/fake'
import { Failure } from '../api/failure'
import { language } from '../i18n/i18n.svelte'
import { Job } from './job.svelte'
import { Session } from './session.svelte'

let api: FakeApi
let session: Session

beforeEach(async () => {
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  await session.refresh()
})

const notice = () => session.notices.items.at(-1)

describe('a change', () => {
  test('offers its undo, and an undo its redo', async () => {
    await session.change(() => api.people.remove([1]))
    expect(session.people).toBe(11)
    notice()?.action?.run()
    await expect.poll(() => session.people).toBe(12)
    notice()?.action?.run()
    await expect.poll(() => session.people).toBe(11)
  })

  test('is said in the language that is spoken when it is read', async () => {
    await session.change(() => api.people.remove([1]))
    await session.save({ ...session.settings, language: 'en' })
    expect(notice()?.action?.label).toBe('Undo')
    await session.save({ ...session.settings, language: 'de' })
    expect(notice()?.action?.label).toBe('Rückgängig')
  })

  test('that is on its way is done before an undo, which is then about it', async () => {
    const order: string[] = []
    let arrive = () => {}
    api.history.undo = async () => {
      order.push('undo')
      return []
    }
    const changing = session.change(async () => {
      await new Promise<void>((resolve) => (arrive = resolve))
      order.push('change')
      return { operation: 0, kind: 'tag', name: 'Chor', count: 0 }
    })
    const undoing = session.undo()
    await Promise.resolve()
    arrive()
    await Promise.all([changing, undoing])
    expect(order).toEqual(['change', 'undo'])
  })

  test('tells everything on screen to read again', async () => {
    const { revision } = session
    await session.change(() => api.people.remove([1]))
    expect(session.revision).toBeGreaterThan(revision)
  })

  test('that changed nothing says nothing', async () => {
    await session.change(async () => ({ operation: 0, kind: 'tag', name: 'Chor', count: 0 }))
    expect(session.notices.items).toEqual([])
  })

  test('that does not work says so and answers nothing', async () => {
    const done = await session.change(() => Promise.reject(new Failure('link')))
    expect(done).toBeUndefined()
    expect(notice()).toMatchObject({ tone: 'fault' })
    expect(notice()?.text).not.toBe('link')
  })
})

test('what the person cancelled is no fault', () => {
  session.fail(new Failure('cancelled'))
  expect(session.notices.items).toEqual([])
})

test('what nobody foresaw is reported without the words of its message', () => {
  session.fail(new TypeError('Anna Bergström is not a function'))
  expect(api.log[0]).toMatch(/^report TypeError/)
  expect(api.log[0]).not.toContain('Anna')
})

test('the language changes at once, and the system’s is followed when none is chosen', async () => {
  await session.save({ ...session.settings, language: 'en' })
  expect(language()).toBe('en')
  await session.save({ ...session.settings, language: 'de' })
  expect(language()).toBe('de')
})

test('another order reads the list again', async () => {
  const { revision } = session
  await session.save({ ...session.settings, sortBy: 'given' })
  expect(session.revision).toBe(revision + 1)
})

test('the sample is here after it came, and gone after its undo', async () => {
  await session.addSample()
  expect(session.sampleHere).toBe(true)
  await session.undo()
  expect(session.sampleHere).toBe(false)
})

describe('a job', () => {
  test('shows only what is newer', async () => {
    const job = new Job(api)
    await job.run((name) => api.imports.preview(name, ['a.vcf']))
    expect(job.progress?.done).toBe(3_100_000)
    expect(job.running).toBe(false)
  })

  test('ends when it is cancelled', async () => {
    const job = new Job(api)
    const done = job.run((name) => api.imports.preview(name, ['a.vcf']))
    await job.cancel()
    await expect(done).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('a window that is to close', () => {
  test('closes where nothing is being written', async () => {
    await session.leave()
    expect(api.log).toEqual(['leave'])
  })

  test('stays while the person is asked, and after they objected', async () => {
    session.router.guard(async () => false)
    await session.leave()
    expect(api.log).toEqual(['stay'])
  })
})
