import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { build, type Rollup } from 'vite'
import type { Drawing } from '../../src/graph/drawing'

const { KAFFEERUNDE_BENCH_NETWORK: network = '', KAFFEERUNDE_BENCH_REPORT: report = '', KAFFEERUNDE_BENCH_ROUNDS: rounds = '3' } = process.env

const FRAMES = 20

/** A network as the bench writes it. */
interface Network {
  x: number[]
  y: number[]
  from: number[]
  to: number[]
  circle: number[]
}

test('a moving picture of a large network, beside sigma as it comes', async ({ page }) => {
  test.setTimeout(900_000)
  const { x, y, from, to, circle } = JSON.parse(readFileSync(network, 'utf8')) as Network
  const drawing: Drawing = {
    dots: x.map((_, i) => ({ key: `p${i}`, kind: 'person', name: `Kim Nr. ${i}`, pinned: false, group: circle[i] ?? -1, step: 0 })),
    x, y, from, to, middle: '',
    groups: Array.from({ length: 1 + Math.max(...circle) }, (_, i) => ({ colour: `hue-${1 + (i % 8)}`, title: `Circle ${i}` })),
  }
  await page.setContent('<!doctype html><body>')
  await page.addStyleTag({ path: join(import.meta.dirname, '../../src/styles/tokens.css') })
  await page.addScriptTag({ content: await script() })
  await page.evaluate((given) => void (window.drawing = given), drawing)
  const lasted: Record<'ours' | 'sigma', number[]> = { ours: [], sigma: [] }
  for (let round = 0; round <= Number(rounds); round++) {
    for (const who of ['ours', 'sigma'] as const) {
      const frames = await page.evaluate(([name, count]) => window.bench[name](count), [who, FRAMES] as const)
      // The first round warms both up.
      if (round > 0) lasted[who].push(frames.reduce((sum, ms) => sum + ms, 0) / frames.length)
    }
  }
  expect(lasted.ours).toHaveLength(Number(rounds))
  writeFileSync(report, JSON.stringify(lasted))
})

/** Packs what runs in the page into one script. */
async function script(): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: join(import.meta.dirname, 'frames.page.ts'), name: 'frames', formats: ['iife'] } },
  })) as Rollup.RollupOutput[]
  return built?.output[0].code ?? ''
}
