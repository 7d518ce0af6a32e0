//go:build !linux || bindings

package app

// hasDisplay is true: other systems always have a screen, and the generator of the bindings needs none.
func hasDisplay(func(string) string) bool { return true }

// systemDark is false: the page finds out by itself, and only the first frame is drawn before it.
func systemDark() bool { return false }

// handedOver is false: Wails finds the other window by itself.
func handedOver(string, []string, string) bool { return false }

// choosePainter has nothing to choose: other systems paint with what they have.
func choosePainter(string) error { return nil }
