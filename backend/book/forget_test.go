package book

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

func TestAnEmptiedBinLeavesNothing(t *testing.T) {
	b := newBook(t)
	ctx := t.Context()
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	one := func(_, _ any, err error) { t.Helper(); must(nil, err) }

	// What came: a file that is called after her, with something repaired, something that nobody can read, and herself twice.
	phone := filepath.Join(t.TempDir(), "Zerlina Unverwechselbar.vcf")
	text := card("FN:Zerlina Unverwechselbar", "N:Unverwechselbar;Zerlina;;;", "UID:zerlina-1", "EMAIL:zerlina@geheim.example", "TEL:+49 30 5550177",
		"NOTE:Geheimnisvoll =und unleserlich", "CATEGORIES:Geheimbund", "BDAY:Zerlinas Festtag") +
		card("FN:Ben Beispiel", "UID:ben", "EMAIL:ben@mail.example") + card("FN:Cem Example", "UID:cem") + "zerlina@geheim.example, zuletzt gesehen in Rom\r\n"
	must(nil, os.WriteFile(phone, []byte(text), 0o600))
	must(b.ImportFiles(ctx, []string{phone}, ImportOptions{}, nil))
	later := imported(t, b, ImportOptions{Similar: DecisionLater}, card("FN:Zerlina Unverwechselbar", "EMAIL:anders@geheim.example", "TEL:+49 30 5550177")+
		card("FN:Zerlina Unverwechselbar", "TEL:030 5550177", "NOTE:Noch ein Zettel"))
	rows, err := b.Undecided(ctx, later.Operation, 0, 10)
	if err != nil || rows.Total != 2 {
		t.Fatalf("Undecided = %+v, %v, want two", rows, err)
	}
	must(b.DecideLater(ctx, later.Operation, []int{rows.Items[0].Index}, DecisionSkip))
	zerlina, ben, cem := person(t, b, "zerlina-1").ID, person(t, b, "ben").ID, person(t, b, "cem").ID

	// What was done with her.
	one(b.Meet(ctx, contact.Encounter{Kind: contact.EncounterKinds()[0], Day: "2026-04-02", People: []contact.ID{zerlina}, Note: "Verschwiegen"}))
	one(b.Leave(ctx, contact.Thread{Text: "Vertraulich", People: []contact.ID{zerlina}}))
	must(b.AddTopic(ctx, contact.Topic{Name: "Geheimlehre", Kind: contact.Interest}, []contact.ID{zerlina}))
	event, _, err := b.SaveEvent(ctx, contact.Event{Title: "Barcamp", When: "2026-05-20 19:00"})
	must(nil, err)
	one(b.Invite(ctx, event.ID, []contact.Guest{{Line: "Zerlina U.", Number: 1, Name: "Zerlina U.", Mail: "gast@geheim.example"}, {Line: "Dora Gast", Number: 2, Name: "Dora Gast"}}, nil))
	guests, err := b.Guests(ctx, event.ID)
	must(nil, err)
	must(b.Recognise(ctx, guests[0].Guest.ID, zerlina))
	must(b.Recognise(ctx, guests[1].Guest.ID, zerlina))
	must(b.Recognise(ctx, guests[1].Guest.ID, cem))
	must(b.NoteGuest(ctx, guests[0].Guest.ID, GuestNote{Remark: "Insgeheim"}))
	one(b.Merge(ctx, []contact.ID{ben, zerlina}, nil))
	must(b.Tag(ctx, "Chor", []contact.ID{ben}))
	must(b.Split(ctx, ben))
	one(b.Merge(ctx, []contact.ID{cem, zerlina}, nil))
	must(b.Undo(ctx, 0))
	one(b.Add(ctx, contact.Draft{Name: "Zerlina Unverwechselbar"}))
	must(b.Undo(ctx, 0))
	must(b.Tag(ctx, "Chor", []contact.ID{cem})) // from here on that cannot be done again
	must(b.Delete(ctx, []contact.ID{zerlina}))
	if n, err := b.EmptyBin(ctx, nil); n != 1 || err != nil {
		t.Fatalf("EmptyBin = %d, %v, want one", n, err)
	}

	gone := []string{
		"Unverwechselbar", "Zerlina", "zerlina", "geheim.example", "5550177", "Geheimnisvoll", "Geheimbund", "Festtag", "Noch ein Zettel", "Verschwiegen", "Vertraulich",
		"Geheimlehre", "Insgeheim",
	}
	silent := func(when string) {
		t.Helper()
		for _, ending := range []string{"", "-wal", "-shm"} {
			raw, err := os.ReadFile(b.Path() + ending)
			if err != nil && ending == "" {
				t.Fatal(err)
			}
			for _, word := range gone {
				if at := bytes.Index(raw, []byte(word)); at >= 0 {
					t.Errorf("%s the file%s still says %s: %q", when, ending, word, raw[max(0, at-80):min(len(raw), at+80)])
				}
			}
		}
	}
	silent("at once")
	sound(t, b)
	t.Run("and takes nothing of others along", func(t *testing.T) {
		if got := person(t, b, "ben"); got.Name != "Ben Beispiel" || len(got.Tags) != 1 {
			t.Errorf("Ben = %+v", got)
		}
		left, err := b.Guests(ctx, event.ID)
		if err != nil || len(left) != 1 || left[0].Guest.Name != "Dora Gast" || left[0].Guest.Person != cem {
			t.Errorf("guests = %+v, %v, want Dora Gast alone, who is Cem", left, err)
		}
		receipts, err := b.Receipts(ctx)
		if err != nil || len(receipts) != 2 || receipts[1].Files[0].Name != "….vcf" || receipts[1].Unreadable != 1 {
			t.Errorf("Receipts = %+v, %v, want both, the first of a file without a name", receipts, err)
		}
	})
	t.Run("and all else can be undone", func(t *testing.T) {
		for {
			if _, err := b.Undo(ctx, 0); err != nil {
				break
			}
			sound(t, b)
		}
		if got := dump(t, b); got != "" {
			t.Errorf("the book says %s", got)
		}
		for {
			if _, err := b.Redo(ctx); err != nil {
				break
			}
			sound(t, b)
		}
		if n, err := b.Count(ctx); n != 2 || err != nil {
			t.Errorf("%d people, %v, want Ben and Cem", n, err)
		}
		silent("after all was undone and done again")
	})
}

func TestAShortNameTakesNobodyElsesAlong(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Al", "UID:a")+card("FN:Walter Alber", "UID:b", "NOTE:Also"))
	if _, err := b.Delete(t.Context(), []contact.ID{person(t, b, "a").ID}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Add(t.Context(), contact.Draft{Name: "Alma Albrecht"}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.EmptyBin(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	h, err := b.History(t.Context(), 0, 1)
	if err != nil || h.Items[0].Name != "Alma Albrecht" {
		t.Errorf("History = %+v, %v, want the name of whom was added", h.Items, err)
	}
}

func TestWhoWasLetGoOfWhileTheProgramWasKilledLeavesNothing(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Zerlina Unverwechselbar", "UID:a")+card("FN:Ben Beispiel", "UID:b"))
	if err := b.store.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	ids := []contact.ID{person(t, b, "a").ID}
	if _, err := b.Delete(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	// As EmptyBin does, up to where the file would be written anew.
	err := b.store.Write(t.Context(), func(tx *store.Tx) error {
		found, err := remainsOf(t.Context(), tx, ids)
		if err != nil {
			return err
		}
		return tx.Forget(t.Context(), ids, found.store())
	})
	if err != nil {
		t.Fatal(err)
	}
	says := func() bool {
		t.Helper()
		raw, err := os.ReadFile(b.Path())
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(raw, []byte("Unverwechselbar"))
	}
	if !says() {
		t.Fatal("the file says nothing any more before it is written anew: the test is none")
	}
	if err := b.Tend(t.Context()); err != nil {
		t.Fatal(err)
	}
	if says() {
		t.Error("once the book was tended the file still says who was let go of")
	}
}

func TestEmptyingTheBinLeavesOthersAlone(t *testing.T) {
	b := newBook(t)
	ctx := t.Context()
	imported(t, b, ImportOptions{}, card("FN:Maria", "N:Maria;;;;", "UID:a", "ADR:;;;Berlin;;;", "TEL:+49 30 5550177")+
		card("FN:Ina Maria Huber", "UID:b", "NOTE:Berlin =und")+card("FN:Cem Example", "UID:c", "EMAIL:cem@mail.example"))
	later := imported(t, b, ImportOptions{Similar: DecisionLater}, card("FN:Cem Example", "NOTE:Ein anderer")+card("FN:Cem Example", "EMAIL:Cem@mail.example"))
	if _, err := b.Delete(ctx, []contact.ID{person(t, b, "a").ID, person(t, b, "c").ID}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Add(ctx, contact.Draft{Name: "Mariannes Schwester"}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.EmptyBin(ctx, nil); err != nil {
		t.Fatal(err)
	}
	t.Run("a namesake who waits to be decided on goes on waiting", func(t *testing.T) {
		rows, err := b.Undecided(ctx, later.Operation, 0, 10)
		if err != nil || rows.Total != 1 {
			t.Errorf("Undecided = %+v, %v, want the one of whom nothing else is known", rows, err)
		}
	})
	t.Run("a name within a word is none", func(t *testing.T) {
		h, err := b.History(ctx, 0, 1)
		if err != nil || h.Items[0].Name != "Mariannes Schwester" {
			t.Errorf("History = %+v, %v, want the name of whom was added", h.Items, err)
		}
	})
	t.Run("a bare name or a town blanks no line of others", func(t *testing.T) {
		r := &remains{names: textSet{}, uids: textSet{}, tags: textSet{}, values: textSet{}, single: textSet{}, reached: textSet{}}
		c, err := vcard.Parse([]byte(card("FN:Maria", "N:Maria;;;;", "ADR:;;;Berlin;;;")), vcard.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r.note(c)
		r.inQuote = r.values.search()
		for text, want := range map[string]bool{"FN:Ina Maria Huber": false, "ADR:;;Weg 1;Berlin;;;": false, "FN:Maria": true, "N:Maria;;;;": true} {
			if got := r.quoted(text); got != want {
				t.Errorf("quoted(%q) = %v, want %v", text, got, want)
			}
		}
	})
	sound(t, b)
}
