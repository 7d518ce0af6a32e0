package book

import (
	"testing"
)

// What a phone exports that keeps one person on its SIM card, in a messenger and in an account.
var (
	onSIM       = card("FN:JANA ROTH", "TEL:03023125001")
	inMessenger = card("FN:Jana", "TEL:+49 30 23125001")
	inAccount   = card("UID:account", "N:Roth;Jana;;;", "FN:Jana Roth", "TEL:(030) 23125-001", "EMAIL:jana@mail.example")
)

func previewed(t *testing.T, b *Book, content string) *Preview {
	t.Helper()
	p, err := b.Preview(t.Context(), []string{file(t, "phone.vcf", content)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func rowsOf(t *testing.T, p *Preview, pile Pile) []Row {
	t.Helper()
	rows, err := p.Rows(t.Context(), pile, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	return rows.Items
}

func TestTwinsInOneFile(t *testing.T) {
	three := onSIM + inMessenger + inAccount
	t.Run("a card that resembles an earlier one says which, and why", func(t *testing.T) {
		rows := rowsOf(t, previewed(t, newBook(t), three), PileSimilar)
		if len(rows) != 2 {
			t.Fatalf("similar = %+v, want two", rows)
		}
		want := Twin{Name: "JANA ROTH", File: "phone.vcf", Card: 1, Line: 1}
		for _, row := range rows {
			if row.Twin == nil || *row.Twin != want || row.Match != nil || len(row.Reasons) != 1 || row.Reasons[0].Code != "same-phone" {
				t.Errorf("row = %+v, twin %+v, want the first card by phone", row, row.Twin)
			}
		}
	})
	t.Run("a card that repeats an earlier one is here already, and says so", func(t *testing.T) {
		rows := rowsOf(t, previewed(t, newBook(t), onSIM+onSIM), PileSame)
		if len(rows) != 1 || rows[0].Twin == nil || rows[0].Twin.Line != 1 || len(rows[0].Reasons) != 1 || rows[0].Reasons[0].Code != sameInImport {
			t.Errorf("same = %+v, want the second as a repetition of the first", rows)
		}
	})
	for _, c := range []struct {
		claim    string
		decision Decision
		people   []string
		later    int
	}{
		{"nobody is merged without being asked, and nobody is lost", "", []string{"Jana", "JANA ROTH", "Jana Roth"}, 0},
		{"merged, the three become one person", DecisionMerge, []string{"JANA ROTH"}, 0},
		{"skipped, the first is there alone", DecisionSkip, []string{"JANA ROTH"}, 0},
		{"left for later, the others wait", DecisionLater, []string{"JANA ROTH"}, 2},
	} {
		t.Run(c.claim, func(t *testing.T) {
			b := newBook(t)
			before := dump(t, b)
			p := previewed(t, b, three)
			if c.decision != "" {
				if err := p.Decide(PileSimilar, c.decision); err != nil {
					t.Fatal(err)
				}
			}
			plan := p.Plan()
			r, err := b.Import(t.Context(), p, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := (Plan{r.Added, r.Merged, r.Skipped, r.Later}); got != plan || r.Later != c.later {
				t.Errorf("import = %+v, want as planned %+v", got, plan)
			}
			if got := names(t, b, Query{}); len(got) != len(c.people) {
				t.Errorf("people = %v, want %v", got, c.people)
			}
			sound(t, b)
			if _, err := b.Undo(t.Context(), r.Operation); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != before {
				t.Errorf("after undo the book holds %s, want %s", got, before)
			}
		})
	}
	t.Run("merged, the person says what each card said", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionMerge}, three)
		p, err := b.FindPerson(t.Context(), "Jana Roth")
		if err != nil || len(p.Emails) != 1 || len(p.Phones) != 1 {
			t.Errorf("person = %+v, %v, want one mail and one phone", p, err)
		}
	})
	t.Run("a dry run counts what the import does", func(t *testing.T) {
		path := file(t, "phone.vcf", three)
		b := newBook(t)
		dry, err := b.ImportFiles(t.Context(), []string{path}, ImportOptions{Similar: DecisionMerge, DryRun: true}, nil)
		if err != nil {
			t.Fatal(err)
		}
		done, err := b.ImportFiles(t.Context(), []string{path}, ImportOptions{Similar: DecisionMerge}, nil)
		if err != nil || dry[0].Plan != done[0].Plan || done[0].Merge != 2 {
			t.Errorf("dry %+v, done %+v, %v, want the same with two merged", dry[0].Plan, done[0].Plan, err)
		}
	})
}

func TestTwinFollowsItsCard(t *testing.T) {
	for _, c := range []struct {
		claim  string
		first  Decision // about the first card
		want   Plan
		people int
	}{
		{"to the person it was added as", DecisionAdd, Plan{Add: 1, Merge: 1}, 1},
		{"to wait with it", DecisionLater, Plan{Later: 2}, 0},
		{"into the book where it stayed out", DecisionSkip, Plan{Add: 1, Skip: 1}, 1},
	} {
		t.Run(c.claim, func(t *testing.T) {
			b := newBook(t)
			p := previewed(t, b, onSIM+inAccount)
			if err := p.Decide(PileNew, c.first); err != nil {
				t.Fatal(err)
			}
			if err := p.Decide(PileSimilar, DecisionMerge); err != nil {
				t.Fatal(err)
			}
			r, err := b.Import(t.Context(), p, nil)
			if got := (Plan{r.Added, r.Merged, r.Skipped, r.Later}); err != nil || got != c.want {
				t.Errorf("import = %+v, %v, want %+v", got, err, c.want)
			}
			if got := names(t, b, Query{}); len(got) != c.people {
				t.Errorf("people = %v, want %d", got, c.people)
			}
			sound(t, b)
		})
	}
	t.Run("to somebody of the book whom that one was merged into", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Jana Roth", "TEL:+49 30 23125001", "NOTE:sings"))
		r := imported(t, b, ImportOptions{Similar: DecisionMerge}, onSIM+card("FN:Jana Roth", "TEL:03023125001", "EMAIL:jana@mail.example"))
		if got := names(t, b, Query{}); r.Merge != 2 || len(got) != 1 {
			t.Errorf("merged %d into %v, want two into Jana Roth", r.Merge, got)
		}
	})
}

func TestOneUIDInOneFile(t *testing.T) {
	t.Run("a second card of somebody waits, so that nobody comes twice and nothing is lost", func(t *testing.T) {
		b := newBook(t)
		r := imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth")+card("UID:one", "FN:Jana Roth", "NOTE:sings"))
		if r.Add != 1 || r.Later != 1 || r.Similar != 1 {
			t.Errorf("receipt = %+v, want one added, one for later", r)
		}
		sound(t, b)
	})
	t.Run("two people of one uid both come", func(t *testing.T) {
		b := newBook(t)
		r := imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth")+card("UID:one", "FN:Timo Weber"))
		if r.Add != 2 || r.New != 2 {
			t.Errorf("receipt = %+v, want two added", r)
		}
		again := imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth")+card("UID:one", "FN:Timo Weber"))
		if again.Add != 0 || again.Same != 2 {
			t.Errorf("again = %+v, want both here already", again)
		}
		sound(t, b)
	})
}

func TestSharedPhoneIsTold(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Jana Roth", "TEL:03023125001"))
	rows := rowsOf(t, previewed(t, b, card("FN:Timo Roth", "TEL:+49 30 23125001", "NOTE:her brother")), PileNew)
	if len(rows) != 1 || rows[0].Match == nil || rows[0].Reasons[0].Code != "same-phone-other-name" || rows[0].Decision != DecisionAdd {
		t.Errorf("new = %+v, want Timo, who has Jana's phone", rows)
	}
}

func TestWhatWaitsIsNotKeptTwice(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Jana Roth", "TEL:03023125001"))
	first := imported(t, b, ImportOptions{}, inAccount)
	before := dump(t, b)
	again := imported(t, b, ImportOptions{}, inAccount)
	if first.Later != 1 || again.Later != 0 || again.Same != 1 || again.Operation != 0 {
		t.Errorf("first %+v, again %+v, want one for later and nothing more", first.Plan, again)
	}
	if got := dump(t, b); got != before {
		t.Errorf("the book holds %s, want %s", got, before)
	}
	t.Run("and comes again when it was decided", func(t *testing.T) {
		rows, err := b.Undecided(t.Context(), first.Operation, 0, 10)
		if err != nil || len(rows.Items) != 1 {
			t.Fatalf("undecided = %+v, %v, want one", rows, err)
		}
		if _, err := b.DecideLater(t.Context(), first.Operation, []int{rows.Items[0].Index}, DecisionSkip); err != nil {
			t.Fatal(err)
		}
		if again := imported(t, b, ImportOptions{}, inAccount); again.Similar != 1 {
			t.Errorf("again = %+v, want it similar", again)
		}
	})
}
