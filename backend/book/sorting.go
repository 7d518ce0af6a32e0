package book

import (
	"context"
	"errors"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// sorting runs the cards of files past whom the book knows. It is the one pass that previews and imports share.
type sorting struct {
	book    *Book
	region  string
	known   *known
	sources []source
	tick    *ticker
	// mapping returns how a table with a fingerprint is to be read, nil when nobody said.
	mapping func(fingerprint string) (table.Mapping, error)

	files []FileSummary
	// card is called for every card in order, unreadable for every piece that no card holds.
	card       func(file int, r *reading, s sorted) error
	unreadable func(file int, piece vcard.Unreadable) error
}

func (s *sorting) run(ctx context.Context) error {
	s.files = make([]FileSummary, len(s.sources))
	for i := range s.sources {
		if err := s.file(ctx, i); err != nil {
			return err
		}
	}
	return nil
}

func (s *sorting) file(ctx context.Context, i int) error {
	source := &s.sources[i]
	summary := &s.files[i]
	*summary = FileSummary{Name: source.name, Path: source.path, Bytes: source.size}
	cards, err := source.cards(s.mapping)
	if err != nil {
		return s.refuse(summary, err)
	}
	defer cards.Close()
	f := &flow{reader: cards, names: s.book.names, region: s.region}
	for b, err := range f.batches(ctx) {
		if err != nil {
			return err
		}
		for k := range b.read {
			if err := s.one(i, &b.read[k]); err != nil {
				return err
			}
		}
		s.tick.at(source.name, b.at, summary.Cards)
	}
	s.tick.next(source.size, summary.Cards)
	for _, piece := range f.reader.Unreadable() {
		if err := s.unreadable(i, piece); err != nil {
			return err
		}
	}
	summary.describe(cards)
	if summary.Cards == 0 {
		return s.refuse(summary, &FileError{Path: source.path, Code: "file-no-cards"})
	}
	return nil
}

func (s *sorting) one(file int, r *reading) error {
	if r.err != nil {
		return r.err
	}
	summary := &s.files[file]
	summary.Cards++
	summary.Repairs += len(r.card.Repairs)
	where := s.known.sort(r, s.region)
	s.known.pass(r, where)
	switch where.pile {
	case PileNew:
		summary.New++
		if r.entry.Kind == contact.Group {
			summary.Groups = append(summary.Groups, GroupSummary{Name: r.entry.Name, Members: len(r.card.Members())})
		}
	case PileSame:
		summary.Same++
	default:
		summary.Similar++
	}
	return s.card(file, r, where)
}

// refuse notes why nothing came of a file. Only what is not the file's fault ends the whole.
func (s *sorting) refuse(summary *FileSummary, err error) error {
	var file *FileError
	if !errors.As(err, &file) {
		return err
	}
	problem := Explain(file)
	summary.Problem = &problem
	return nil
}

func (f *FileSummary) describe(r *cards) {
	format, counts := r.Format(), r.Counts()
	f.Table, f.Layout, f.KeptColumns = r.known, string(r.layout), r.kept()
	f.Encoding, f.Guessed, f.Producer = format.Encoding, format.Guessed, format.Producer
	for _, version := range format.Versions {
		f.Versions = append(f.Versions, version.String())
	}
	f.Unreadable = counts.Unreadable
	f.Lines = Lines{Total: counts.Total, Shown: counts.Shown, Kept: counts.Kept, Unreadable: counts.Unreadable}
}
