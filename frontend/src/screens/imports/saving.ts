import type { WrittenFile } from '../../api/views'
import { t } from '../../i18n/i18n.svelte'
import type { Session } from '../../session/session.svelte'

/** Lets the person save what could not be read, and shows them where it is. */
export async function saveLines(session: Session, save: () => Promise<WrittenFile>): Promise<void> {
  const written = await session.attempt(save)
  if (!written?.path) return
  const file = written.path.split(/[/\\]/).at(-1) ?? ''
  const show = () => void session.attempt(() => session.api.shell.showFile(written.path))
  session.notices.say(() => t('imports.unreadable.saved', { n: written.count, file }), { label: () => t('sheets.show'), run: show })
}
