import { execFileSync } from 'node:child_process'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The system's Chromium, or the one that the variable CHROMIUM names. */
export function chromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {
      // Not this one.
    }
  }
  throw new Error(`no browser found: install one of ${names.join(', ')}, or name it in CHROMIUM`)
}

/** Chromium on its own: nothing is asked of the network but the program under test. */
export function chromiumFlags(): string[] {
  const flags = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ]
  // Root has no sandbox to give.
  if (process.getuid?.() === 0) flags.push('--no-sandbox')
  return flags
}
