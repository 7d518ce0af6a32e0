package book

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"kaffeerunde/backend/contact"
)

// eveningDeeds are about what no card says: encounters, threads, introductions, events and their guests.
var eveningDeeds = []deed{
	{name: "meet", do: onPeople(3, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, _, err := b.Meet(ctx, contact.Encounter{Kind: anyOf(chance, contact.EncounterKinds()), Day: "2026-04-02", People: ids, Note: anyOf(chance, words)})
		return err
	})},
	{name: "meeting changed", do: onEncounter(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Encounter) error {
		e.Note = anyOf(chance, words) + " " + anyOf(chance, words)
		_, _, err := b.Meet(ctx, e)
		return err
	})},
	{name: "unmeet", do: onEncounter(func(ctx context.Context, b *Book, _ *rand.Rand, e contact.Encounter) error {
		_, err := b.Unmeet(ctx, e.ID)
		return err
	})},
	{name: "thread", do: onPeople(2, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, _, err := b.Leave(ctx, contact.Thread{Text: anyOf(chance, words), People: ids})
		return err
	})},
	{name: "thread settled", do: onThread(func(ctx context.Context, b *Book, chance *rand.Rand, thread contact.Thread) error {
		state := anyOf(chance, contact.ThreadStates())
		if thread.State == state {
			state = contact.ThreadOpen // again
		}
		_, err := b.Settle(ctx, thread.ID, state)
		return err
	})},
	{name: "thread changed", do: onThread(func(ctx context.Context, b *Book, chance *rand.Rand, thread contact.Thread) error {
		thread.Text = anyOf(chance, words) + " " + anyOf(chance, words)
		_, _, err := b.Leave(ctx, thread)
		return err
	})},
	{name: "unthread", do: onThread(func(ctx context.Context, b *Book, _ *rand.Rand, thread contact.Thread) error {
		_, err := b.Unthread(ctx, thread.ID)
		return err
	})},
	{name: "introduction", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, _, err := b.SaveIntroduction(ctx, contact.Introduction{Occasion: anyOf(chance, words), ShortDE: anyOf(chance, words), LongEN: anyOf(chance, words)})
		return err
	}},
	{name: "introduction changed", do: onIntroduction(func(ctx context.Context, b *Book, chance *rand.Rand, i contact.Introduction) error {
		i.ShortEN = anyOf(chance, words)
		_, _, err := b.SaveIntroduction(ctx, i)
		return err
	})},
	{name: "introduction deleted", do: onIntroduction(func(ctx context.Context, b *Book, _ *rand.Rand, i contact.Introduction) error {
		_, err := b.DeleteIntroduction(ctx, i.ID)
		return err
	})},
	{name: "event", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, _, err := b.SaveEvent(ctx, contact.Event{Title: anyOf(chance, words), When: "2026-05-20 19:00", Topics: []string{anyOf(chance, words)}})
		return err
	}},
	{name: "event changed", do: onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		e.Place, e.Questions = anyOf(chance, places), []string{anyOf(chance, words)}
		_, _, err := b.SaveEvent(ctx, e)
		return err
	})},
	{name: "event renewed", do: onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		e.Invitation = contact.Invitation{UID: "evening", Title: anyOf(chance, words), Place: anyOf(chance, places)}
		e.Title, e.Place = e.Invitation.Title, e.Invitation.Place
		_, _, err := b.RenewEvent(ctx, e, []contact.Guest{{Line: "Timo Roth", Number: 1, Name: "Timo Roth"}})
		return err
	})},
	{name: "event deleted", do: onEvent(func(ctx context.Context, b *Book, _ *rand.Rand, e contact.Event) error {
		_, err := b.DeleteEvent(ctx, e.ID)
		return err
	})},
	{name: "guests", do: onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		guests := make([]contact.Guest, 1+chance.IntN(40))
		for i := range guests {
			name := anyOf(chance, givenNames) + " " + anyOf(chance, familyNames)
			guests[i] = contact.Guest{Line: name, Number: i + 1, Name: name, Mail: fmt.Sprintf("g%d@mail.example", chance.IntN(500))}
		}
		_, _, err := b.Invite(ctx, e.ID, guests, nil)
		return err
	})},
	{name: "guests gone", do: onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		_, err := b.Uninvite(ctx, []int64{anyOf(chance, rows).Guest.ID})
		return err
	})},
	{name: "guest is", do: onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil || len(ids) == 0 {
			return err
		}
		_, err = b.Recognise(ctx, anyOf(chance, rows).Guest.ID, anyOf(chance, ids))
		return err
	})},
	{name: "coffee", do: onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		at := slices.IndexFunc(rows, func(row GuestRow) bool { return row.Guest.Coffee })
		if at < 0 || chance.IntN(2) == 0 {
			at = chance.IntN(len(rows))
		}
		_, err := b.Choose(ctx, []int64{rows[at].Guest.ID}, CoffeeWish(!rows[at].Guest.Coffee))
		return err
	})},
	{name: "guest seen", do: onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		at := slices.IndexFunc(rows, func(row GuestRow) bool { return row.Guest.Status != contact.GuestOpen })
		if at < 0 || chance.IntN(2) == 0 {
			at = chance.IntN(len(rows))
		}
		_, err := b.See(ctx, []int64{rows[at].Guest.ID}, anyOf(chance, contact.GuestStatuses()))
		return err
	})},
	{name: "guest noted", do: onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		note := GuestNote{Remark: anyOf(chance, words), Promise: anyOf(chance, words), Topics: []string{anyOf(chance, words)}}
		_, err := b.NoteGuest(ctx, anyOf(chance, rows).Guest.ID, note)
		return err
	})},
	{name: "written down", do: onEvent(func(ctx context.Context, b *Book, _ *rand.Rand, e contact.Event) error {
		_, _, err := b.WriteDown(ctx, e.ID)
		return err
	})},
	{name: "turnout", do: onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		_, err := b.Came(ctx, e.ID, chance.IntN(60))
		return err
	})},
	{name: "afterwards", do: onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event, rows []GuestRow) error {
		outcomes := make([]Outcome, 1+chance.IntN(min(10, len(rows))))
		for i := range outcomes {
			outcomes[i] = Outcome{Guest: rows[i].Guest.ID, Status: anyOf(chance, contact.GuestStatuses()), Remark: anyOf(chance, words)}
			if outcomes[i].Status == contact.GuestMet {
				outcomes[i].Thread = anyOf(chance, words)
			}
		}
		_, _, err := b.Afterwards(ctx, e.ID, outcomes)
		return err
	})},
}

func onTimeline(f func(context.Context, *Book, *rand.Rand, Timeline) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil {
			return err
		}
		for _, id := range ids {
			t, err := b.Timeline(ctx, id)
			if err != nil {
				return err
			}
			if len(t.Encounters)+len(t.Threads) > 0 && chance.IntN(2) == 0 {
				return f(ctx, b, chance, t)
			}
		}
		return nil
	}
}

func onEncounter(f func(context.Context, *Book, *rand.Rand, contact.Encounter) error) func(context.Context, *Book, *rand.Rand) error {
	return onTimeline(func(ctx context.Context, b *Book, chance *rand.Rand, t Timeline) error {
		if len(t.Encounters) == 0 {
			return nil
		}
		return f(ctx, b, chance, t.Encounters[0])
	})
}

func onThread(f func(context.Context, *Book, *rand.Rand, contact.Thread) error) func(context.Context, *Book, *rand.Rand) error {
	return onTimeline(func(ctx context.Context, b *Book, chance *rand.Rand, t Timeline) error {
		if len(t.Threads) == 0 {
			return nil
		}
		return f(ctx, b, chance, anyOf(chance, t.Threads))
	})
}

func onIntroduction(f func(context.Context, *Book, *rand.Rand, contact.Introduction) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		list, err := b.Introductions(ctx)
		if err != nil || len(list) == 0 {
			return err
		}
		return f(ctx, b, chance, anyOf(chance, list))
	}
}

func onEvent(f func(context.Context, *Book, *rand.Rand, contact.Event) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		events, err := b.Events(ctx)
		if err != nil || len(events) == 0 {
			return err
		}
		return f(ctx, b, chance, anyOf(chance, events))
	}
}

func onGuests(f func(context.Context, *Book, *rand.Rand, contact.Event, []GuestRow) error) func(context.Context, *Book, *rand.Rand) error {
	return onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		rows, err := b.Guests(ctx, e.ID)
		if err != nil || len(rows) == 0 {
			return err
		}
		return f(ctx, b, chance, e, rows)
	})
}
