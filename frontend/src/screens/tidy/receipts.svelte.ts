import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { Receipt } from '../../api/views'

/** Shows what was imported, newest first. */
export class ReceiptsController {
  receipts = $state.raw<Receipt[]>([])
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly #api: Pick<Api, 'imports'>

  constructor(api: Pick<Api, 'imports'>) {
    this.#api = api
  }

  async load(): Promise<void> {
    try {
      this.receipts = await this.#api.imports.receipts()
      this.failure = undefined
      this.ready = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }
}
