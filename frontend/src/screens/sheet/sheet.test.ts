import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Failure } from '../../api/failure'
import { fakeApi } from '../../api/fake/fake'
import { EVERYONE } from '../../api/views'
import { LastSheet } from './last'
import { SheetController } from './sheet.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

async function begun(api = fakeApi(40), storage = memory()) {
  const defaults = { language: 'de', introduction: 'Ich leite einen Chor.' }
  const controller = new SheetController(api, EVERYONE, new LastSheet(storage), defaults)
  await controller.begin()
  return { api, controller, storage }
}

describe('a sheet', () => {
  test('begins as a list on A4 in the language of the window', async () => {
    const { controller } = await begun()
    expect(controller.form).toMatchObject({ layout: 'list', paper: 'A4', lang: 'de', introduction: 'Ich leite einen Chor.' })
    expect(controller.form.fields.note).toBe(false)
    expect(controller.preview?.people).toBe(40)
  })

  test('begins as the last one was', async () => {
    const { controller, storage } = await begun()
    await controller.choose('cards')
    controller.change({ paper: 'Letter', title: 'Open Space' })
    controller.print('tags', false)
    const { controller: next } = await begun(fakeApi(40), storage)
    expect(next.form).toMatchObject({ layout: 'cards', paper: 'Letter', title: 'Open Space' })
    expect(next.form.fields.tags).toBe(false)
  })

  test('prints private notes only after they were ticked for this very sheet', async () => {
    const { controller, storage } = await begun()
    controller.print('note', true)
    expect(controller.form.fields.note).toBe(true)
    const { controller: next } = await begun(fakeApi(40), storage)
    expect(next.form.fields.note).toBe(false)
  })

  test('begins afresh where what was remembered does not read', async () => {
    const { controller } = await begun(fakeApi(), { getItem: () => '{"layout', setItem: () => {} })
    expect(controller.form.layout).toBe('list')
  })
})

describe('the preview', () => {
  test('is drawn once for a word that is typed', async () => {
    const { api, controller } = await begun()
    const draw = vi.spyOn(api.sheets, 'preview')
    for (const title of ['O', 'Op', 'Ope', 'Open']) controller.change({ title })
    expect(controller.drawing).toBe(true)
    await vi.runAllTimersAsync()
    expect(draw).toHaveBeenCalledTimes(1)
    expect(draw.mock.lastCall?.[0].title).toBe('Open')
    expect(controller.drawing).toBe(false)
  })

  test('shows the newest of several drawings', async () => {
    const { api, controller } = await begun()
    let answer = (): void => {}
    const first = new Promise<void>((resolve) => (answer = resolve))
    const draw = vi.spyOn(api.sheets, 'preview')
    draw.mockImplementationOnce(async () => {
      await first
      return { url: '/sheets/old.pdf', pages: 1, people: 1, missing: [] }
    })
    const late = controller.draw()
    await controller.draw()
    answer()
    await late
    expect(controller.preview?.url).toBe('/sheets/1.pdf')
  })

  test('that does not work says so and can be drawn again', async () => {
    const { api, controller } = await begun()
    vi.spyOn(api.sheets, 'preview').mockRejectedValueOnce(new Failure('sheet.draw'))
    await controller.draw()
    expect([controller.failure?.code, controller.drawing]).toEqual(['sheet.draw', false])
    await controller.draw()
    expect(controller.failure).toBeUndefined()
  })

  test('is not drawn any more after the person left', async () => {
    const { api, controller } = await begun()
    const draw = vi.spyOn(api.sheets, 'preview')
    controller.change({ title: 'Open' })
    controller.leave()
    await vi.runAllTimersAsync()
    expect(draw).not.toHaveBeenCalled()
  })
})

describe('the way out', () => {
  test('answers with the file', async () => {
    const { controller } = await begun()
    expect((await controller.save())?.path).toBe('/home/du/blatt.pdf')
    expect((await controller.open())?.path).toBe('/tmp/blatt.pdf')
    expect(controller.busy).toBeUndefined()
  })

  test('answers nothing when the person closed the dialog', async () => {
    const { api, controller } = await begun()
    api.sheets.save = async () => ({ path: '', count: 0, pages: 0, missing: [] })
    expect(await controller.save()).toBeUndefined()
  })
})
