import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, until, windowProgram, type Home, type Start } from './home'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** Keys as the WebDriver standard names them (W3C WebDriver, 17.4.2). */
export const Key = { enter: '\uE007', escape: '\uE00C', control: '\uE009', tab: '\uE004' } as const

/** The real window, driven through WebKitWebDriver: only what a smoke test needs of the protocol. */
export class WindowDriver {
  private constructor(
    readonly home: Home,
    private readonly server: ChildProcess,
    private readonly session: string,
  ) {}

  static async start(home: Home, start: Start): Promise<WindowDriver> {
    const port = await freePort()
    const server = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: home.environment(start),
      stdio: ['ignore', 'ignore', process.env.E2E_LOG ? 'inherit' : 'ignore'],
    })
    const address = `http://127.0.0.1:${port}`
    await until('the start of WebKitWebDriver', async () => (await fetch(`${address}/status`)).ok)
    const answer = await command<{ sessionId: string }>(`${address}/session`, 'POST', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: windowProgram, args: start.files ?? [] } } },
    })
    return new WindowDriver(home, server, `${address}/session/${answer.sessionId}`)
  }

  /** Waits for the element and returns its handle. The expression is XPath, so that roles and names can be asked for. */
  async find(xpath: string, seconds = 20): Promise<string> {
    let element = ''
    await until(`finding ${xpath}`, async () => {
      const found = await this.#call<Record<string, string>>('POST', '/element', { using: 'xpath', value: xpath })
      element = found[elementKey] ?? ''
      return element !== ''
    }, seconds)
    return element
  }

  async click(xpath: string): Promise<void> {
    await this.#call('POST', `/element/${await this.find(xpath)}/click`, {})
  }

  async type(xpath: string, text: string): Promise<void> {
    await this.#call('POST', `/element/${await this.find(xpath)}/value`, { text })
  }

  /** Presses keys together, as in press(Key.control, 'k'). */
  async press(...keys: string[]): Promise<void> {
    const down = keys.map((value) => ({ type: 'keyDown', value }))
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }))
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] })
  }

  async text(xpath: string): Promise<string> {
    return this.#call<string>('GET', `/element/${await this.find(xpath)}/text`)
  }

  run<T>(script: string): Promise<T> {
    return this.#call<T>('POST', '/execute/sync', { script, args: [] })
  }

  /** Waits until the script returns true. */
  async until(what: string, script: string, seconds = 20): Promise<void> {
    await until(what, () => this.run<boolean>(script), seconds)
  }

  async picture(file: string): Promise<void> {
    writeFileSync(join(file), Buffer.from(await this.#call<string>('GET', '/screenshot'), 'base64'))
  }

  async stop(): Promise<void> {
    await this.#call('DELETE', '').catch(() => undefined)
    this.server.kill()
  }

  #call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return command<T>(this.session + path, method, body)
  }
}

async function command<T>(address: string, method: string, body?: unknown): Promise<T> {
  const response = await fetch(address, { method, body: body === undefined ? undefined : JSON.stringify(body) })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${method} ${address}: ${value?.error}: ${value?.message}`)
  return value
}
