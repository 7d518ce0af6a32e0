package app

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/wailsapp/wails/v2/pkg/options"
)

// phoneFile has two people and a line that nobody can read.
const phoneFile = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim Beispiel\r\nTEL:+49 30 23125001\r\nORG:Speicher Vier\r\nEND:VCARD\r\n" +
	"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg Müller\r\nEMAIL:joerg@example.org\r\nEND:VCARD\r\nDCIM/IMG_0001.jpg\r\n"

// opened starts a session without a window on a new book. What the person would choose in a dialog is in the desktop.
func opened(t *testing.T) (*session, *chosenDesktop) {
	t.Helper()
	dir := t.TempDir()
	s := newSession(Options{
		Book: filepath.Join(dir, "book.db"), State: filepath.Join(dir, "window.json"), Version: "1.0", Now: time.Now,
	})
	desktop := &chosenDesktop{}
	s.desktop, s.pane = desktop, stillPane{}
	s.open(t.Context())
	t.Cleanup(func() { s.shutdown(context.Background()) })
	return s, desktop
}

func TestServices(t *testing.T) {
	s, desktop := opened(t)
	dir := t.TempDir()
	phone := filepath.Join(dir, "phone.vcf")
	if err := os.WriteFile(phone, []byte(phoneFile), 0o600); err != nil {
		t.Fatal(err)
	}
	imports, people, tags, network := &Imports{s}, &People{s}, &Tags{s}, &Network{s}
	everyone := PersonQuery{IDs: []int64{}}

	start, err := (&Shell{s}).Start()
	if err != nil || start.Problem != nil || start.People != 0 {
		t.Fatalf("Start = %+v, %v; want an empty book without a problem", start, err)
	}

	preview, err := imports.Preview("job", []string{phone})
	if err != nil || preview.New != 2 || preview.Unreadable != 1 {
		t.Fatalf("Preview = %+v, %v; want two new and one unreadable", preview, err)
	}
	rows, err := imports.Rows(preview.ID, PileNew, 0, 10)
	if err != nil || rows.Total != 2 {
		t.Fatalf("Rows = %+v, %v; want two", rows, err)
	}
	plan, err := imports.DecideRow(preview.ID, rows.Items[1].Index, DecisionSkip)
	if want := (ImportPlan{Add: 1, Skip: 1}); err != nil || plan != want {
		t.Fatalf("DecideRow = %+v, %v; want %+v", plan, err, want)
	}
	if plan, err = imports.Decide(preview.ID, PileNew, DecisionAdd); err != nil || plan.Add != 2 {
		t.Fatalf("Decide = %+v, %v; want two to add", plan, err)
	}
	receipt, err := imports.Run("job", preview.ID)
	if err != nil || receipt.Added != 2 {
		t.Fatalf("Run = %+v, %v; want two added", receipt, err)
	}
	if l := receipt.Lines; l.Shown+l.Kept+l.Unreadable != l.Total {
		t.Errorf("the lines of the receipt are %+v, and do not add up", l)
	}
	if _, err := imports.Rows(preview.ID, PileNew, 0, 10); failure(err).Code != "preview-gone" {
		t.Errorf("Rows after Run = %v, want a preview that is gone", err)
	}

	page, err := people.List(PersonQuery{Text: "mueller"}, 0, 10)
	if err != nil || page.Total != 1 || page.Items[0].Name != "Jörg Müller" {
		t.Fatalf("List = %+v, %v; want Jörg Müller alone", page, err)
	}
	ids, err := people.IDs(everyone)
	if err != nil || len(ids) != 2 {
		t.Fatalf("IDs = %v, %v; want two", ids, err)
	}
	change, err := tags.Put("Barcamp", ids)
	if err != nil || change.Count != 2 {
		t.Fatalf("Put = %+v, %v; want two tagged", change, err)
	}

	t.Run("an export goes where the person said, and may be opened", func(t *testing.T) {
		desktop.path = filepath.Join(dir, "people")
		written, err := (&Exports{s}).Save("job", ExportForm{Query: everyone, Format: "csv"})
		if err != nil || written.Count != 2 || written.Path != desktop.path+".csv" {
			t.Fatalf("Save = %+v, %v; want two people in %s.csv", written, err, desktop.path)
		}
		if !s.wrote(written.Path) {
			t.Errorf("%s is not known as written", written.Path)
		}
	})
	t.Run("what could not be read goes where the person said", func(t *testing.T) {
		desktop.path = filepath.Join(dir, "lines.txt")
		written, err := imports.SaveUnreadable(receipt.Operation)
		if err != nil || written.Count != 1 || written.Path != desktop.path || !s.wrote(written.Path) {
			t.Errorf("SaveUnreadable = %+v, %v; want one line in %s", written, err, desktop.path)
		}
		if _, err := imports.SavePreviewUnreadable(preview.ID); failure(err).Code != "preview-gone" {
			t.Errorf("SavePreviewUnreadable after Run = %v, want a preview that is gone", err)
		}
	})
	t.Run("a closed dialog writes nothing and is no fault", func(t *testing.T) {
		desktop.path = ""
		written, err := (&Sheets{s}).Save(SheetForm{Query: everyone, Layout: "list", Paper: "A4"})
		if err != nil || written.Path != "" {
			t.Errorf("Save = %+v, %v; want nothing", written, err)
		}
	})
	t.Run("a sheet is drawn for the page", func(t *testing.T) {
		drawn, err := (&Sheets{s}).Preview(SheetForm{Query: everyone, Layout: "list", Paper: "A4", Lang: "de"})
		if err != nil || drawn.Pages != 1 || drawn.People != 2 || !strings.HasPrefix(drawn.URL, "/sheets/") {
			t.Errorf("Preview = %+v, %v; want one page of two people", drawn, err)
		}
	})
	t.Run("a connection is made, seen from both sides, and taken back", func(t *testing.T) {
		if _, err := network.Connect(ids, ConnectionForm{Kind: "manager", Since: "2019"}); err != nil {
			t.Fatal(err)
		}
		for i, kind := range []string{"manager", "report"} {
			known, err := network.Connections(ids[i])
			if err != nil || len(known) != 1 || known[0].Kind != kind || known[0].Person != ids[1-i] || known[0].Since != "2019" {
				t.Errorf("Connections(%d) = %+v, %v; want the other as %s", ids[i], known, err, kind)
			}
		}
		if change, err := network.Disconnect(ids); err != nil || change.Count != 1 {
			t.Errorf("Disconnect = %+v, %v; want one connection taken back", change, err)
		}
		if kinds := network.Kinds(); len(kinds) == 0 || kinds[0] != "knows" {
			t.Errorf("Kinds = %v, want knows first", kinds)
		}
	})
	t.Run("the network is a picture, in its places, and goes where the person said", func(t *testing.T) {
		form := PictureForm{Kinds: []NodeKind{NodeTag, NodeOrganisation}, Colour: ColourCircle, Alone: true}
		if err := network.Place(form, []PlaceForm{{Key: "g:Barcamp", X: 3, Y: 4, Pinned: true}}); err != nil {
			t.Fatal(err)
		}
		p, err := network.Arrange("picture", form)
		if err != nil || len(p.Nodes) != 3 || !p.Settled || len(p.From) != 2 || p.Ties[p.Tie[0]].Kind != "tag" {
			t.Fatalf("Arrange = %+v, %v; want two people and their tag", p, err)
		}
		if p.X[2] != 3 || p.Y[2] != 4 || !p.Nodes[2].Pinned {
			t.Errorf("the tag is at (%g, %g), want where it was put", p.X[2], p.Y[2])
		}
		for _, form := range []PictureForm{form, {}, {Centre: ids[0], Steps: 1}} {
			p, err := network.Picture(form)
			if err != nil {
				t.Fatal(err)
			}
			if raw, err := json.Marshal(p); err != nil || strings.Contains(string(raw), "null") {
				t.Errorf("the picture of %+v holds a null: %s, %v", form, raw, err)
			}
		}
		desktop.path = filepath.Join(dir, "netz")
		written, err := network.SavePicture("picture", form, PictureFileForm{Format: "svg"})
		if err != nil || written.Path != desktop.path+".svg" || written.Count != 3 || !s.wrote(written.Path) {
			t.Errorf("SavePicture = %+v, %v; want three nodes in %s.svg", written, err, desktop.path)
		}
		if err := network.SetMe(ids[1]); err != nil {
			t.Fatal(err)
		}
		if me, err := network.Me(); err != nil || me != ids[1] {
			t.Errorf("Me = %d, %v; want %d", me, err, ids[1])
		}
	})
	t.Run("no view has a null", func(t *testing.T) {
		person, err := people.Read(ids[0])
		if err != nil {
			t.Fatal(err)
		}
		history, err := (&History{s}).List(0, 10)
		if err != nil {
			t.Fatal(err)
		}
		for name, view := range map[string]any{
			"start": start.Files, "receipt": receipt, "rows": rows.Items[0].Reasons, "page": page, "person": person, "history": history,
		} {
			raw, err := json.Marshal(view)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(strings.ReplaceAll(string(raw), `"problem":null`, ""), "null") {
				t.Errorf("%s holds a null: %s", name, raw)
			}
		}
	})
	t.Run("an undone import takes along what stands on it", func(t *testing.T) {
		undone, err := (&History{s}).Undo(receipt.Operation)
		if err != nil || len(undone) != 4 {
			t.Fatalf("Undo = %+v, %v; want the connection, its end, the tag and the import", undone, err)
		}
		if page, err := people.List(everyone, 0, 10); err != nil || page.Total != 0 {
			t.Errorf("List = %+v, %v; want nobody", page, err)
		}
		redone, err := (&History{s}).Redo()
		if err != nil || len(redone) != 4 {
			t.Errorf("Redo = %+v, %v; want the four again", redone, err)
		}
	})
	t.Run("settings come back as they were kept", func(t *testing.T) {
		want := start.Settings
		want.Language, want.Theme, want.SortBy = "de", "dark", "given"
		got, err := (&Preferences{s}).Save(want)
		if err != nil || got != want {
			t.Errorf("Save = %+v, %v; want %+v", got, err, want)
		}
		if again, err := (&Shell{s}).Start(); err != nil || again.Settings != want || again.Language != "de" {
			t.Errorf("Start = %+v, %v; want the same settings, in German", again, err)
		}
		if !s.window.Dark {
			t.Error("the window does not start dark next time")
		}
	})
	t.Run("the file of the book itself is not taken for a picture", func(t *testing.T) {
		if _, err := people.SetPhoto(page.Items[0].ID, s.path); failure(err).Code != "file-is-book" {
			t.Errorf("SetPhoto = %v (%+v), want file-is-book", err, failure(err))
		}
	})
	t.Run("a person nobody knows is not found", func(t *testing.T) {
		if _, err := people.Read(4711); failure(err).Code != "not-found" {
			t.Errorf("Read(4711) = %v (%+v), want not-found", err, failure(err))
		}
	})
}

func TestBookThatDoesNotOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("no book ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newSession(Options{Book: path, Now: time.Now})
	s.pane = stillPane{}
	s.open(t.Context())
	defer s.shutdown(context.Background())

	t.Run("the first frame says why", func(t *testing.T) {
		v, err := (&Shell{s}).Start()
		if err != nil || v.Problem == nil || v.Problem.Code == unexpected {
			t.Errorf("Start = %+v, %v; want a problem with a sentence", v, err)
		}
	})
	t.Run("every call is refused with the same reason", func(t *testing.T) {
		if _, err := (&People{s}).List(PersonQuery{}, 0, 1); failure(err).Code == unexpected || err == nil {
			t.Errorf("List = %v, want the book's fault", err)
		}
	})
}

func TestHandOver(t *testing.T) {
	t.Run("files wait until the page asks, and are told once", func(t *testing.T) {
		s := newSession(Options{Files: []string{"/a.vcf"}})
		s.handOver([]string{"/b.vcf"})
		if got := strings.Join(s.takeFiles(), " "); got != "/a.vcf /b.vcf" {
			t.Errorf("takeFiles = %q, want both", got)
		}
		if got := s.takeFiles(); len(got) != 0 {
			t.Errorf("takeFiles again = %q, want none", got)
		}
	})
}

// chosenDesktop answers each dialog with the path.
type chosenDesktop struct {
	desktop
	path string
}

func (d *chosenDesktop) saveFile(context.Context, dialog) (string, error) { return d.path, nil }

// stillPane is a window that does nothing.
type stillPane struct{}

func (stillPane) emit(context.Context, string, any)     {}
func (stillPane) paint(context.Context, *options.RGBA)  {}
func (stillPane) raise(context.Context)                 {}
func (stillPane) size(context.Context) (int, int, bool) { return 1280, 800, false }
func (stillPane) copy(context.Context, string) error    { return nil }
