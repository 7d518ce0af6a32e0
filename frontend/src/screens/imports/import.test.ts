import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Failure } from '../../api/failure'
import { fakeApi } from '../../api/fake/fake'
import { Decision, Pile } from '../../api/views'
import { ImportController } from './import.svelte'

const PHONE = ['/home/du/handy.vcf']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets the fake backend finish what it is at. */
async function finished<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync()
  return work
}

async function standing(api = fakeApi()) {
  const controller = new ImportController(api)
  await finished(controller.read(PHONE))
  return { api, controller }
}

describe('reading', () => {
  test('ends with what is in the files, and begins where something is to decide', async () => {
    const { controller } = await standing()
    expect(controller.stage).toBe('preview')
    expect(controller.preview?.files.map((file) => file.name)).toEqual(['handy.vcf'])
    expect(controller.pile).toBe(Pile.Similar)
    expect(controller.rows.total).toBe(controller.preview?.similar)
  })

  test('begins with the new ones where nobody is similar', async () => {
    const { controller } = await standing(fakeApi(0))
    expect(controller.pile).toBe(Pile.New)
  })

  test('tells how far it is', async () => {
    const controller = new ImportController(fakeApi())
    const reading = controller.read(PHONE)
    await vi.advanceTimersByTimeAsync(130)
    expect(controller.stage).toBe('reading')
    expect(controller.job.share).toBeGreaterThan(0)
    expect(controller.job.progress?.count).toBeGreaterThan(0)
    await finished(reading)
  })

  test('that is cancelled leaves the screen as before', async () => {
    const controller = new ImportController(fakeApi())
    const reading = controller.read(PHONE)
    await vi.advanceTimersByTimeAsync(130)
    await controller.cancel()
    await finished(reading)
    expect(controller.stage).toBe('idle')
    expect(controller.failure?.cancelled).toBe(true)
  })

  test('says why it did not work, and can be tried again', async () => {
    const api = fakeApi()
    const preview = vi.spyOn(api.imports, 'preview').mockRejectedValueOnce(new Failure('file.gone', { name: 'handy.vcf' }))
    const controller = new ImportController(api)
    await finished(controller.read(PHONE))
    expect(controller.stage).toBe('failed')
    expect(controller.failure?.code).toBe('file.gone')
    await finished(controller.again())
    expect(preview).toHaveBeenLastCalledWith(expect.any(String), PHONE)
    expect(controller.stage).toBe('preview')
  })

  test('of other files puts the first ones away, even while they are being read', async () => {
    const api = fakeApi()
    const close = vi.spyOn(api.imports, 'close')
    const controller = new ImportController(api)
    const first = controller.read(PHONE)
    await vi.advanceTimersByTimeAsync(130)
    const second = controller.read(['/home/du/other.vcf'])
    await finished(Promise.all([first, second]))
    expect(controller.preview?.files.map((file) => file.name)).toEqual(['other.vcf'])
    await finished(controller.read(PHONE))
    expect(close).toHaveBeenCalledTimes(1)
  })

  test('does not begin when the person closes the file dialog', async () => {
    const api = fakeApi()
    api.shell.chooseFiles = async () => []
    const controller = new ImportController(api)
    await controller.choose()
    expect(controller.stage).toBe('idle')
  })
})

describe('deciding', () => {
  test('for one card changes that card and the plan', async () => {
    const { controller } = await standing()
    const row = controller.rows.at(3)
    const before = controller.plan
    await controller.decide(row?.index ?? -1, Decision.Merge)
    expect(controller.rows.at(3)?.decision).toBe(Decision.Merge)
    expect(controller.rows.at(2)?.decision).toBe(Decision.Later)
    expect(controller.plan).toEqual({ ...before, later: before.later - 1, merge: before.merge + 1 })
    expect(controller.common).toBeUndefined()
  })

  test('for a pile changes all of it', async () => {
    const { controller } = await standing()
    await controller.decideAll(Decision.Add)
    expect(controller.common).toBe(Decision.Add)
    expect(controller.plan.later).toBe(0)
  })

  test('quickly ends with the plan of the last decision', async () => {
    const { api, controller } = await standing()
    const plans = [{ add: 1, merge: 0, skip: 0, later: 0 }, { add: 2, merge: 0, skip: 0, later: 0 }]
    let slow = 100
    api.imports.decideRow = async () => {
      const plan = plans.shift()
      await new Promise((resolve) => setTimeout(resolve, (slow -= 50)))
      return plan ?? { add: 0, merge: 0, skip: 0, later: 0 }
    }
    await finished(Promise.all([controller.decide(1, Decision.Add), controller.decide(2, Decision.Add)]))
    expect(controller.plan.add).toBe(2)
  })

  test('that did not reach the book is shown as it stands there', async () => {
    const { api, controller } = await standing()
    api.imports.decideRow = async () => Promise.reject(new Failure('unknown'))
    await controller.decide(controller.rows.at(0)?.index ?? -1, Decision.Add)
    expect(controller.rows.at(0)?.decision).toBe(Decision.Later)
    expect(controller.failure?.code).toBe('unknown')
  })
})

describe('taking in', () => {
  test('ends with a receipt and a clean table', async () => {
    const { api, controller } = await standing()
    const before = api.book.people.length
    const { add } = controller.plan
    const receipt = await finished(controller.run())
    expect(receipt?.added).toBe(add)
    expect(api.book.people.length).toBe(before + add)
    expect(controller.stage).toBe('idle')
  })

  test('that is cancelled keeps the preview with its decisions', async () => {
    const { controller } = await standing()
    await controller.decideAll(Decision.Merge)
    const running = controller.run()
    await vi.advanceTimersByTimeAsync(130)
    await controller.cancel()
    expect(await finished(running)).toBeUndefined()
    expect(controller.stage).toBe('preview')
    expect(controller.plan.merge).toBeGreaterThan(0)
  })

  test('is left alone by files that arrive meanwhile', async () => {
    const { controller } = await standing()
    const running = controller.run()
    await vi.advanceTimersByTimeAsync(130)
    await controller.read(['/home/du/other.vcf'])
    expect(controller.stage).toBe('running')
    expect(await finished(running)).toBeDefined()
  })

  test('is of no use where everything is skipped', async () => {
    const { controller } = await standing()
    for (const pile of [Pile.New, Pile.Same, Pile.Similar]) {
      await controller.show(pile)
      await controller.decideAll(Decision.Skip)
    }
    expect(controller.worthwhile).toBe(false)
  })
})
