package vcard_test

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

// expectation is what the corpus says of one card; an absent key asserts nothing.
type expectation struct {
	FN         *string         `json:"fn"`
	N          []string        `json:"n"`
	Tel        []string        `json:"tel"`
	Email      []string        `json:"email"`
	Org        [][]string      `json:"org"`
	Note       []string        `json:"note"`
	Categories []string        `json:"categories"`
	Photo      []expectedPhoto `json:"photo"`
}

type expectedPhoto struct {
	Bytes int    `json:"bytes"`
	SHA1  string `json:"sha1_12"`
}

type expectedFile struct {
	Cards int           `json:"cards"`
	List  []expectation `json:"list"`
}

// corpus returns the folder of real files, or skips the test where there is none.
func corpus(tb testing.TB) string {
	tb.Helper()
	folder := os.Getenv("KAFFEERUNDE_CORPUS")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	if _, err := os.Stat(filepath.Join(folder, "expect.json")); err != nil {
		tb.Skipf("skipped: no corpus in %s; set KAFFEERUNDE_CORPUS to a folder with expect.json and files/", folder)
	}
	return folder
}

// corpusFiles returns the contents of the corpus by name.
func corpusFiles(tb testing.TB) (names []string, files map[string][]byte) {
	tb.Helper()
	root := filepath.Join(corpus(tb), "files")
	files = map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		files[filepath.ToSlash(name)] = content
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	return names, files
}

func readAll(tb testing.TB, r *vcard.Reader) []*vcard.Card {
	tb.Helper()
	var cards []*vcard.Card
	for {
		c, err := r.Read()
		if err == io.EOF {
			return cards
		}
		if err != nil {
			tb.Fatal(err)
		}
		cards = append(cards, c)
	}
}

func read(tb testing.TB, content string) []*vcard.Card {
	tb.Helper()
	return readAll(tb, vcard.NewReader(strings.NewReader(content), vcard.Options{}))
}

// expectations returns what the corpus says of its files by name.
func expectations(tb testing.TB) map[string]expectedFile {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join(corpus(tb), "expect.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var expected struct {
		Files map[string]expectedFile `json:"files"`
	}
	if err := json.Unmarshal(content, &expected); err != nil {
		tb.Fatal(err)
	}
	return expected.Files
}

func TestEveryExpectationOfTheCorpusHolds(t *testing.T) {
	_, files := corpusFiles(t)
	for name, want := range expectations(t) {
		t.Run(name, func(t *testing.T) {
			reader := vcard.NewReader(strings.NewReader(string(files[name])), vcard.Options{})
			cards := readAll(t, reader)
			if len(cards) != want.Cards {
				t.Fatalf("%s: %d cards, want %d", name, len(cards), want.Cards)
			}
			if sum := reader.Counts(); sum.Shown+sum.Kept+sum.Unreadable != sum.Total {
				t.Errorf("%s: counts %+v do not add up", name, sum)
			}
			for i, w := range want.List {
				checkCard(t, i+1, cards[i], w)
			}
		})
	}
}

func checkCard(t *testing.T, number int, c *vcard.Card, want expectation) {
	t.Helper()
	if want.FN != nil && clean(c.FN()) != clean(*want.FN) {
		t.Errorf("card %d: FN %q, want %q", number, c.FN(), *want.FN)
	}
	if want.N != nil {
		var got []string
		if names := c.Names(); len(names) > 0 {
			first := names[0]
			got = trimTail([]string{first.FamilyName, first.GivenName, first.AdditionalName, first.HonorificPrefix, first.HonorificSuffix})
		}
		// The corpus joins the values of a component with a bare comma, also where the comma was text with a space
		// behind it.
		for i := range got {
			got[i] = cleanParts(got[i], ",")
		}
		checkList(t, number, "N", got, want.N)
	}
	if want.Tel != nil {
		checkList(t, number, "TEL", valuesOf(c.Phones()), want.Tel)
	}
	if want.Email != nil {
		checkList(t, number, "EMAIL", valuesOf(c.Emails()), want.Email)
	}
	if want.Note != nil {
		checkList(t, number, "NOTE", c.Notes(), want.Note)
	}
	if want.Categories != nil {
		checkList(t, number, "CATEGORIES", c.Categories(), want.Categories)
	}
	if want.Org != nil {
		var got, wanted []string
		for _, units := range c.Orgs() {
			got = append(got, cleanParts(strings.Join(units, "|"), "|"))
		}
		for _, units := range want.Org {
			wanted = append(wanted, strings.Join(units, "|"))
		}
		checkList(t, number, "ORG", got, wanted)
	}
	if want.Photo != nil {
		var got []expectedPhoto
		for _, p := range c.Photos() {
			if p.Data != nil {
				sum := sha1.Sum(p.Data)
				got = append(got, expectedPhoto{len(p.Data), hex.EncodeToString(sum[:])[:12]})
			}
		}
		if !slices.Equal(got, want.Photo) {
			t.Errorf("card %d: PHOTO %v, want %v", number, got, want.Photo)
		}
	}
}

func checkList(t *testing.T, number int, property string, got, want []string) {
	t.Helper()
	for _, list := range [][]string{got, want} {
		for i := range list {
			list[i] = clean(list[i])
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("card %d: %s %q, want %q", number, property, got, want)
	}
}

func clean(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}

// cleanParts trims each part of s between separators.
func cleanParts(s, separator string) string {
	parts := strings.Split(s, separator)
	for i := range parts {
		parts[i] = clean(parts[i])
	}
	return strings.Join(parts, separator)
}

func trimTail(parts []string) []string {
	for len(parts) > 0 && strings.TrimSpace(parts[len(parts)-1]) == "" {
		parts = parts[:len(parts)-1]
	}
	return parts
}

func valuesOf(values []vcard.Value) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = strings.TrimPrefix(v.Value, "tel:")
	}
	return all
}
