import { expect, test, vi } from 'vitest'
import { Failure } from '../../api/failure'
import { fakeApi } from '../../api/fake/fake'
import { Decision, type Receipt } from '../../api/views'
import { ReceiptController } from './receipt.svelte'

const RECEIPT: Receipt = {
  operation: 7,
  at: '2026-11-22T18:00:00Z',
  files: [],
  cards: 5,
  added: 3,
  merged: 0,
  skipped: 0,
  later: 2,
  undecided: 2,
  unreadable: 1,
  lines: { total: 60, shown: 50, kept: 9, unreadable: 1 },
  repairs: 2,
  undone: false,
  sample: false,
  standsOn: 0,
}

async function loaded(receipt: Partial<Receipt> = {}) {
  const api = fakeApi()
  api.imports.receipt = async () => ({ ...RECEIPT, ...receipt })
  const controller = new ReceiptController(api, 7)
  await controller.load()
  return { api, controller }
}

test('a receipt begins with what is to decide', async () => {
  const { controller } = await loaded()
  expect(controller.parts).toEqual(['undecided', 'repairs', 'unreadable'])
  expect(controller.part).toBe('undecided')
  expect(controller.undecided.ready).toBe(true)
})

test('a receipt shows no part that holds nothing', async () => {
  const { controller } = await loaded({ undecided: 0, unreadable: 0 })
  expect(controller.parts).toEqual(['repairs'])
})

test('an import that was undone has nothing to decide', async () => {
  const { controller } = await loaded({ undone: true })
  expect(controller.parts).toEqual(['repairs', 'unreadable'])
})

test('the part that is open stays open when the book changes', async () => {
  const { controller } = await loaded()
  controller.part = 'unreadable'
  await controller.load()
  expect(controller.part).toBe('unreadable')
})

test('deciding tells the book which cards are meant', async () => {
  const { api, controller } = await loaded()
  const decide = vi.spyOn(api.imports, 'decideUndecided')
  await controller.decide([4], Decision.Merge)
  expect(decide).toHaveBeenCalledWith(7, [4], Decision.Merge)
})

test('a receipt that is gone is a failure', async () => {
  const api = fakeApi()
  api.imports.receipt = async () => Promise.reject(new Failure('import.gone'))
  const controller = new ReceiptController(api, 7)
  await controller.load()
  expect(controller.failure?.code).toBe('import.gone')
})
