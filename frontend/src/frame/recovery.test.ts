import { describe, expect, test, vi } from 'vitest'
import { fakeApi } from '../api/fake/fake'
import { RecoveryController } from './recovery.svelte'

describe('a damaged book', () => {
  test('is looked at without anything being changed', async () => {
    const api = fakeApi()
    const recovery = new RecoveryController(api, () => {})
    await recovery.look()
    expect([recovery.found?.people, recovery.same, recovery.whole]).toEqual([38, false, false])
    expect(api.log).toEqual([])
  })

  test('is whole only where no card had to come from the backup', async () => {
    const api = fakeApi()
    const found = await api.recoveries.look('')
    const none = { count: 0, names: [] }
    const look = (same: string[]) => {
      const recovery = new RecoveryController(api, () => {})
      recovery.found = { ...found, lost: none, changed: none, things: [], same: { count: same.length, names: same } }
      return recovery.whole
    }
    expect([look([]), look(['Nur Demir'])]).toEqual([true, false])
  })

  test('gives way only to what was asked about, and the page begins anew', async () => {
    const api = fakeApi()
    const begin = vi.fn()
    const recovery = new RecoveryController(api, begin)
    await recovery.look()
    recovery.asked = 'salvaged'
    await recovery.replace()
    recovery.asked = 'backup'
    await recovery.replace()
    expect(api.log).toEqual(['keepSalvaged', 'goBack'])
    expect(begin).toHaveBeenCalledTimes(2)
  })

  test('stays where another could not take its place', async () => {
    const api = fakeApi()
    const begin = vi.fn()
    const recovery = new RecoveryController({ ...api, recoveries: { ...api.recoveries, goBack: () => Promise.reject(new Error('{"code":"no-space","args":[]}')) } }, begin)
    recovery.asked = 'backup'
    await recovery.replace()
    expect([recovery.failure?.code, recovery.replacing]).toEqual(['no-space', false])
    expect(begin).not.toHaveBeenCalled()
  })

  test('says which file what could be read went into', async () => {
    const recovery = new RecoveryController(fakeApi(), () => {})
    await recovery.save('vcf')
    expect(recovery.file).toBe('saved.vcf')
  })
})
