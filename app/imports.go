package app

import (
	"context"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/sample"
)

// Imports serves the preview of an import, the import itself and its receipt.
type Imports struct{ session *session }

// Preview reads files and sorts their cards into piles; nothing is written. It is a job, and the preview stays open until
// Close or Run.
func (i *Imports) Preview(job string, paths []string) (v ImportPreview, err error) {
	defer rescue(&err)
	v = ImportPreview{Files: []ImportFile{}}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	err = i.session.jobs.run(ctx, job, func(ctx context.Context, t tick) error {
		preview, err := b.Preview(ctx, paths, cardTick(t))
		if err != nil {
			return err
		}
		id, err := i.session.previews.keep(ctx, preview)
		if err != nil {
			return err
		}
		v = importPreview(id, preview)
		return nil
	})
	return v, err
}

// Rows returns a stretch of a pile.
func (i *Imports) Rows(preview string, pile Pile, offset, limit int) (v ImportRows, err error) {
	defer rescue(&err)
	v = ImportRows{Offset: offset, Items: []ImportRow{}}
	ctx, _, err := i.session.library()
	if err != nil {
		return v, err
	}
	err = i.session.previews.with(preview, func(p *book.Preview) error {
		rows, err := p.Rows(ctx, book.Pile(pile), offset, limit)
		v.Total, v.Items = rows.Total, each(rows.Items, importRow)
		return err
	})
	return v, err
}

// Decide decides for a whole pile.
func (i *Imports) Decide(preview string, pile Pile, d Decision) (v ImportPlan, err error) {
	defer rescue(&err)
	err = i.session.previews.with(preview, func(p *book.Preview) error {
		if err := p.Decide(book.Pile(pile), book.Decision(d)); err != nil {
			return err
		}
		v = importPlan(p.Plan())
		return nil
	})
	return v, err
}

// DecideRow decides for one card, by its index in the preview.
func (i *Imports) DecideRow(preview string, index int, d Decision) (v ImportPlan, err error) {
	defer rescue(&err)
	err = i.session.previews.with(preview, func(p *book.Preview) error {
		if err := p.DecideRow(index, book.Decision(d)); err != nil {
			return err
		}
		v = importPlan(p.Plan())
		return nil
	})
	return v, err
}

// Run takes in what the preview holds, as it was decided. It is a job; cancelled, it leaves nothing behind and the preview
// open.
func (i *Imports) Run(job, preview string) (v ReceiptView, err error) {
	defer rescue(&err)
	v = ReceiptView{Files: []ImportFile{}}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	err = i.session.jobs.run(ctx, job, func(ctx context.Context, t tick) error {
		return i.session.previews.use(preview, func(p *book.Preview) error {
			v, err = i.session.receipt(b.Import(ctx, p, cardTick(t)))
			return err
		})
	})
	return v, err
}

// Close forgets a preview.
func (i *Imports) Close(preview string) (err error) {
	defer rescue(&err)
	i.session.previews.drop(preview)
	return nil
}

// Receipts returns what all imports did, the newest first.
func (i *Imports) Receipts() (v []ReceiptView, err error) {
	defer rescue(&err)
	ctx, b, err := i.session.library()
	if err != nil {
		return list(v), err
	}
	receipts, err := b.Receipts(ctx)
	return each(receipts, receiptView), err
}

// Receipt returns what one import did.
func (i *Imports) Receipt(operation int64) (v ReceiptView, err error) {
	defer rescue(&err)
	ctx, b, err := i.session.library()
	if err != nil {
		return ReceiptView{Files: []ImportFile{}}, err
	}
	receipt, err := b.Receipt(ctx, operation)
	return receiptView(receipt), err
}

// Repairs returns a stretch of what an import mended.
func (i *Imports) Repairs(operation int64, offset, limit int) (v RepairRows, err error) {
	defer rescue(&err)
	v = RepairRows{Offset: offset, Items: []RepairRow{}}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	found, err := b.Repairs(ctx, operation, offset, limit)
	v.Total, v.Items = found.Total, each(found.Items, repairRow)
	return v, err
}

// Unreadable returns a stretch of what an import could not read.
func (i *Imports) Unreadable(operation int64, offset, limit int) (v RepairRows, err error) {
	defer rescue(&err)
	v = RepairRows{Offset: offset, Items: []RepairRow{}}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	found, err := b.Unreadable(ctx, operation, offset, limit)
	v.Total, v.Items = found.Total, each(found.Items, repairRow)
	return v, err
}

// Undecided returns a stretch of the cards that an import left for later.
func (i *Imports) Undecided(operation int64, offset, limit int) (v ImportRows, err error) {
	defer rescue(&err)
	v = ImportRows{Offset: offset, Items: []ImportRow{}}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	rows, err := b.Undecided(ctx, operation, offset, limit)
	v.Total, v.Items = rows.Total, each(rows.Items, importRow)
	return v, err
}

// DecideUndecided decides cards that the import left for later, by their index.
func (i *Imports) DecideUndecided(operation int64, indexes []int, d Decision) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.DecideLater(ctx, operation, indexes, book.Decision(d))
	return i.session.changed(change, err)
}

// AddSample takes in forty invented people to try things with.
func (i *Imports) AddSample() (v ReceiptView, err error) {
	defer rescue(&err)
	ctx, b, err := i.session.library()
	if err != nil {
		return ReceiptView{Files: []ImportFile{}}, err
	}
	return i.session.receipt(b.AddSample(ctx, sample.VCards()))
}

// RemoveSample removes those of the sample that are still there.
func (i *Imports) RemoveSample() (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.RemoveSample(ctx)
	return i.session.changed(change, err)
}
