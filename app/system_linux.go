//go:build linux && !bindings

package app

import (
	"context"
	"encoding/json"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/wailsapp/wails/v2/pkg/options"
)

// hasDisplay tells whether there is a screen. GTK would end the process without one.
func hasDisplay(getenv func(string) string) bool {
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// patience is how long the start waits for an answer over the session bus; most come within a few milliseconds.
const patience = 150 * time.Millisecond

// systemDark asks the desktop's portal whether it prefers dark colours; no answer means light.
func systemDark() bool {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
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

// handedOver gives the command line to the window that has the book open already, and tells whether there is one. Wails would
// do the same by itself, but only after it has opened a second window and the book once more, and it ends the process as if
// something had gone wrong. The names are those that Wails listens on.
func handedOver(instance string, args []string, dir string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 10*patience)
	defer cancel()
	conn, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer conn.Close()
	message, err := json.Marshal(options.SecondInstanceData{Args: args, WorkingDirectory: dir})
	if err != nil {
		return false
	}
	name := "org.wails_app_" + instance + ".SingleInstance"
	path := dbus.ObjectPath("/org/wails_app_" + instance + "/SingleInstance")
	return conn.Object(name, path).CallWithContext(ctx, name+".SendMessage", dbus.FlagNoAutoStart, string(message)).Err == nil
}
