import type { Argument } from './views'

// The JSON of a rejected call: FailureView in app/views_tidy.go, which no method returns and so nobody generates.
interface FailureView {
  code: string
  args: Argument[]
}

/** A call that did not succeed: "error.<code>" of the catalogue, and what fills its braces. */
export class Failure extends Error {
  readonly code: string
  readonly args: Record<string, string>

  constructor(code: string, args: Record<string, string> = {}) {
    super(code)
    this.name = 'Failure'
    this.code = code
    this.args = args
  }

  /** The person cancelled the job themselves, so there is nothing to say. */
  get cancelled(): boolean {
    return this.code === 'cancelled'
  }
}

/** Reads what a rejected call carries. Whatever is not from the backend becomes the code "unexpected". */
export function failureOf(reason: unknown): Failure {
  if (reason instanceof Failure) return reason
  const view = parse(reason instanceof Error ? reason.message : String(reason))
  if (!view) return new Failure('unexpected')
  return new Failure(view.code, Object.fromEntries(view.args.map(({ name, value }) => [name, value])))
}

function parse(text: string): FailureView | undefined {
  try {
    const view: unknown = JSON.parse(text)
    return isFailure(view) ? view : undefined
  } catch {
    return undefined
  }
}

function isFailure(view: unknown): view is FailureView {
  return typeof view === 'object' && view !== null && 'code' in view && 'args' in view && Array.isArray(view.args)
}
