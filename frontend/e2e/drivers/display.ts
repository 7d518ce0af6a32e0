import { spawn } from 'node:child_process'

/** Gives the run a screen of its own, and takes it away again. */
export default async function display(): Promise<() => void> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.env.DISPLAY = await number(server)
  delete process.env.WAYLAND_DISPLAY
  return () => server.kill()
}

/** The display that the server chose, as it tells on its third descriptor. */
function number(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    let told = ''
    server.stdio[3]?.on('data', (part: Buffer) => {
      told += part.toString()
      if (told.endsWith('\n')) resolve(`:${told.trim()}`)
    })
  })
}
