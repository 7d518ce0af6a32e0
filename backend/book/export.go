package book

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Format is the kind of file an export writes.
type Format string

// The formats.
const (
	FormatVCard Format = "vcf"
	FormatCSV   Format = "csv"
	FormatXLSX  Format = "xlsx"
)

// Version is the vCard version of an export.
type Version string

// The versions. Original gives each card as it came; empty means 3.0.
const (
	Original Version = "original"
	V21      Version = "2.1"
	V30      Version = "3.0"
	V40      Version = "4.0"
)

// ExportOptions say what to write.
type ExportOptions struct {
	Format Format
	// Version is for FormatVCard.
	Version Version
	// Notes are private and stay out unless asked for. Only Original takes them along in any case: it is a copy of the
	// cards, to the letter.
	Notes bool
	// Groups lets the tags of the people go out as cards of groups, for FormatVCard in a version; else they are the
	// categories of their cards.
	Groups bool
	// Language, "de" or "en", is what the headings of a table are written in; else English.
	Language string
	// Separator stands between the cells of FormatCSV; 0 is a comma, which nearly everything reads. Excel on a German
	// system opens a file in columns only with ';'.
	Separator rune

	everyone bool              // the whole book is written
	wholes   map[string]string // as wholesOf has them
}

// holdsAny reports whether there is something to write: people, or the cards of groups alone in a copy of the whole book.
func (b *Book) holdsAny(ctx context.Context, ids []contact.ID, o ExportOptions) (some bool, err error) {
	if len(ids) > 0 || !o.everyone || o.Format != FormatVCard {
		return len(ids) > 0, nil
	}
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		groups, err := tx.Groups(ctx)
		some = len(groups) > 0
		return err
	})
	return some, err
}

// validate returns a *contact.InvalidError for a format or version that does not exist.
func (o ExportOptions) validate() error {
	switch o.Format {
	case FormatCSV, FormatXLSX:
		return nil
	case FormatVCard:
		_, err := o.Version.target()
		return err
	}
	return &contact.InvalidError{Field: "format", Reason: "unknown"}
}

// Export writes the people of q to w, in the order of the list, and returns how many. Memory does not grow with them, save
// for FormatXLSX, whose packed file is held before it is written. The error is ErrNoPeople when q finds nobody and
// *contact.InvalidError for a format or version that does not exist; after any other w holds a part.
//
// A vCard keeps everything its version can say, see Losses. A card without a UID gets the one the book knows its person by,
// so that a later import recognises them; Original adds nothing. The whole book takes the cards of groups along that the tags
// of people do not wholly say, and all of them in the form Original. A table has a row a person and no pictures.
func (b *Book) Export(ctx context.Context, q Query, o ExportOptions, w io.Writer, tick Tick) (int, error) {
	if err := o.validate(); err != nil {
		return 0, err
	}
	ids, err := b.IDs(ctx, q)
	if err != nil {
		return 0, fmt.Errorf("export: %w", err)
	}
	o.everyone = q.findsEveryone()
	if some, err := b.holdsAny(ctx, ids, o); err != nil || !some {
		return 0, cmp.Or(err, ErrNoPeople)
	}
	write := b.exportTable
	if o.Format == FormatVCard {
		write = b.exportCards
	}
	n := 0
	err = b.store.Read(ctx, func(tx *store.Tx) (err error) {
		n, err = write(ctx, tx, ids, o, w, tick)
		return err
	})
	if err != nil {
		return n, fmt.Errorf("export as %s: %w", o.Format, err)
	}
	return n, nil
}
