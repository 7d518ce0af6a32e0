import { expect, test } from 'vitest'
import { fakeBackups } from '../../api/fake/backups'
import type { Backup } from '../../api/views'
import { NobodyController } from './nobody.svelte'

const backup = (day: string, people: number): Backup => ({ path: `/home/du/${day}.db`, at: `${day}T09:00:00Z`, reason: 'daily', size: 1, people })

async function beside(list: () => Promise<Backup[]>): Promise<Backup | undefined> {
  const controller = new NobodyController({ backups: { ...fakeBackups(), list } })
  await controller.look()
  return controller.backup
}

test('an empty book offers the newest backup in which somebody is', async () => {
  const list = [backup('2026-11-26', 0), backup('2026-11-25', -1), backup('2026-11-24', 40), backup('2026-11-23', 41)]
  expect((await beside(async () => list))?.at).toBe('2026-11-24T09:00:00Z')
})

test('a book that never had anybody offers nothing', async () => {
  expect(await beside(async () => [])).toBeUndefined()
  expect(await beside(async () => [backup('2026-11-26', 0)])).toBeUndefined()
})

test('backups that cannot be listed are no fault of an empty book', async () => {
  expect(await beside(() => Promise.reject(new Error('no')))).toBeUndefined()
})
