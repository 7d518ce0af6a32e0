package book

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Dump writes the truth of the book as text: people in the order of their uids, tags that stand by themselves, pictures by
// hash, cards left for later, events with their guests, encounters, threads, introductions, the names of circles, and who became a part of
// whom or is known to be another. Two books with equal dumps
// hold the same, whatever IDs they gave; the journal and receipts are no part of it.
func (b *Book) Dump(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		uids := map[contact.ID]string{}
		if err := tx.EachByUID(ctx, func(p store.Person) error {
			uids[p.ID] = p.UID
			return dumpPerson(out, p)
		}); err != nil {
			return err
		}
		if err := dumpTimelines(ctx, out, tx, uids); err != nil {
			return err
		}
		return tx.EachStanding(ctx, func(t contact.Tag) error {
			_, err := fmt.Fprintf(out, "tag %q %s\n", t.Name, t.Colour)
			return err
		}, func(h store.Hash, mime string, size int) error {
			_, err := fmt.Fprintf(out, "picture %s %q %d\n", h, mime, size)
			return err
		}, func(p store.Pending) error {
			_, err := fmt.Fprintf(out, "later %d %d %q %q\n%s\n", p.File, p.Number, p.Decision, p.Charset, p.Card)
			return err
		})
	})
	if err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	return out.Flush()
}

func dumpPerson(out io.Writer, p store.Person) error {
	if len(p.Groups) > 0 {
		if _, err := fmt.Fprintf(out, "groups %q %q\n", p.UID, p.Groups); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, "person %q %q %s %s %v\n%s\n", p.UID, p.Charset, dumpTime(p.Created), dumpTime(p.Changed), p.Photos, p.Card)
	return err
}

// dumpTimelines writes events, guests, encounters, threads and the names of circles in the order of what they say, with people by
// their uids. Somebody who is gone has none left, and keeps their number.
func dumpTimelines(ctx context.Context, out io.Writer, tx *store.Tx, uids map[contact.ID]string) error {
	encounters, err := tx.AllEncounters(ctx)
	if err != nil {
		return err
	}
	threads, err := tx.AllThreads(ctx)
	if err != nil {
		return err
	}
	events, err := tx.Events(ctx)
	if err != nil {
		return err
	}
	guests, err := tx.AllGuests(ctx)
	if err != nil {
		return err
	}
	introductions, err := tx.Introductions(ctx)
	if err != nil {
		return err
	}
	turnouts, err := tx.Turnouts(ctx)
	if err != nil {
		return err
	}
	titles := map[int64]string{}
	circles, err := tx.NamedCircles(ctx)
	if err != nil {
		return err
	}
	who := func(people []contact.ID) []string {
		list := make([]string, len(people))
		for i, id := range people {
			list[i] = cmp.Or(uids[id], fmt.Sprint(id))
		}
		slices.Sort(list)
		return list
	}
	var lines []string
	for _, i := range introductions {
		i.ID = 0
		lines = append(lines, fmt.Sprintf("introduction %q\n", fmt.Sprintf("%+v", i)))
	}
	for _, e := range events {
		titles[e.ID] = e.When + " " + e.Title
		e.ID = 0
		lines = append(lines, fmt.Sprintf("event %q\n", fmt.Sprintf("%+v", e)))
	}
	for _, t := range turnouts {
		lines = append(lines, fmt.Sprintf("turnout %q %d of %d\n", titles[t.Event], t.Came, t.Names))
	}
	for _, g := range guests {
		at, is := titles[g.Event], who([]contact.ID{g.Person})
		g.ID, g.Event, g.Person = 0, 0, 0
		lines = append(lines, fmt.Sprintf("guest %q %q %q\n", at, is, fmt.Sprintf("%+v", g)))
	}
	for _, e := range encounters {
		lines = append(lines, fmt.Sprintf("encounter %s %s %q %q %q\n", e.Day, e.Kind, who(e.People), e.Note, titles[e.Event]))
	}
	for _, t := range threads {
		lines = append(lines, fmt.Sprintf("thread %s %s %s %q %q %q\n", t.Opened, t.Closed, t.State, who(t.People), t.Text, titles[t.Event]))
	}
	for _, c := range circles {
		lines = append(lines, fmt.Sprintf("circle %q %q\n", c.Name, who(c.People)))
	}
	verdicts, err := tx.Verdicts(ctx)
	if err != nil {
		return err
	}
	for _, v := range verdicts {
		lines = append(lines, fmt.Sprintf("verdict %s %q\n", v.Kind, who(v.People)))
	}
	err = tx.EachPart(ctx, func(p store.Part) error {
		lines = append(lines, fmt.Sprintf("part %q of %q %q %s %s %q %v %q before %q %v %q after %q %q\n", p.UID, who([]contact.ID{p.Whole}), p.Charset,
			dumpTime(p.Created), dumpTime(p.Changed), p.Groups, p.Photos, p.Card, p.Before.Card, p.Before.Photos, p.Before.Groups, p.After, p.AfterGroups))
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(lines)
	_, err = io.WriteString(out, strings.Join(lines, ""))
	return err
}

func dumpTime(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
