import type { Receipt } from '../../api/views'
import { t } from '../../i18n/i18n.svelte'
import { hash } from '../../session/router.svelte'
import type { Session } from '../../session/session.svelte'
import type { ImportController } from './import.svelte'

/** Takes in what was decided and shows the receipt, or offers it where the person has gone elsewhere meanwhile. */
export async function takeIn(session: Session, controller: ImportController): Promise<void> {
  if (!controller.worthwhile) return
  const receipt = await controller.run()
  if (receipt) await arrived(session, receipt)
  else if (controller.failure?.cancelled) session.notices.say(() => t('imports.cancelled'))
  else if (controller.failure) session.fail(controller.failure)
}

async function arrived(session: Session, receipt: Receipt): Promise<void> {
  const place = hash(['tidy', 'import', receipt.operation])
  const text = receipt.added > 0 ? t('imports.done', { n: receipt.added }) : t('imports.done.none')
  if (session.router.route.path[0] === 'import') {
    session.notices.say(text, { label: t('common.undo'), run: () => void session.undo(receipt.operation) })
    await session.router.go(place)
  } else {
    session.notices.say(text, { label: t('history.receipt'), run: () => void session.router.go(place) })
  }
  await session.changed()
}
