package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// output runs a program in dir with more environment and returns all it wrote. It reads nothing: a check never asks.
func output(ctx context.Context, dir string, env []string, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil && len(out) == 0 {
		return err.Error(), err
	}
	return string(out), err
}

func installed(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func copyFile(from, to string) error {
	raw, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, raw, 0o600)
}

// differences lists the files that are not the same, or not there, in both folders; "" when there are none.
func differences(have, want string) (string, error) {
	a, err := contents(have)
	if err != nil {
		return "", err
	}
	b, err := contents(want)
	if err != nil {
		return "", err
	}
	var list strings.Builder
	for name, raw := range b {
		if !bytes.Equal(a[name], raw) {
			fmt.Fprintln(&list, name)
		}
	}
	for name := range a {
		if _, ok := b[name]; !ok {
			fmt.Fprintln(&list, name)
		}
	}
	return list.String(), nil
}

func contents(root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		files[name] = raw
		return err
	})
	return files, err
}
