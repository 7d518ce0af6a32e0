import type { Argument } from './views'

/** What fills the braces of a sentence that the backend chose. A count stays a number, since it chooses the plural. */
export function filled(args: Argument[]): Record<string, string | number> {
  return Object.fromEntries(args.map(({ name, value }) => [name, name === 'n' ? Number(value) : value]))
}
