import { defineConfig } from '@playwright/test'
import specs from './playwright.config'

// Measures the list in Chromium for `make bench`, which reads the report and prints it.
export default defineConfig({
  ...specs,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  workers: 1,
  reporter: 'line',
  // A trace takes a picture of the page's tree before and after every key, on the thread that is measured.
  use: { ...specs.use, trace: 'off', screenshot: 'off' },
})
