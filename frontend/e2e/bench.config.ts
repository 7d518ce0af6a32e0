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
})
