import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { Binned } from '../../api/views'

/** Shows who was deleted, the last first. */
export class BinController {
  people = $state.raw<Binned[]>([])
  ready = $state(false)
  failure = $state.raw<Failure>()
  readonly #api: Pick<Api, 'bin'>

  constructor(api: Pick<Api, 'bin'>) {
    this.#api = api
  }

  async load(): Promise<void> {
    try {
      this.people = await this.#api.bin.list()
      this.failure = undefined
      this.ready = true
    } catch (reason) {
      this.failure = failureOf(reason)
    }
  }
}
