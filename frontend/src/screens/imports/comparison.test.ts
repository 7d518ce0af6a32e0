import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeApi } from '../../api/fake/fake'
import { Choice, Decision, Pile } from '../../api/views'
import type { Comparison } from './comparison.svelte'
import { ImportController } from './import.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function comparing(pile: Pile, place = 0) {
  const api = fakeApi()
  const controller = new ImportController(api)
  const reading = controller.read(['/home/du/handy.vcf'])
  await vi.runAllTimersAsync()
  await reading
  await controller.show(pile)
  await controller.compare(place)
  return { api, controller, comparison: controller.comparison as Comparison }
}

const chosen = (comparison: Comparison) => comparison.differences.map((d) => comparison.chosen(d))

describe('a card beside the person it meets', () => {
  test('changes nothing of somebody who is skipped', async () => {
    const { comparison } = await comparing(Pile.Same)
    expect(comparison.row.decision).toBe(Decision.Skip)
    expect(chosen(comparison)).toEqual([Choice.Mine, Choice.Mine])
    expect(comparison.common).toBe(Choice.Mine)
  })

  test('leaves open what becomes of somebody who is put off', async () => {
    const { comparison } = await comparing(Pile.Similar)
    expect(chosen(comparison)).toEqual([undefined, undefined])
  })

  test('is merged in with the first thing that is taken from it, and with that alone', async () => {
    const { api, controller, comparison } = await comparing(Pile.Same)
    const told: string[] = []
    vi.spyOn(api.imports, 'chooseRow').mockImplementation(async (_preview, _row, choice) => {
      told.push(`all ${choice}`)
      return controller.plan
    })
    vi.spyOn(api.imports, 'choose').mockImplementation(async (_preview, _row, difference, choice) => {
      told.push(`${difference} ${choice}`)
      return controller.plan
    })
    await comparison.choose(1, Choice.Theirs)
    expect(told).toEqual(['all mine', '1 theirs'])
    expect(controller.rows.at(0)?.decision).toBe(Decision.Merge)
  })

  test('is skipped when all of mine is kept', async () => {
    const { controller, comparison } = await comparing(Pile.Similar)
    await comparison.chooseAll(Choice.Both)
    expect(controller.plan.merge).toBe(1)
    await comparison.chooseAll(Choice.Mine)
    expect(controller.rows.at(0)?.decision).toBe(Decision.Skip)
  })

  test('makes room for the next one that differs, and stays at the end', async () => {
    const { controller } = await comparing(Pile.Similar)
    const last = controller.rows.total - 1
    for (let place = 1; place <= last + 1; place++) {
      await controller.step(1)
      expect(controller.comparison?.place).toBe(Math.min(place, last))
    }
    controller.endComparison()
    expect(controller.comparison).toBeUndefined()
  })
})

test('choosing for a pile decides for those who differ and for nobody else', async () => {
  const { controller } = await comparing(Pile.Same)
  await controller.chooseAll(Choice.Theirs)
  const rows = Array.from({ length: controller.rows.total }, (_, i) => controller.rows.at(i))
  const merged = rows.filter((row) => row?.decision === Decision.Merge)
  expect(merged.length).toBe(controller.preview?.changed)
  expect(merged.every((row) => row?.changed)).toBe(true)
  expect(controller.common).toBeUndefined()
})
