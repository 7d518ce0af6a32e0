import type { BackupsApi } from '../safety'
import type { Restore } from '../views'

const NOBODY = { count: 0, names: [] }

/** Backups of which there is one, and a file that opens with the passphrase "Morgen". */
export function fakeBackups(): BackupsApi {
  const one = { path: '/home/du/book.db.backups/2026-11-25T08-00-00Z.daily.db', at: '2026-11-25T09:00:00+01:00', reason: 'daily', size: 2_100_000, people: 40 }
  const restore: Restore = {
    coming: { count: 1, names: ['Ada Example'] },
    going: NOBODY,
    changing: NOBODY,
    things: [{ thing: 'encounter', coming: 2, going: 0, changing: 0 }],
  }
  return {
    list: async () => [one],
    make: async () => one,
    choose: async () => '/home/du/whole.zip',
    preview: async (_job, path, passphrase) => {
      if (!path.endsWith('.zip') || passphrase === 'Morgen') return restore
      throw new Error(JSON.stringify({ code: passphrase ? 'passphrase' : 'passphrase-needed', args: [] }))
    },
    run: async () => ({ operation: 7, kind: 'restore', name: 'book.db', count: 3 }),
    close: async () => {},
    exportWhole: async () => ({ path: '/home/du/Kaffeerunde.zip', count: 40, pages: 0, missing: [] }),
  }
}
