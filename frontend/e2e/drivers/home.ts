import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const repository = resolve(import.meta.dirname, '../../..')
export const browserProgram = join(repository, 'build/bin/kaffeerunde-browser')
export const windowProgram = join(repository, 'build/bin/kaffeerunde-window')

/** What a program is started with. */
export interface Start {
  /** The language of the system; English unless said otherwise. */
  language?: 'de' | 'en'
  /** The files that its dialogs answer with. */
  choose?: string[]
  /** The files on its command line. */
  files?: string[]
  /** How much later it is for the program than for everybody else, as Go writes durations: "17520h" are two years. */
  later?: string
  /** The session bus; without one the program is alone, and asks no desktop for anything. */
  bus?: string
}

/** A person's folders, made for one test and removed after it: nothing of the machine's owner is read or written. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'kaffeerunde-e2e-'))
  readonly book = join(this.folder, 'book.db')
  readonly saved = mkdtempSync(join(this.folder, 'saved-'))
  readonly #opened = join(this.folder, 'opened')

  environment(start: Start): NodeJS.ProcessEnv {
    const { PATH, DISPLAY } = process.env
    return {
      PATH,
      DISPLAY,
      HOME: this.folder,
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      XDG_DATA_HOME: join(this.folder, 'data'),
      XDG_STATE_HOME: join(this.folder, 'state'),
      XDG_CACHE_HOME: join(this.folder, 'cache'),
      XDG_RUNTIME_DIR: this.folder,
      LANG: start.language === 'de' ? 'de_DE.UTF-8' : 'en_GB.UTF-8',
      KAFFEERUNDE_BOOK: this.book,
      KAFFEERUNDE_E2E_CHOOSE: start.choose?.join(':'),
      KAFFEERUNDE_E2E_SAVE: this.saved,
      KAFFEERUNDE_E2E_OPENED: this.#opened,
      KAFFEERUNDE_E2E_LATER: start.later,
      DBUS_SESSION_BUS_ADDRESS: start.bus ?? 'unix:path=/dev/null',
      NO_AT_BRIDGE: '1',
      // What draws without a GPU keeps its shaders, and writes them after the program has ended.
      MESA_SHADER_CACHE_DISABLE: 'true',
    }
  }

  /** What the program would have opened with the system. */
  opened(): string[] {
    try {
      return readFileSync(this.#opened, 'utf8').trim().split('\n')
    } catch {
      return []
    }
  }

  /** Runs a verb on the same book in the terminal and returns what it writes. */
  async terminal(...args: string[]): Promise<string> {
    const environment = this.environment({})
    const { stdout } = await run(windowProgram, args, { env: environment, maxBuffer: 64 << 20 })
    return stdout
  }

  /**
   * What the book holds, as the terminal tells it: every card as it came, every tag, every photo by its place in the card. The
   * doctor has to find nothing amiss before it is asked.
   */
  async state(): Promise<string> {
    await this.terminal('doctor')
    const told = [
      await this.terminal('export', '--format', 'vcf', '--vcard', 'original', '-o', '-'),
      await this.terminal('tag', 'list', '--json'),
      await this.terminal('list', '--json'),
    ]
    return told.join('\n')
  }

  /** Damages the book: the card with this line is lost, and the page it lies on cannot be read. */
  wound(line: string): void {
    const raw = readFileSync(this.book)
    const at = raw.indexOf(line)
    if (at < 0) throw new Error(`the book does not hold ${line}`)
    raw.fill(0xff, at, at + line.length)
    const page = at - (at % 4096)
    raw.fill(0xff, page, page + 16)
    writeFileSync(this.book, raw)
  }

  /** Writes a file into the home and returns its path. */
  write(name: string, content: string): string {
    const path = join(this.folder, name)
    writeFileSync(path, content)
    return path
  }

  /** Ends what still runs in the home, as the helpers of a web view do for a while, and removes it. */
  async remove(): Promise<void> {
    await until('the end of what the test started', async () => {
      const left = this.#processes()
      for (const pid of left) process.kill(pid, 'SIGKILL')
      return left.length === 0
    })
    rmSync(this.folder, { recursive: true, force: true })
  }

  #processes(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`HOME=${this.folder}\0`)
        } catch {
          return false // It has ended meanwhile, or is somebody else's.
        }
      })
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** Asks until the answer is true; the error tells what was waited for. */
export async function until(what: string, ask: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await ask().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${what} took longer than ${seconds} s`)
}
