import type { Api } from '../../api/api'
import type { Backup } from '../../api/views'

/** Looks whether there is more than nothing beside a book in which nobody is. */
export class NobodyController {
  /** The newest backup in which somebody is; undefined where there is none. */
  backup = $state.raw<Backup>()
  readonly #api: Pick<Api, 'backups'>

  constructor(api: Pick<Api, 'backups'>) {
    this.#api = api
  }

  /** What cannot be read is not offered: the page is about something else. */
  async look(): Promise<void> {
    try {
      this.backup = (await this.#api.backups.list()).find((one) => one.people > 0)
    } catch {
      this.backup = undefined
    }
  }
}
