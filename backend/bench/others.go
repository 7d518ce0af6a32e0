package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// others is where the peers lie that are not written in Go. Their builders return the command to put a file behind, or an
// error that says what is missing.
const others = "backend/bench/others"

func buildKContacts(dir string) ([]string, error) {
	to := filepath.Join(dir, "kcontacts")
	out, err := exec.Command("sh", "-c", `g++ -O2 -fPIC -o "$1" "$2" $(pkg-config --cflags --libs Qt5Gui) -I/usr/include/KF5/KContacts \
		-I/usr/include/KF5 -lKF5Contacts`, "sh", to, filepath.Join(others, "kcontacts.cpp")).CombinedOutput()
	if err != nil {
		return nil, missing("libkf5contacts-dev qtbase5-dev g++", out)
	}
	return []string{to}, nil
}

func buildEzVcard(dir string) ([]string, error) {
	const jars = "/usr/share/java/ez-vcard.jar:/usr/share/java/vinnie.jar"
	out, err := exec.Command("javac", "-cp", jars, "-d", dir, filepath.Join(others, "EzVcard.java")).CombinedOutput()
	if err != nil {
		return nil, missing("libez-vcard-java default-jdk-headless", out)
	}
	return []string{"java", "-cp", jars + ":" + dir, "EzVcard"}, nil
}

func buildVobject(string) ([]string, error) {
	python, err := pythonWith("import vobject")
	if err != nil {
		return nil, missing("python3-vobject", nil)
	}
	return []string{python, filepath.Join(others, "python_vobject.py")}, nil
}

func buildEvolution(string) ([]string, error) {
	python, err := pythonWith("import gi; gi.require_version('EBook', '1.2')")
	if err != nil {
		return nil, missing("evolution-data-server gir1.2-ebook-1.2 python3-gi", nil)
	}
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		return nil, missing("dbus", nil)
	}
	return []string{python, filepath.Join(others, "evolution.py")}, nil
}

// pythonWith returns the Python that can do that: the first on the path is not always the one of the system.
func pythonWith(statement string) (string, error) {
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", statement).Run() == nil {
			return python, nil
		}
	}
	return "", errors.New("no python has it")
}

func missing(packages string, out []byte) error {
	last := out[bytes.LastIndexByte(bytes.TrimSpace(out), '\n')+1:]
	if len(last) > 0 {
		return fmt.Errorf("install %s (%s)", packages, bytes.TrimSpace(last))
	}
	return fmt.Errorf("install %s", packages)
}

// chromium returns the system's Chromium, or the one that the variable CHROMIUM names.
func chromium() (string, error) {
	if named := os.Getenv("CHROMIUM"); named != "" {
		return named, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", missing("chromium", nil)
}

// bus starts a session bus that lives in a home, and returns its address.
func (h home) bus() (string, error) {
	cmd := exec.Command("dbus-daemon", "--session", "--fork", "--print-address")
	cmd.Env = h.environ()
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("start a session bus: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}
