import { defineConfig } from '@playwright/test'
import { chromium, chromiumFlags } from './drivers/chromium'

// Each spec has a program and a book of its own, so specs may run beside each other; two fit on a small machine.
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  globalSetup: './drivers/display.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromium(), args: chromiumFlags() },
    actionTimeout: 20_000,
    // A trace tells what the page was at each step; a film beside it would cost a fifth of the work.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
})
