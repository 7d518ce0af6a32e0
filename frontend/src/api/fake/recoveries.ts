import type { RecoveriesApi } from '../safety'

/** A damaged book of which two cards are lost, and a backup that somebody is missing in. What is done is logged. */
export function fakeRecoveries(log: string[]): RecoveriesApi {
  const nobody = { count: 0, names: [] }
  return {
    look: async () => ({
      nothing: false,
      people: 38,
      lost: { count: 2, names: ['Ada Example', 'Nur Demir'] },
      same: nobody,
      changed: nobody,
      things: ['encounter'],
      history: false,
      carved: false,
      date: '2026-11-25T09:00:00+01:00',
      backedUp: 39,
      since: { coming: { count: 2, names: ['Ada Example', 'Nur Demir'] }, going: { count: 1, names: ['Bo Example'] }, changing: nobody, things: [] },
    }),
    save: async (_job, format) => ({ path: `/home/du/saved.${format}`, count: 38, pages: 0, missing: [] }),
    goBack: async () => void log.push('goBack'),
    keepSalvaged: async () => void log.push('keepSalvaged'),
    close: async () => {},
  }
}
