import { expect, test, vi } from 'vitest'
import { Failure } from '../../api/failure'
import { fakeApi } from '../../api/fake/fake'
import { TableKnowledge } from '../../api/views'
import { ImportController } from './import.svelte'
import { TableMapping } from './mapping.svelte'

const PATH = '/home/du/verein.csv'

async function mapping(api = fakeApi()) {
  const mapping = new TableMapping(api, PATH)
  await mapping.load()
  return { api, mapping }
}

test('a table begins with what was guessed and with what it says', async () => {
  const { mapping: table } = await mapping()
  expect(table.guessed).toBe(true)
  expect(table.columns).toEqual([{ field: 'name', type: '' }, { field: 'phone', type: 'cell' }])
  expect(table.samplesOf(1)).toEqual(['0171 3920001'])
})

test('a type stays where the new field has it too, and goes where it has not', async () => {
  const { mapping: table } = await mapping()
  table.mark(1, 'work')
  table.take(1, 'mail')
  expect(table.columns[1]).toEqual({ field: 'mail', type: 'work' })
  table.take(1, 'skip')
  expect(table.columns[1]).toEqual({ field: 'skip', type: '' })
})

test('what was said is remembered, and can be forgotten', async () => {
  const { api, mapping: table } = await mapping()
  table.take(0, 'skip')
  expect(await table.save()).toBe(true)
  const again = (await mapping(api)).mapping
  expect([again.remembered, again.columns[0]?.field]).toEqual([true, 'skip'])
  await again.forget()
  expect([again.guessed, again.columns[0]?.field]).toEqual([true, 'name'])
})

test('what could not be remembered is not taken for done', async () => {
  const { api, mapping: table } = await mapping()
  api.imports.mapTable = async () => Promise.reject(new Failure('file-missing'))
  expect(await table.save()).toBe(false)
  expect(table.failure?.code).toBe('file-missing')
})

test('an unknown table is asked about before its preview, and read again with the answer', async () => {
  vi.useFakeTimers()
  const api = fakeApi()
  const { preview } = api.imports
  const known = [TableKnowledge.Guessed, TableKnowledge.Remembered]
  api.imports.preview = async (job, paths) => {
    const view = await preview(job, paths)
    const table = known.shift() ?? TableKnowledge.Remembered
    return { ...view, files: view.files.map((file) => ({ ...file, table })) }
  }
  const controller = new ImportController(api)
  const finished = async (work: Promise<void>) => {
    await vi.runAllTimersAsync()
    await work
  }
  await finished(controller.read([PATH]))
  expect(controller.mapping?.path).toBe(PATH)
  await finished(controller.keepMapping())
  expect([controller.stage, controller.mapping]).toEqual(['preview', undefined])
  vi.useRealTimers()
})
