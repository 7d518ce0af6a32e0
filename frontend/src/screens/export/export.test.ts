import { describe, expect, test, vi } from 'vitest'
import { Failure } from '../../api/failure'
import { fakeApi } from '../../api/fake/fake'
import { EVERYONE } from '../../api/views'
import { ExportController } from './export.svelte'

describe('whom an export is about', () => {
  test('is everyone where nothing was chosen', async () => {
    const controller = new ExportController(fakeApi(40), EVERYONE)
    await controller.look()
    expect([controller.who, controller.choice, controller.count]).toEqual(['all', undefined, 40])
  })

  test('is the selection where people were marked', async () => {
    const api = fakeApi(40)
    const ids = api.book.people.slice(0, 3).map((p) => p.id)
    const controller = new ExportController(api, { ...EVERYONE, ids })
    await controller.look()
    expect([controller.who, controller.choice, controller.count]).toEqual(['chosen', 'selection', 3])
    await controller.choose({ who: 'all' })
    expect(controller.count).toBe(40)
  })

  test('can be everyone with a tag', async () => {
    const api = fakeApi(40)
    const tag = api.book.tags()[0]
    const controller = new ExportController(api, EVERYONE)
    await controller.choose({ who: 'tag', tag: tag?.name ?? '' })
    expect(controller.count).toBe(tag?.count)
  })
})

describe('what a format cannot hold', () => {
  test('is said before anything is written', async () => {
    const controller = new ExportController(fakeApi(), EVERYONE)
    await controller.choose({ format: 'vcf21' })
    expect(controller.losses?.map((loss) => loss.property)).toEqual(['KIND'])
  })

  test('is said of a copy only where tags stay behind', async () => {
    const api = fakeApi()
    const controller = new ExportController(api, EVERYONE)
    api.exports.losses = async () => []
    await controller.choose({ format: 'original' })
    expect(controller.tellsLosses).toBe(false)
    api.exports.losses = async () => [{ property: 'Chor', reason: 'tag-of-group', count: 3, example: '' }]
    await controller.choose({ format: 'original' })
    expect(controller.tellsLosses).toBe(true)
    expect(controller.holdsGroups).toBe(false)
  })

  test('is not asked of a table', async () => {
    const api = fakeApi()
    const losses = vi.spyOn(api.exports, 'losses')
    await new ExportController(api, EVERYONE).choose({ format: 'csv' })
    expect(losses).not.toHaveBeenCalled()
  })

  test('of a format chosen too late is not shown', async () => {
    const api = fakeApi()
    let answer = (): void => {}
    const slow = new Promise<[]>((resolve) => (answer = () => resolve([])))
    const loss = { property: 'KIND', reason: 'version', count: 3, example: '' }
    api.exports.losses = async (form) => (form.version === '4.0' ? slow : [loss])
    const controller = new ExportController(api, EVERYONE)
    const late = controller.choose({ format: 'vcf4' })
    await controller.choose({ format: 'vcf21' })
    answer()
    await late
    expect(controller.losses).toHaveLength(1)
  })
})

describe('writing', () => {
  test('writes tags as groups only when that is ticked, and only into the versions of vCard', () => {
    const controller = new ExportController(fakeApi(), EVERYONE)
    expect(controller.form.groups).toBe(false)
    controller.groups = true
    expect(controller.form.groups).toBe(true)
    controller.format = 'original'
    expect(controller.form.groups).toBe(false)
    controller.format = 'csv'
    expect(controller.form.groups).toBe(false)
  })

  test('takes private notes along only when they are ticked, and offers no choice for cards as they came', () => {
    const controller = new ExportController(fakeApi(), EVERYONE)
    expect(controller.form).toMatchObject({ version: '3.0', notes: false })
    controller.notes = true
    expect(controller.form).toMatchObject({ version: '3.0', notes: true })
    controller.format = 'original'
    expect(controller.notesAreChosen).toBe(false)
    expect(controller.form.notes).toBe(false)
    controller.format = 'csv'
    expect(controller.form).toMatchObject({ format: 'csv', notes: true })
  })

  test('ends with the file', async () => {
    const controller = new ExportController(fakeApi(40), EVERYONE)
    await controller.save()
    expect(controller.written).toMatchObject({ path: '/home/du/kaffeerunde.vcf', count: 40 })
  })

  test('does not happen when the person closes the dialog', async () => {
    const api = fakeApi()
    api.exports.save = async () => ({ path: '', count: 0, pages: 0, missing: [] })
    const controller = new ExportController(api, EVERYONE)
    await controller.save()
    expect(controller.written).toBeUndefined()
  })

  test.each([
    ['cancelled', true, undefined],
    ['disk.full', false, 'disk.full'],
  ])('that ends as %s says so', async (code, cancelled, failure) => {
    const api = fakeApi()
    api.exports.save = async () => Promise.reject(new Failure(code))
    const controller = new ExportController(api, EVERYONE)
    await controller.save()
    expect([controller.cancelled, controller.failure?.code]).toEqual([cancelled, failure])
  })
})
