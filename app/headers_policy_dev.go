//go:build dev && !e2e

package app

// contentPolicy is left open for "make dev": Vite reloads over a socket of its own and writes styles into the page.
const contentPolicy = ""
