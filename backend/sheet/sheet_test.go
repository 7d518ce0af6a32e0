package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// write writes a sheet and returns its bytes.
func write(t testing.TB, people []Person, o Options) ([]byte, Result) {
	t.Helper()
	var b bytes.Buffer
	result, err := Write(&b, people, o, bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), result
}

// poppler runs one of poppler's tools on a PDF and returns what it printed. Arguments follow the file.
func poppler(t testing.TB, tool string, sheet []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		t.Skipf("%s is not here: install poppler-utils", tool)
	}
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(file, sheet, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool, append([]string{file}, args...)...)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v: %s", tool, err, complaints.String())
	}
	return string(out)
}

// withoutMarks is a text without the marks that poppler puts around what runs from right to left.
func withoutMarks(s string) string {
	return strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "", "\u200E", "", "\u200F", "").Replace(s)
}

func TestWrite(t *testing.T) {
	for _, l := range []Layout{List, Cards, Pocket} {
		t.Run(fmt.Sprintf("every name on the %s sheet can be searched", l), func(t *testing.T) {
			sheet, _ := write(t, guests(t), options(t, l))
			text := withoutMarks(poppler(t, "pdftotext", sheet, "-"))
			for _, name := range []string{"Müller", "نور خوري", "הדס כהן", "陈军", "ณัฐ พงษ์ศักดิ์", "अनुष्का शर्मा", "김민수", "Παπαδοπούλου", "Кузнецова", "Ngọc Ánh Trần"} {
				// A long name takes two lines in the pocket.
				if !strings.Contains(text, name) && !strings.Contains(strings.ReplaceAll(text, "\n", " "), name) {
					t.Errorf("pdftotext does not find %q", name)
				}
			}
		})
		t.Run(fmt.Sprintf("the same %s sheet is the same bytes", l), func(t *testing.T) {
			first, _ := write(t, guests(t), options(t, l))
			second, _ := write(t, guests(t), options(t, l))
			if !bytes.Equal(first, second) {
				t.Errorf("two sheets of the same people differ")
			}
		})
		t.Run(fmt.Sprintf("a %s sheet of nobody says so", l), func(t *testing.T) {
			sheet, result := write(t, nil, options(t, l))
			if result.Pages != 1 {
				t.Errorf("it has %d pages, want 1", result.Pages)
			}
			if text := poppler(t, "pdftotext", sheet, "-"); !strings.Contains(text, "Noch niemand auf diesem Blatt.") {
				t.Errorf("it says %q", text)
			}
		})
		t.Run(fmt.Sprintf("a private note is on the %s sheet only if it is asked for", l), func(t *testing.T) {
			people := []Person{{Name: "Emeka Eze", Note: "Smalltalk"}}
			for _, asked := range []bool{false, true} {
				o := options(t, l)
				o.Fields.Note = asked
				sheet, _ := write(t, people, o)
				if got := strings.Contains(poppler(t, "pdftotext", sheet, "-"), "Smalltalk"); got != asked {
					t.Errorf("asked: %t, printed: %t", asked, got)
				}
			}
		})
	}

	t.Run("the document says what it is", func(t *testing.T) {
		sheet, _ := write(t, guests(t), options(t, List))
		about := poppler(t, "pdfinfo", sheet, "-isodates")
		for _, want := range []string{"Open Space Stammtisch", "CreationDate:    2026-12-03T17:30:00Z", "PDF version:     1.7"} {
			if !strings.Contains(about, want) {
				t.Errorf("pdfinfo does not say %q:\n%s", want, about)
			}
		}
		if !bytes.Contains(sheet, []byte("/Lang<FEFF00640065>")) {
			t.Errorf("the language is not named")
		}
	})
	t.Run("all fonts are embedded and have a text for each glyph", func(t *testing.T) {
		sheet, _ := write(t, guests(t), options(t, List))
		fonts := strings.Split(strings.TrimSpace(poppler(t, "pdffonts", sheet)), "\n")[2:]
		for _, line := range fonts {
			if !strings.Contains(line, "yes yes yes") {
				t.Errorf("pdffonts says %q", line)
			}
		}
	})
	t.Run("letters that no font has are named", func(t *testing.T) {
		_, result := write(t, []Person{{Name: "陈军 🌻"}, {Name: "김민수"}}, options(t, List))
		if want := []string{"Han", "Hangul", "🌻"}; !slices.Equal(result.Missing, want) {
			t.Errorf("Missing is %q, want %q", result.Missing, want)
		}
	})
	t.Run("photos and people make the size, not the sheet", func(t *testing.T) {
		people, photos := make([]Person, 200), 0
		for i := range people {
			people[i] = Person{Name: fmt.Sprintf("Anna %d", i), Photo: portrait(t, 24, 24+i%20, i), VCard: "BEGIN:VCARD\nVERSION:3.0\nN:Eze;Anna\nFN:Anna Eze\nTEL:+49 40 5550123\nEND:VCARD"}
			people[i].Photo = append(people[i].Photo[:len(people[i].Photo)-2], append(make([]byte, 30<<10-len(people[i].Photo)), 0xFF, 0xD9)...)
			photos += len(people[i].Photo)
		}
		for _, l := range []Layout{List, Cards} {
			sheet, _ := write(t, people, options(t, l))
			if ratio := float64(len(sheet)) / float64(photos); ratio > 1.15 {
				t.Errorf("%s is %.2f times the photos, want at most 1.15", l, ratio)
			}
		}
	})
	t.Run("an unknown layout or paper is refused", func(t *testing.T) {
		o := options(t, "poster")
		if _, err := Write(io.Discard, nil, o, bundled(t)); !errors.Is(err, ErrLayout) {
			t.Errorf("got %v, want ErrLayout", err)
		}
		o = options(t, List)
		o.Paper = "A0"
		if _, err := Write(io.Discard, nil, o, bundled(t)); !errors.Is(err, ErrPaper) {
			t.Errorf("got %v, want ErrPaper", err)
		}
	})
	t.Run("a full disk is reported", func(t *testing.T) {
		full := errors.New("no space left on device")
		if _, err := Write(failing{full}, guests(t), options(t, List), bundled(t)); !errors.Is(err, full) {
			t.Errorf("got %v, want %v", err, full)
		}
	})
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestList(t *testing.T) {
	for _, paper := range []Paper{A4, Letter} {
		t.Run(fmt.Sprintf("twelve to fourteen people fit on %s", paper), func(t *testing.T) {
			o := options(t, List)
			o.Paper, o.Introduction = paper, ""
			people := slices.Repeat([]Person{{Name: "Anna Eze", Role: "Redakteurin", Organisation: "Hafenradio", Phones: []string{"+49 40 5550123"}, Emails: []string{"anna@hafenradio.example"}, Tags: []string{"Chor"}}}, 200)
			pages, _, err := compose(people, o, bundled(t))
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range pages[:len(pages)-1] {
				if got := count(p.boxes, "Anna Eze"); got < 12 || got > 14 {
					t.Errorf("page %d has %d people", i+1, got)
				}
			}
		})
	}
	t.Run("a name of 400 letters is printed whole", func(t *testing.T) {
		name := strings.TrimSpace(strings.Repeat("Karl Theodor ", 31))
		sheet, _ := write(t, []Person{{Name: name}}, options(t, List))
		if got := strings.Count(strings.Join(strings.Fields(poppler(t, "pdftotext", sheet, "-")), " "), "Karl Theodor"); got != 31 {
			t.Errorf("%d of 31 parts of the name are there", got)
		}
	})
	t.Run("what is not chosen takes no room and is not printed", func(t *testing.T) {
		o := options(t, List)
		o.Fields = Fields{}
		pages, _, err := compose(guests(t), o, bundled(t))
		if err != nil {
			t.Fatal(err)
		}
		text := dump(pages)
		for _, hidden := range []string{"Redakteurin", "Hafenradio", "5550123", "@", "Effectuation"} {
			if strings.Contains(text, hidden) {
				t.Errorf("%q is printed", hidden)
			}
		}
	})
}

func TestCards(t *testing.T) {
	t.Run("ten people fit on a page", func(t *testing.T) {
		for _, paper := range []Paper{A4, Letter} {
			o := options(t, Cards)
			o.Paper, o.Introduction = paper, ""
			_, result := write(t, slices.Repeat(guests(t), 2)[:20], o)
			if result.Pages != 2 {
				t.Errorf("20 people take %d pages of %s, want 2", result.Pages, paper)
			}
		}
	})
}

func TestPocket(t *testing.T) {
	t.Run("the pages follow each other when the sheet is folded", func(t *testing.T) {
		people := []Person{{Name: "Eins"}, {Name: "Zwei"}, {Name: "Drei"}, {Name: "Vier"}, {Name: "Fünf"}}
		pages, _, err := compose(people, options(t, Pocket), bundled(t))
		if err != nil {
			t.Fatal(err)
		}
		// As it lies on the table: the upper row on its head, the cover right of the back.
		want := [2][4]string{{"Fünf", "Vier", "Drei", "Zwei"}, {"Notizen", "Open Space", "So stelle ich mich vor", "Eins"}}
		sheet := pages[0]
		if len(pages) != 1 || sheet.width < sheet.height {
			t.Fatalf("%d sheets, %.0f x %.0f, want one that lies on its long side", len(pages), sheet.width, sheet.height)
		}
		for _, b := range sheet.boxes {
			panel, ok := b.(panelBox)
			if !ok {
				continue
			}
			row, column := int(panel.y/panel.h+0.5), int(panel.x/panel.w+0.5)
			if panel.turned != (row == 0) {
				t.Errorf("row %d column %d: turned is %t", row, column, panel.turned)
			}
			if count(panel.boxes, want[row][column]) == 0 {
				t.Errorf("row %d column %d does not say %q", row, column, want[row][column])
			}
		}
	})
	t.Run("the cut is in the middle, between the two folds beside it", func(t *testing.T) {
		pages, _, err := compose(nil, options(t, Pocket), bundled(t))
		if err != nil {
			t.Fatal(err)
		}
		cuts := 0
		for _, b := range pages[0].boxes {
			if rule, ok := b.(ruleBox); ok && rule.grey == 0 {
				cuts++
				w := pages[0].width / 4
				if rule.x != w || rule.w != 2*w || rule.y != pages[0].height/2 || rule.h != 0 {
					t.Errorf("the cut is at %.1f", rule.rect)
				}
			}
		}
		if cuts != 1 {
			t.Errorf("there are %d cuts, want 1", cuts)
		}
	})
	t.Run("more than five people make more booklets, and the covers say which", func(t *testing.T) {
		sheet, result := write(t, guests(t), options(t, Pocket))
		if result.Pages != 3 {
			t.Errorf("15 people take %d sheets, want 3", result.Pages)
		}
		text := poppler(t, "pdftotext", sheet, "-")
		for i := range 3 {
			if want := fmt.Sprintf("Heft %d von 3", i+1); !strings.Contains(text, want) {
				t.Errorf("no cover says %q", want)
			}
		}
	})
	t.Run("a long introduction is set smaller and stays whole", func(t *testing.T) {
		o := options(t, Pocket)
		o.Introduction = strings.TrimSpace(strings.Repeat("Wir bauen Probenräume. ", 30))
		sheet, _ := write(t, nil, o)
		if got := strings.Count(strings.Join(strings.Fields(poppler(t, "pdftotext", sheet, "-")), " "), "Probenräume."); got != 30 {
			t.Errorf("%d of 30 sentences are there", got)
		}
	})
}

// count is how many texts begin with something.
func count(boxes []box, start string) int {
	n := 0
	for _, b := range boxes {
		if text, ok := b.(textBox); ok && strings.HasPrefix(text.line.Text(), start) {
			n++
		}
	}
	return n
}

func TestWords(t *testing.T) {
	for _, lang := range []string{"en", "de"} {
		t.Run("every word on a sheet is in the catalogue: "+lang, func(t *testing.T) {
			w := wordsIn(t, lang)
			for _, word := range []string{w.Page, w.Booklet, w.Nobody, w.Introduction, w.Questions, w.Known, w.Open, w.Offer, w.Notes, w.Birthday, w.Fold, w.Cut} {
				if word == "" {
					t.Errorf("a word is missing: %+v", w)
				}
			}
		})
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("Anna Eze", "BEGIN:VCARD\nEND:VCARD", []byte{0xFF, 0xD8}, uint8(0))
	f.Add("\u202Eمكتب 12 \x00\xff \U000E0041 a\u0301\u0301\u0301\u0301\u0301\u0301", "", []byte("\x89PNG"), uint8(1))
	f.Add("👩‍👩‍👧‍👦 ﷽ ก็็็็็", "N:;", []byte{}, uint8(2))
	fonts, err := LoadFonts()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text, vcard string, photo []byte, choice uint8) {
		l := []Layout{List, Cards, Pocket}[choice%3]
		all := Fields{true, true, true, true, true, true, true, true, true, true, true, true}
		o := Options{Layout: l, Lang: text, Title: text, Date: text, Place: text, Introduction: text, Questions: []string{text, ""}, Known: []Known{{text, text, text}, {}}, Fields: all, Words: Words{Page: text, Nobody: text}, Now: time.Unix(0, 0)}
		p := Person{Name: text, Role: text, Organisation: text, Phones: []string{text}, Emails: []string{text}, Tags: []string{text, text}, Why: text, Reasons: []string{text}, Open: []string{text, text}, Offers: []string{text}, Note: text, Address: text, Birthday: text, Photo: photo, VCard: vcard}
		var b bytes.Buffer
		if _, err := Write(&b, []Person{p, {}, p}, o, fonts); err != nil {
			t.Fatalf("Write with %q: %v", text, err)
		}
		if !bytes.HasSuffix(b.Bytes(), []byte("%%EOF\n")) {
			t.Errorf("the sheet with %q has no end", text)
		}
	})
}
