//go:build !dev || e2e

package app

const contentPolicy = strictPolicy
