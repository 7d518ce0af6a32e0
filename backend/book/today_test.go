package book

import (
	"slices"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

func TestToday(t *testing.T) {
	ctx := t.Context()
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	b, err := Open(ctx, t.TempDir()+"/book.db", Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	read := func() Today {
		t.Helper()
		today, err := b.Today(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return today
	}
	t.Run("an empty book has nothing to show", func(t *testing.T) {
		if today := read(); today.Event != nil || len(today.Threads)+len(today.Drawer) != 0 {
			t.Errorf("got %+v", today)
		}
	})

	ids := map[string]contact.ID{}
	for _, d := range []contact.Draft{
		{Name: "Jana Ohnsorg", Emails: []contact.Value{{Index: contact.NewLine, Value: "jana@hafen.example"}}},
		{Name: "Timo Rohwer", Topics: []contact.Topic{{Index: contact.NewLine, Name: "effectuation", Kind: contact.Offer}}},
		{Name: "Ada Zirn", Addresses: []contact.Address{{Index: contact.NewLine, City: "Köln"}}},
		{Name: "Bo Vogt", Dates: []contact.Date{{Index: contact.NewLine, Kind: contact.Birthday, Month: 11, Day: 28}}},
		{Name: "Cem Demir"},
	} {
		ids[d.Name] = add(t, b, d).ID
	}
	leave := func(text string, event int64, people ...string) {
		t.Helper()
		thread := contact.Thread{Text: text, Event: event}
		for _, name := range people {
			thread.People = append(thread.People, ids[name])
		}
		if _, _, err := b.Leave(ctx, thread); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"Jana Ohnsorg", "Timo Rohwer", "Ada Zirn", "Cem Demir"} {
		leave("von "+name, 0, name)
	}
	t.Run("where no occasion is at hand the open threads are there, quietly", func(t *testing.T) {
		today := read()
		if len(today.Threads) != 4 || today.Threads[0].Text != "von Cem Demir" || today.Threads[0].Why.Code != "" || len(today.Others) != 4 {
			t.Errorf("got %+v", today.Threads)
		}
	})
	for _, e := range []contact.Event{{Title: "gestern", When: "2026-11-25 19:00"}, {Title: "ohne Tag"}, {Title: "später", When: "2027-01-01"}} {
		if _, _, err := b.SaveEvent(ctx, e); err != nil {
			t.Fatal(err)
		}
	}
	e, _, err := b.SaveEvent(ctx, contact.Event{Title: "Stammtisch", When: "2026-12-03 19:00", Place: "Alte Feuerwache, Köln", Topics: []string{"Effectuation"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Invite(ctx, e.ID, []contact.Guest{{Line: "Jana", Name: "Jana Ohnsorg", Mail: "jana@hafen.example"}}, nil); err != nil {
		t.Fatal(err)
	}
	leave("zum Geburtstag", 0, "Bo Vogt")
	leave("dort zu fragen", e.ID, "Cem Demir")
	t.Run("the next event is the one that is ahead", func(t *testing.T) {
		if today := read(); today.Event == nil || today.Event.Title != "Stammtisch" {
			t.Errorf("got %+v", today.Event)
		}
	})
	t.Run("threads come with the occasion that they fit, and no others", func(t *testing.T) {
		got := map[string]string{}
		for _, thread := range read().Threads {
			got[thread.Text] = thread.Why.Code
		}
		want := map[string]string{
			"von Jana Ohnsorg": "guest", "von Timo Rohwer": "topic", "von Ada Zirn": "place", "zum Geburtstag": "birthday", "dort zu fragen": "event",
		}
		if len(got) != len(want) {
			t.Errorf("got %v, want %v", got, want)
		}
		for text, code := range want {
			if got[text] != code {
				t.Errorf("%q fits %q, want %q", text, got[text], code)
			}
		}
	})
	t.Run("two years that pass change nothing but the occasion", func(t *testing.T) {
		now = now.AddDate(2, 0, 0)
		defer func() { now = now.AddDate(-2, 0, 0) }()
		today := read()
		if today.Event != nil || len(today.Threads) != 1 || today.Threads[0].Why.Code != "birthday" {
			t.Errorf("got %+v", today)
		}
	})
	t.Run("the drawer gives three people, the same all day and others tomorrow", func(t *testing.T) {
		if err := b.SetMe(ctx, ids["Cem Demir"]); err != nil {
			t.Fatal(err)
		}
		for i := range 60 {
			add(t, b, contact.Draft{Name: "Jemand " + string(rune('A'+i%26)) + string(rune('a'+i/26))})
		}
		drawer := func() (found []contact.ID) {
			for _, s := range read().Drawer {
				found = append(found, s.ID)
			}
			return found
		}
		met := map[contact.ID]bool{}
		var before []contact.ID
		for range 40 {
			first := drawer()
			now = now.Add(3 * time.Hour)
			if second := drawer(); len(first) != 3 || !slices.Equal(first, second) {
				t.Fatalf("in the morning %v, at noon %v", first, second)
			}
			for _, id := range first {
				if met[id] = true; slices.Contains(before, id) || id == ids["Cem Demir"] {
					t.Errorf("%d is there again, or it is oneself", id)
				}
			}
			before, now = first, now.Add(21*time.Hour)
		}
		if len(met) < 45 {
			t.Errorf("in forty days only %d of 65 people came", len(met))
		}
	})
}

func TestDaysUntil(t *testing.T) {
	today := time.Date(2026, 12, 30, 23, 0, 0, 0, time.UTC)
	for _, c := range []struct{ month, day, want int }{{12, 30, 0}, {12, 31, 1}, {1, 2, 3}, {12, 29, 364}, {2, 29, 61}} {
		if got, ok := daysUntil(contact.Date{Month: c.month, Day: c.day}, today); !ok || got != c.want {
			t.Errorf("to %d-%d it is %d, want %d", c.month, c.day, got, c.want)
		}
	}
	if _, ok := daysUntil(contact.Date{Year: 1980, Month: 5}, today); ok {
		t.Error("a month is a day")
	}
}
