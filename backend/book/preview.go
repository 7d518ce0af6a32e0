package book

import (
	"context"
	"fmt"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Preview is what an import would do, card by card, and what is decided about each. Nothing is written by it. It belongs to
// one goroutine at a time.
type Preview struct {
	book    *Book
	sources []source
	files   []FileSummary
	rows    []previewRow
	pieces  []piece
	kind    Kind
	// choices and compared are of the rows that somebody looked at.
	choices  map[int]chosen
	compared map[int][]Difference
}

// previewRow is short: there may be a hundred thousand.
type previewRow struct {
	sorted
	name, detail string
	file         int32
	card, line   int32
	organisation bool
	decision     Decision
}

// piece is something that no card holds.
type piece struct {
	file int
	vcard.Unreadable
}

// Preview reads files and sorts their cards into piles. Nothing is written. A file that cannot be read has its Problem; the
// error is that of ctx, or of the book.
func (b *Book) Preview(ctx context.Context, files []string, tick Tick) (*Preview, error) {
	return b.preview(ctx, b.handedOver(files), KindImport, tick)
}

func (b *Book) preview(ctx context.Context, sources []source, kind Kind, tick Tick) (*Preview, error) {
	p := &Preview{book: b, sources: sources, kind: kind, choices: map[int]chosen{}, compared: map[int][]Difference{}}
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		s, err := b.sorting(ctx, tx, sources, tick)
		if err != nil {
			return err
		}
		s.card, s.unreadable = p.add, p.addPiece
		err = s.run(ctx)
		p.files = s.files
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("preview: %w", err)
	}
	return p, nil
}

func (b *Book) sorting(ctx context.Context, tx *store.Tx, sources []source, tick Tick) (*sorting, error) {
	settings, err := b.settings(ctx, tx)
	if err != nil {
		return nil, err
	}
	known, err := loadKnown(ctx, tx)
	if err == nil {
		err = known.loadWaiting(ctx, tx)
	}
	return &sorting{
		book: b, region: settings.Region, known: known, sources: sources, tick: newTicker(tick, sources), mapping: remembered(ctx, tx),
	}, err
}

func (p *Preview) add(file int, r *reading, s sorted) error {
	p.rows = append(p.rows, previewRow{
		sorted: s, name: r.entry.Name, detail: detailOf(r), file: int32(file), card: int32(r.card.Number), line: int32(r.card.Line),
		organisation: r.entry.Kind == contact.Organisation, decision: decided(&s),
	})
	return nil
}

func (p *Preview) addPiece(file int, u vcard.Unreadable) error {
	p.pieces = append(p.pieces, piece{file, u})
	return nil
}

// decided is what becomes of a card that nobody decided about. One that resembles another of its own import is added: they
// stood side by side where they come from. One that says something else under the same uid waits, so that nobody comes twice
// and nothing is lost.
func decided(s *sorted) Decision {
	switch {
	case s.pile == PileNew, s.pile == PileSimilar && s.earlier > 0 && !s.changed:
		return DecisionAdd
	case s.pile == PileSame:
		return DecisionSkip
	}
	return DecisionLater
}

// detailOf returns what tells two people of one name apart.
func detailOf(r *reading) string {
	if r.entry.Organisation != "" && r.entry.Organisation != r.entry.Name {
		return r.entry.Organisation
	}
	for _, values := range [][]vcard.Value{r.card.Emails(), r.card.Phones()} {
		for _, v := range values {
			if value := printable(v.Value); value != "" && value != r.entry.Name {
				return value
			}
		}
	}
	return ""
}

// Files returns what was recognised of each file.
func (p *Preview) Files() []FileSummary { return p.files }

// Plan counts what the import would do with the decisions as they stand.
func (p *Preview) Plan() Plan {
	var plan Plan
	for i := range p.rows {
		plan.count(p.rows[i].decision)
	}
	return plan
}

func (p *Plan) count(d Decision) {
	switch d {
	case DecisionAdd:
		p.Add++
	case DecisionMerge:
		p.Merge++
	case DecisionLater:
		p.Later++
	default:
		p.Skip++
	}
}

// Decide decides for a whole pile.
func (p *Preview) Decide(pile Pile, d Decision) error {
	for i := range p.rows {
		if p.rows[i].pile != pile {
			continue
		}
		if err := p.DecideRow(i, d); err != nil {
			return err
		}
	}
	return nil
}

// DecideRow decides for one card, by the Index of its row. A card that meets nobody cannot be merged in; it is added, or
// skipped where it waits to be decided already.
func (p *Preview) DecideRow(index int, d Decision) error {
	if index < 0 || index >= len(p.rows) {
		return fmt.Errorf("row %d of the preview: %w", index, contact.ErrNotFound)
	}
	row := &p.rows[index]
	switch d {
	case DecisionAdd, DecisionSkip, DecisionLater:
	case DecisionMerge:
		if row.person == 0 && row.earlier == 0 {
			d = DecisionAdd
			if row.pile == PileSame {
				d = DecisionSkip
			}
		}
	default:
		return &contact.InvalidError{Field: "decision", Reason: "unknown"}
	}
	row.decision = d
	return nil
}

// Changed counts those who are here already and about whom the file says something else.
func (p *Preview) Changed() int {
	n := 0
	for i := range p.rows {
		if r := &p.rows[i]; r.changed && r.person != 0 {
			n++
		}
	}
	return n
}

// Rows returns a stretch of a pile. Those about whom the file says something else come first.
func (p *Preview) Rows(ctx context.Context, pile Pile, offset, limit int) (Rows, error) {
	if pile == PileUnreadable {
		return p.pieceRows(offset, limit), nil
	}
	var rows Rows
	for _, changed := range []bool{true, false} {
		for i := range p.rows {
			if p.rows[i].pile != pile || p.rows[i].changed != changed {
				continue
			}
			if rows.Total >= offset && len(rows.Items) < limit {
				rows.Items = append(rows.Items, p.row(i))
			}
			rows.Total++
		}
	}
	return rows, p.book.meet(ctx, rows.Items, func(i int) contact.ID { return p.rows[rows.Items[i].Index].person })
}

func (p *Preview) row(i int) Row {
	r := &p.rows[i]
	row := Row{
		Index: i, File: p.files[r.file].Name, Card: int(r.card), Line: int(r.line), Name: r.name, Detail: r.detail,
		Organisation: r.organisation, Changed: r.changed, Reasons: r.reasons, Decision: r.decision,
	}
	if r.earlier > 0 {
		e := &p.rows[r.earlier-1]
		row.Twin = &Twin{Name: e.name, File: p.files[e.file].Name, Card: int(e.card), Line: int(e.line)}
	}
	return row
}

func (p *Preview) pieceRows(offset, limit int) Rows {
	rows := Rows{Total: len(p.pieces)}
	for i := max(offset, 0); i < len(p.pieces) && len(rows.Items) < limit; i++ {
		piece := p.pieces[i]
		rows.Items = append(rows.Items, Row{
			Index: i, File: p.files[piece.file].Name, Card: piece.Card, Line: piece.Line, Detail: piece.Text,
			Reasons: []Reason{{Code: string(piece.Reason)}}, Decision: DecisionSkip,
		})
	}
	return rows
}

// meet fills in the people whom rows meet.
func (b *Book) meet(ctx context.Context, rows []Row, person func(i int) contact.ID) error {
	var ids []contact.ID
	for i := range rows {
		ids = append(ids, person(i))
	}
	var people []contact.Summary
	err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
		people, err = tx.Summaries(ctx, ids, store.Order{})
		return err
	})
	if err != nil {
		return err
	}
	found := map[contact.ID]*contact.Summary{}
	for i := range people {
		found[people[i].ID] = &people[i]
	}
	for i := range rows {
		rows[i].Match = found[person(i)]
	}
	return nil
}
