package app

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the import path of the repository's root.
const module = "kaffeerunde"

// arrows says which packages of this module each package may import. A package that is missing here may import none. The
// shells know the sheet and the guest list because the book takes options and lists as they are.
var arrows = map[string][]string{
	".":                 {"app", "app/cli"},
	"app":               {"backend/book", "backend/coffee", "backend/contact", "backend/guestlist", "backend/locale", "backend/sample", "backend/sheet"},
	"app/cli":           {"backend/book", "backend/coffee", "backend/contact", "backend/guestlist", "backend/locale", "backend/sample", "backend/sheet"},
	"backend/book":      {"backend/lock", "backend/store", "backend/vcard", "backend/table", "backend/match", "backend/guestlist", "backend/calendar", "backend/coffee", "backend/graph", "backend/plot", "backend/sheet", "backend/locale", "backend/contact", "backend/thumbnail"},
	"backend/plot":      {"backend/sheet"},
	"backend/store":     {"backend/contact", "backend/lock"},
	"backend/vcard":     {"backend/contact"},
	"backend/match":     {"backend/contact"},
	"backend/table":     {"backend/vcard"},
	"backend/sheet":     {"backend/contact"},
	"backend/carddav":   {"backend/contact", "backend/vcard"},
	"backend/graph":     {"backend/contact"},
	"backend/guestlist": {"backend/contact"},
	"backend/coffee":    {"backend/contact"},
	"backend/thumbnail": {"backend/contact"},
}

func TestArrows(t *testing.T) {
	imports := packageImports(t, "..")
	t.Run("each package imports only what the design lets it", func(t *testing.T) {
		for pkg, imported := range imports {
			if strings.HasPrefix(pkg, "backend/bench") {
				continue // measures everything, and nothing imports it
			}
			own := owner(pkg)
			for dependency := range imported {
				inside, ours := strings.CutPrefix(dependency, module+"/")
				if ours && owner(inside) != own && !slices.Contains(arrows[own], owner(inside)) {
					t.Errorf("%s imports %s, want only %v", pkg, inside, arrows[own])
				}
			}
		}
	})
	t.Run("only the window's shell knows Wails", func(t *testing.T) {
		for pkg, imported := range imports {
			if strings.HasPrefix(pkg, "backend/bench") {
				continue // opens a bare window beside ours
			}
			for dependency := range imported {
				if strings.HasPrefix(dependency, "github.com/wailsapp/wails") && pkg != "app" {
					t.Errorf("%s imports %s", pkg, dependency)
				}
			}
		}
	})
	t.Run("the domain needs the standard library only", func(t *testing.T) {
		for dependency := range imports["backend/contact"] {
			if strings.Contains(strings.Split(dependency, "/")[0], ".") || strings.HasPrefix(dependency, module) {
				t.Errorf("backend/contact imports %s", dependency)
			}
		}
	})
}

func TestFilesOfTheBookStandInTheArchitecture(t *testing.T) {
	text, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| begins with | holds |\n|---|---|")
	table, _, _ = strings.Cut(table, "\n\n")
	var beginnings []string
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) > 2 {
			beginnings = append(beginnings, strings.Fields(strings.ReplaceAll(cells[1], "`", ""))...)
		}
	}
	files, err := filepath.Glob("../backend/book/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are %d files, %v", len(files), err)
	}
	found := map[string]bool{}
	for _, path := range files {
		name := filepath.Base(path)
		if name == "doc.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		here := false
		for _, beginning := range beginnings {
			if strings.HasPrefix(name, beginning) {
				here, found[beginning] = true, true
			}
		}
		if !here {
			t.Errorf("%s begins with nothing that stands in the table of ARCHITECTURE.md: add it there", name)
		}
	}
	for _, beginning := range beginnings {
		if !found[beginning] {
			t.Errorf("no file begins with %q any more", beginning)
		}
	}
}

// owner is the package of the design that a package belongs to: backend/sheet/pdf is a part of backend/sheet.
func owner(pkg string) string {
	for dir := pkg; dir != "."; dir = path.Dir(dir) {
		if _, ok := arrows[dir]; ok {
			return dir
		}
	}
	return pkg
}

// packageImports maps each folder with Go files, tests left out, to what it imports. Every build tag is read.
func packageImports(t *testing.T, root string) map[string]map[string]bool {
	t.Helper()
	found := map[string]map[string]bool{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || entry.Name() == ".git") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		pkg = filepath.ToSlash(pkg)
		if found[pkg] == nil {
			found[pkg] = map[string]bool{}
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[pkg][imported] = true
		}
		return nil
	})
	if err != nil {
		t.Fatalf("read the packages: %v", err)
	}
	return found
}
