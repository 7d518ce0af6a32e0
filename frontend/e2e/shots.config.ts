import { defineConfig } from '@playwright/test'
import specs from './playwright.config'

// Pictures of every screen, to be looked at by a person: build/shots.
export default defineConfig({
  ...specs,
  testDir: 'shots',
  testMatch: '*.shot.ts',
  outputDir: '../test-results/shots',
  timeout: 600_000,
})
