package book

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Dump writes the truth of the book as text: people in the order of their uids, tags that stand by themselves, pictures by
// hash, cards left for later. Two books with equal dumps hold the same; the journal and receipts are no part of it.
func (b *Book) Dump(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		if err := tx.EachByUID(ctx, func(p store.Person) error { return dumpPerson(out, p) }); err != nil {
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

func dumpTime(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
