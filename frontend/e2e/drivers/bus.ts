import { spawn } from 'node:child_process'

/** A session bus of one's own, for what programs say to each other. */
export class Bus {
  private constructor(
    readonly address: string,
    readonly stop: () => void,
  ) {}

  static start(): Promise<Bus> {
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] })
    return new Promise((resolve, reject) => {
      daemon.once('error', reject)
      daemon.stdout.once('data', (line: Buffer) => resolve(new Bus(line.toString().trim(), () => daemon.kill())))
    })
  }
}
