import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { browserProgram, freePort, repository, until, type Home, type Start } from './home'

/** The program with the real backend, served to a browser. Its own window stands on the hidden screen beside it. */
export class BrowserDriver {
  private constructor(
    readonly address: string,
    readonly home: Home,
    private readonly program: ChildProcess,
  ) {}

  static async start(home: Home, start: Start): Promise<BrowserDriver> {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}/`
    const program = spawn(browserProgram, [], {
      cwd: repository,
      env: { ...home.environment(start), devserver: `127.0.0.1:${port}`, assetdir: join(repository, 'frontend/dist') },
      stdio: ['ignore', 'ignore', process.env.E2E_LOG ? 'inherit' : 'ignore'],
      // A group of its own, so that the processes of its window end with it.
      detached: true,
    })
    const driver = new BrowserDriver(address, home, program)
    await until('the start of the program', async () => {
      if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}`)
      return (await fetch(address)).ok
    })
    return driver
  }

  async stop(): Promise<void> {
    if (this.program.exitCode !== null) return
    const ended = new Promise((resolve) => this.program.once('exit', resolve))
    if (this.program.pid) process.kill(-this.program.pid, 'SIGKILL')
    await ended
  }
}
