import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The sentences lie beside the Go code that reads them too.
  server: { fs: { allow: ['.', '../backend/locale'] } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // dist/.gitkeep is committed so that a fresh clone compiles before the frontend was ever built.
    emptyOutDir: true,
    // The content policy allows no scripts and styles but files of the program.
    assetsInlineLimit: 0,
    // Nothing is fetched over a wire: one file of the program's own code is right.
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'lint/**/*.test.js'],
    setupFiles: ['./vitest.setup.ts'],
  },
})
