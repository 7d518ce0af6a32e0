package book

import (
	"context"
	"fmt"
)

// ImportOptions are for an import without a preview.
type ImportOptions struct {
	// Similar is what becomes of cards that resemble somebody; empty means DecisionLater, and DecisionAdd for those that
	// resemble another card of the same import only.
	Similar Decision
	// Update lets a newer card of somebody who is here already, by its UID, take the place of what the book says otherwise.
	// What only the book has stays.
	Update bool
	// Columns say what single columns of tables are, over what is known or guessed of them.
	Columns []NamedColumn
	// DryRun counts and writes nothing.
	DryRun bool
}

// FileReceipt is what became of one file of an import without a preview. Operation is 0 after a dry run, and when nothing
// was written.
type FileReceipt struct {
	FileSummary
	Plan
	Findings  []Finding // repairs
	Pieces    []Finding // unreadable, at most a thousand
	Operation int64
	source    source
}

// Import takes in what a preview showed, as it was decided. It is one operation in one transaction: a cancelled or killed
// import leaves the book as it was. The error is a *FileError with the code "file-changed" when a file is no longer the one
// that was looked at. Receipt.Operation is 0 when there was nothing to write.
func (b *Book) Import(ctx context.Context, p *Preview, tick Tick) (Receipt, error) {
	for i := range p.sources {
		if err := p.sources[i].unchanged(); err != nil {
			return Receipt{}, fmt.Errorf("import: %w", err)
		}
	}
	next := 0
	in := &intake{expected: len(p.rows), decide: func(file int, s sorted) (verdict, error) {
		if next >= len(p.rows) || int(p.rows[next].file) != file {
			return verdict{}, &FileError{Path: p.sources[file].path, Code: "file-changed"}
		}
		row, choices := &p.rows[next], p.choices[next]
		next++
		// Since the preview somebody may have come or gone: then who was to be added or merged was somebody else. What was to
		// stay out stays out.
		moved := s.pile != row.pile || s.person != row.person || s.earlier != row.earlier
		if moved && (row.decision == DecisionAdd || row.decision == DecisionMerge) {
			return verdict{Decision: decided(&s)}, nil
		}
		return verdict{row.decision, choices}, nil
	}}
	if err := b.takeIn(ctx, in, p.sources, p.kind, tick); err != nil {
		return Receipt{}, err
	}
	return in.receipt, nil
}

// ImportFiles takes files in with one pass over them and without asking: new cards are added, those already here skipped,
// similar ones treated as the options say. It is one operation for all files. A file that cannot be read has its Problem.
func (b *Book) ImportFiles(ctx context.Context, files []string, o ImportOptions, tick Tick) ([]FileReceipt, error) {
	in := &intake{expected: unknown, decide: func(_ int, s sorted) (verdict, error) {
		switch {
		case s.pile == PileSimilar && o.Similar != "":
			return verdict{Decision: o.Similar}, nil
		case s.changed && o.Update:
			return verdict{DecisionMerge, chosen{all: ChoiceTheirs}}, nil
		}
		return verdict{Decision: decided(&s)}, nil
	}}
	sources := b.handedOver(files)
	for i := range sources {
		sources[i].columns = o.Columns
	}
	var err error
	if o.DryRun {
		err = b.tryOut(ctx, in, sources, tick)
	} else {
		err = b.takeIn(ctx, in, sources, KindImport, tick)
	}
	if err != nil {
		return nil, err
	}
	return in.files, nil
}
