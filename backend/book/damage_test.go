package book

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	command "flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

var wounds = command.Int("wounds", 15, "at how many places a book is damaged")

// TestDamage overwrites bytes at random places of a book, one place at a time. Each time the book is refused with a sentence, or opened
// and the doctor says what is wrong; and everybody in it is saved or named as lost. It prints which places led to what; run "go
// test ./backend/book -run TestDamage -v -wounds 100" for a long table.
func TestDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	b := opened(t, path, 1)
	chance := rand.New(rand.NewPCG(11, 13))
	imported(t, b, ImportOptions{}, many(300))
	for range 2 {
		for _, d := range deeds {
			if err := done(t.Context(), d, b, chance); err != nil {
				t.Fatal(err)
			}
		}
	}
	sound(t, b)
	whole, people := dump(t, b), everybody(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	places := placesOf(t, path, raw)
	kinds := slices.Sorted(maps.Keys(places))
	table := map[string]map[string]int{}
	for i := range *wounds {
		// Every kind of place has its turn, then any place.
		kind := kinds[i%len(kinds)]
		page := anyOf(chance, places[kind])
		at := page + chance.IntN(pageSize-64)
		for tries := 0; raw[at] == 0 && tries < 1000; tries++ {
			at = page + chance.IntN(pageSize-64) // most of a page is free
		}
		if kind == "header" {
			at = chance.IntN(100)
		}
		wound := make([]byte, 16+chance.IntN(48))
		for k := range wound {
			wound[k] = byte(chance.IntN(256))
		}
		hurt := bytes.Clone(raw)
		copy(hurt[at:], wound)
		patient := filepath.Join(t.TempDir(), "book.db")
		if err := os.WriteFile(patient, hurt, 0o600); err != nil {
			t.Fatal(err)
		}
		outcome := examined(t, patient, whole)
		if outcome != "unharmed" {
			outcome += "; " + salvagedFrom(t, patient, people)
		}
		if table[kind] == nil {
			table[kind] = map[string]int{}
		}
		table[kind][outcome]++
		if t.Failed() {
			t.Fatalf("%d bytes at %d, %s: %s", len(wound), at, kind, outcome)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(table)) {
		for _, outcome := range slices.Sorted(maps.Keys(table[kind])) {
			t.Logf("%-32s %3d  %s", kind, table[kind][outcome], outcome)
		}
	}
}

// examined says what becomes of a damaged book that somebody opens.
func examined(t *testing.T, path, whole string) string {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	b, err := Open(ctx, path, still(1))
	if err != nil {
		code := Explain(err).Code
		if !slices.Contains([]string{"book-damaged", "not-a-book", "newer-book"}, code) {
			t.Errorf("Open = %v, explained as %s", err, code)
		}
		return "refused: " + code
	}
	defer b.Close()
	_ = b.Check(ctx)
	opened := "opened"
	if b.Refuses() != nil {
		opened = "opened to read"
		if _, _, err := b.Add(ctx, contact.Draft{Name: "Nur Demir"}); Explain(err).Code != "book-damaged" {
			t.Errorf("Add = %v, want the book's refusal", err)
		}
	}
	found, err := b.Doctor(ctx)
	if err != nil {
		t.Errorf("Doctor = %v", err)
	}
	var codes []string
	for _, d := range found {
		codes = append(codes, d.Code)
	}
	if len(codes) > 0 {
		return opened + ", doctor says " + strings.Join(codes, ", ")
	}
	var text bytes.Buffer
	if err := b.Dump(ctx, &text); err != nil || text.String() != whole {
		t.Errorf("the doctor finds nothing, and the book holds something else (%v)", err)
	}
	return "unharmed"
}

// salvagedFrom salvages a damaged book and says what came out. Everybody must be there or be named.
func salvagedFrom(t *testing.T, path string, people map[string]bool) string {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	into := filepath.Join(t.TempDir(), "saved.db")
	r, err := Salvage(ctx, path, into, still(2))
	if err != nil {
		if code := Explain(err).Code; code != "not-a-book" {
			t.Errorf("Salvage = %v, explained as %s", err, code)
		}
		return "nothing to save"
	}
	saved := opened(t, into, 3)
	defer saved.Close()
	for _, d := range must(saved.Doctor(ctx)) {
		if !slices.Contains([]string{diagnosisCard, diagnosisGarbled, diagnosisPicture, diagnosisPictureDamaged, diagnosisUndo, diagnosisUID}, d.Code) {
			t.Errorf("the doctor says %s of the new book: %v", d.Code, d.Args)
		}
	}
	here, missing := everybody(t, saved), 0
	for name := range people {
		if !here[name] {
			missing++
		}
	}
	unreadable := 0
	for _, d := range must(saved.Doctor(ctx)) {
		if d.Code == diagnosisCard {
			fmt.Sscan(d.Args[0].Value, &unreadable)
		}
	}
	if missing > len(r.Lost())+unreadable && !r.Broken {
		t.Errorf("%d people are missing and %v said to be", missing, r.Lost())
	}
	switch {
	case len(r.Changed) > 0:
		return "saved, and whose card is not what it was is said"
	case missing == 0 && !r.Broken && r.History:
		return "all saved"
	case missing == 0 && !r.Broken:
		return "all saved but the history"
	case missing == 0:
		return "all people saved, something else lost and said"
	}
	return fmt.Sprintf("saved but for up to %d people, and said", (missing+9)/10*10)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// everybody is all people by UID.
func everybody(t *testing.T, b *Book) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	err := b.store.Read(context.WithoutCancel(t.Context()), func(tx *store.Tx) error {
		return tx.EachByUID(t.Context(), func(p store.Person) error {
			all[p.UID] = true
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

const pageSize = 4096

// placesOf sorts the pages of a book by what lies in them, as https://www.sqlite.org/fileformat2.html says.
func placesOf(t *testing.T, path string, raw []byte) map[string][]int {
	t.Helper()
	places := map[string][]int{"header": {0}, "schema": {0}}
	known := map[int]bool{0: true}
	note := func(kind string, page int) {
		known[page] = true
		places[kind] = append(places[kind], page*pageSize)
	}
	var walk func(kind string, page int)
	walk = func(kind string, page int) {
		start := page * pageSize
		if page == 0 {
			start = 100
		}
		inner := raw[start] == 2 || raw[start] == 5
		if page > 0 {
			if inner {
				note(kind+", inner page", page)
			} else {
				note(kind, page)
			}
		}
		if !inner {
			return
		}
		for i := range int(binary.BigEndian.Uint16(raw[start+3:])) {
			cell := page*pageSize + int(binary.BigEndian.Uint16(raw[start+12+2*i:]))
			walk(kind, int(binary.BigEndian.Uint32(raw[cell:]))-1)
		}
		walk(kind, int(binary.BigEndian.Uint32(raw[start+8:]))-1)
	}
	walk("schema", 0)
	for name, root := range rootsOf(t, path) {
		walk(name, root-1)
	}
	for page := range len(raw) / pageSize {
		if !known[page] {
			note("long rows and free pages", page)
		}
	}
	return places
}

// rootsOf returns the first page of each table and index, called by what it is for.
func rootsOf(t *testing.T, path string) map[string]int {
	t.Helper()
	roots := map[string]int{}
	rows, err := plainly(t, path).Query(`SELECT name, tbl_name, type, rootpage FROM sqlite_master WHERE rootpage > 0`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name, table, kind string
		var root int
		if err := rows.Scan(&name, &table, &kind, &root); err != nil {
			t.Fatal(err)
		}
		if kind == "index" {
			name = "lookup of " + table
		}
		for roots[name] != 0 {
			name += "'"
		}
		roots[name] = root
	}
	return roots
}

// plainly opens a file with nothing but SQLite.
func plainly(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}
