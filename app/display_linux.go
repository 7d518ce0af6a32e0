//go:build linux && !bindings

package app

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// hasDisplay tells whether there is a screen. GTK would end the process without one.
func hasDisplay(getenv func(string) string) bool {
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// portalPatience is how long the start waits for the desktop's answer; most give it within a few milliseconds.
const portalPatience = 150 * time.Millisecond

// systemDark asks the desktop's portal whether it prefers dark colours; no answer means light.
func systemDark() bool {
	ctx, cancel := context.WithTimeout(context.Background(), portalPatience)
	defer cancel()
	conn, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer conn.Close()
	portal := conn.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	var answer dbus.Variant
	err = portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", dbus.FlagNoAutoStart,
		"org.freedesktop.appearance", "color-scheme").Store(&answer)
	if err != nil {
		return false
	}
	value := answer.Value()
	// The portal's first version wrapped the value twice.
	if inner, ok := value.(dbus.Variant); ok {
		value = inner.Value()
	}
	scheme, ok := value.(uint32)
	return ok && scheme == 1
}
