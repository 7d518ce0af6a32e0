package main

import (
	"context"
	"os"
	"path/filepath"
)

// The builds a person and a test can run; each is vetted, because files hide behind the tags.
const (
	tagsProgram = "desktop,production,webkit2_41"
	tagsWindow  = tagsProgram + ",e2e"
	tagsBrowser = "dev,e2e,webkit2_41"
)

func checks() []check {
	return []check{
		{"gofmt", narrow, silent("gofmt", "-l", "main.go", "app", "backend", "build")},
		{"go vet", wide, command("go", "vet", "./...")},
		{"go vet, program", wide, command("go", "vet", "-tags", tagsProgram, "./...")},
		{"go vet, browser driver", wide, command("go", "vet", "-tags", tagsBrowser, "./...")},
		{"go vet, window driver", wide, command("go", "vet", "-tags", tagsWindow, ".", "./app/...")},
		{"staticcheck", wide, command("go", "tool", "staticcheck", "./...")},
		{"staticcheck, program", wide, command("go", "tool", "staticcheck", "-tags", tagsProgram, ".", "./app/...")},
		{"staticcheck, drivers", wide, command("go", "tool", "staticcheck", "-tags", tagsBrowser, ".", "./app/...")},
		{"eslint", narrow, frontend("npx", "eslint", ".", "--max-warnings", "0")},
		{"svelte-check", narrow, frontend("npx", "svelte-check", "--fail-on-warnings", "--output", "human")},
		{"types of the specs", narrow, frontend("npx", "tsc", "-p", "e2e", "--noEmit")},
		{"go.mod is tidy", narrow, command("go", "mod", "tidy", "-diff")},
		{"bindings are current", narrow, bindings},
		{"drivers build", narrow, drivers},
		{"desktop entry", narrow, optional("desktop-file-validate", "build/linux/kaffeerunde.desktop")},
		{"metainfo", narrow, optional("appstreamcli", "validate", "--no-net", "build/linux/kaffeerunde.metainfo.xml")},
		{"go test", wide, goTest},
		{"fuzz", wide, fuzz("app", "backend")},
		{"vitest", wide, vitest},
		{"offline, terminal", wide, offline},
		{"end to end", wide, playwright},
	}
}

// command is a check that passes when the program ends well.
func command(name string, args ...string) func(context.Context) outcome {
	return func(ctx context.Context) outcome {
		out, err := output(ctx, ".", nil, name, args...)
		return verdict(err == nil, out)
	}
}

// silent is a check that passes when the program ends well and has nothing to say.
func silent(name string, args ...string) func(context.Context) outcome {
	return func(ctx context.Context) outcome {
		out, err := output(ctx, ".", nil, name, args...)
		return verdict(err == nil && out == "", out)
	}
}

// optional is a command that only some systems have; without it the check is skipped.
func optional(name string, args ...string) func(context.Context) outcome {
	return func(ctx context.Context) outcome {
		if !installed(name) {
			return outcome{skipped: 1}
		}
		return command(name, args...)(ctx)
	}
}

// frontend is a command in the frontend's folder.
func frontend(name string, args ...string) func(context.Context) outcome {
	return func(ctx context.Context) outcome {
		out, err := output(ctx, "frontend", nil, name, args...)
		return verdict(err == nil, out)
	}
}

// bindings passes when the TypeScript that is committed is what the bound services give now. It is generated into a folder of
// its own, so that a stale file is told and not mended behind one's back.
func bindings(ctx context.Context) outcome {
	dir, err := os.MkdirTemp("", "bindings")
	if err != nil {
		return verdict(false, err.Error())
	}
	defer os.RemoveAll(dir)
	generator := filepath.Join(dir, "generator")
	if out, err := output(ctx, ".", nil, "go", "build", "-tags", "bindings", "-o", generator, "."); err != nil {
		return verdict(false, out)
	}
	if err := copyFile("wails.json", filepath.Join(dir, "wails.json")); err != nil {
		return verdict(false, err.Error())
	}
	if out, err := output(ctx, dir, []string{"tsoutputtype=interfaces"}, generator); err != nil {
		return verdict(false, out)
	}
	stale, err := differences("frontend/wailsjs/go", filepath.Join(dir, "frontend/wailsjs/go"))
	if err != nil {
		return verdict(false, err.Error())
	}
	return verdict(stale == "", "frontend/wailsjs does not fit the bound services; run \"make bindings\":\n"+stale)
}

func verdict(ok bool, out string) outcome {
	if ok {
		return outcome{passed: 1}
	}
	if out == "" {
		out = "(it said nothing)"
	}
	return outcome{failed: 1, output: out}
}
