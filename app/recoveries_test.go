package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// damagedBook makes a book of which a backup has Ada and Bo, and which had Cy as well before the pages with the cards of Bo and Cy were
// overwritten. It returns its bytes.
func damagedBook(t *testing.T, path string) []byte {
	t.Helper()
	ctx := t.Context()
	b, err := book.Open(ctx, path, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	add := func(name string) {
		t.Helper()
		// A card that fills a page of its own, so that a damaged one is nobody else's.
		if _, _, err := b.Add(ctx, contact.Draft{Name: name, Notes: []string{strings.Repeat("o ", 3000)}}); err != nil {
			t.Fatal(err)
		}
	}
	add("Ada")
	add("Bo")
	if _, err := b.BackUp(ctx); err != nil {
		t.Fatal(err)
	}
	add("Cy")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	for _, name := range []string{"Bo", "Cy"} {
		at := bytes.Index(raw, []byte("FN:"+name+"\r"))
		if at < 0 {
			t.Fatalf("the card of %s is not in the file", name)
		}
		copy(raw[at:], strings.Repeat("\xff", len(name)+4))
		copy(raw[at-at%page:], strings.Repeat("\xff", 16))
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return raw
}

// onDamaged opens a session on a damaged book in which an import and a backup are looked at, and what can be done for the book.
type onDamaged struct {
	*session
	raw     []byte
	preview string
}

func openDamaged(t *testing.T) onDamaged {
	t.Helper()
	dir := t.TempDir()
	d := onDamaged{raw: damagedBook(t, filepath.Join(dir, "book.db"))}
	d.session = newSession(Options{Book: filepath.Join(dir, "book.db"), State: filepath.Join(dir, "window.json"), Now: time.Now})
	d.desktop, d.pane = &chosenDesktop{}, stillPane{}
	d.open(t.Context())
	t.Cleanup(func() { d.shutdown(context.Background()) })

	health, err := (&Shell{d.session}).Health()
	if err != nil || !health.Damaged || health.People != 2 {
		t.Fatalf("Health = %+v, %v; want a damaged book and a backup of two", health, err)
	}
	phone := filepath.Join(dir, "phone.vcf")
	if err := os.WriteFile(phone, []byte(phoneFile), 0o600); err != nil {
		t.Fatal(err)
	}
	preview, err := (&Imports{d.session}).Preview("import", []string{phone})
	if err != nil {
		t.Fatal(err)
	}
	d.preview = preview.ID
	backups, err := (&Backups{d.session}).List()
	if err != nil || len(backups) != 1 {
		t.Fatalf("List = %+v, %v; want one backup", backups, err)
	}
	// As Backups.Preview does, which goes on to compare: of this book that cannot be done.
	restoring, err := d.book.Restore(t.Context(), backups[0].Path, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.restoring.keep(t.Context(), restoring); err != nil {
		t.Fatal(err)
	}
	v, err := (&Recoveries{d.session}).Look("look")
	if err != nil || v.BackedUp != 2 {
		t.Fatalf("Look = %+v, %v; want a backup of two", v, err)
	}
	if v.People != 2 || strings.Join(v.Same.Names, " ") != "Bo" || strings.Join(v.Lost.Names, " ") != "Cy" {
		t.Fatalf("Look = %+v; want Ada, Bo out of the backup, and Cy lost", v)
	}
	return d
}

// people asks the book who is in it.
func (d onDamaged) people(t *testing.T) int {
	t.Helper()
	ids, err := (&People{d.session}).IDs(PersonQuery{IDs: []int64{}})
	if err != nil {
		t.Error(err)
	}
	return len(ids)
}

func TestADamagedBookGivesWay(t *testing.T) {
	for name, c := range map[string]struct{ run func(*Recoveries) error }{
		"to the backup":         {(*Recoveries).GoBack},
		"to what could be read": {(*Recoveries).KeepSalvaged},
	} {
		t.Run(name, func(t *testing.T) {
			d := openDamaged(t)
			ended := d.opened
			if err := c.run(&Recoveries{d.session}); err != nil {
				t.Fatal(err)
			}
			if ended.Err() == nil {
				t.Error("calls on the damaged book would go on")
			}
			if n := d.people(t); n != 2 {
				t.Errorf("the next call reads %d people, want two", n)
			}
			if _, err := (&Tags{d.session}).Put("Chor", []int64{1}); err != nil {
				t.Errorf("the book that took the place refuses a change: %v", err)
			}
			if _, err := (&Imports{d.session}).Rows(d.preview, PileNew, 0, 1); failure(err).Code != "preview-gone" {
				t.Errorf("the import that was looked at is still of the damaged book: %v", err)
			}
			if _, err := (&Backups{d.session}).Run(); failure(err).Code != "preview-gone" {
				t.Errorf("the restore that was looked at is still of the damaged book: %v", err)
			}
			if err := c.run(&Recoveries{d.session}); failure(err).Code != "recovery-gone" {
				t.Errorf("what was read took the place a second time: %v", err)
			}
			start, err := (&Shell{d.session}).Start()
			if err != nil || start.People != 2 || !strings.Contains(start.Aside, "damaged") {
				t.Fatalf("Start = %+v, %v; want two people, and where the damaged book is", start, err)
			}
			kept, err := os.ReadFile(filepath.Join(filepath.Dir(d.path), start.Aside))
			if err != nil || !bytes.Equal(kept, d.raw) {
				t.Errorf("the damaged file is not kept as it was: %v", err)
			}
			if left, _ := filepath.Glob(filepath.Join(d.path+".backups", ".*")); len(left) > 0 {
				t.Errorf("%q is left of what was read", left)
			}
		})
	}
}

func TestABookThatCannotBeReplacedStaysOpen(t *testing.T) {
	d := openDamaged(t)
	recoveries := &Recoveries{d.session}
	// What is to become the book cannot be written.
	obstacle := filepath.Join(d.path+".half", "something")
	if err := os.MkdirAll(obstacle, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := recoveries.KeepSalvaged(); err == nil {
		t.Fatal("KeepSalvaged over a folder = nil")
	}
	if n := d.people(t); n == 0 {
		t.Error("the book that was open does not answer any more")
	}
	if now, err := os.ReadFile(d.path); err != nil || !bytes.Equal(now, d.raw) {
		t.Errorf("the damaged file is not as it was: %v", err)
	}
	start, err := (&Shell{d.session}).Start()
	if err != nil || start.Problem != nil || start.Aside != "" {
		t.Errorf("Start = %+v, %v; want the book as before, and nothing beside it", start, err)
	}
	if err := os.RemoveAll(filepath.Dir(obstacle)); err != nil {
		t.Fatal(err)
	}
	if err := recoveries.KeepSalvaged(); err != nil {
		t.Errorf("KeepSalvaged once there is room = %v", err)
	}
}

func TestCallsThatRunWhileABookGivesWayAreCancelled(t *testing.T) {
	d := openDamaged(t)
	people, stop := &People{d.session}, make(chan struct{})
	var callers, begun sync.WaitGroup
	for range 4 {
		callers.Add(1)
		begun.Add(1)
		go func() {
			defer callers.Done()
			for first := true; ; first = false {
				_, err := people.List(PersonQuery{}, 0, 10)
				if err != nil {
					if code := failure(err).Code; code != "cancelled" && code != "book-damaged" {
						t.Errorf("a call was rejected with %q: %v", code, err)
					}
				}
				if first {
					begun.Done()
				}
				select {
				case <-stop:
					return
				default:
				}
			}
		}()
	}
	begun.Wait()
	if err := (&Recoveries{d.session}).KeepSalvaged(); err != nil {
		t.Error(err)
	}
	close(stop)
	callers.Wait()
	if n := d.people(t); n != 2 {
		t.Errorf("the book that took the place has %d people, want two", n)
	}
}

func TestALateCallDoesNotStandForTheBookThatGaveWay(t *testing.T) {
	s, _ := opened(t)
	<-s.ready
	oldCtx, old := s.opened, s.book
	if err := s.exchange(func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	s.prepare(s.opened, s.book)
	s.prepare(oldCtx, old)
	if s.prepared != s.book {
		t.Error("a late call on the old book counts as the one that is prepared, so the new one is tended twice")
	}
}

func TestRecoveriesWriteBooksAndVCardsAlone(t *testing.T) {
	d := openDamaged(t)
	if v, err := (&Recoveries{d.session}).Save("save", "csv"); err == nil || v.Path != "" {
		t.Errorf("Save(csv) = %+v, %v; want it refused", v, err)
	}
}
