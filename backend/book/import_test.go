package book

import (
	"os"
	"testing"
	"time"
)

func TestImportSmoke(t *testing.T) {
	file := os.Getenv("KB")
	if file == "" {
		t.Skip()
	}
	b := newBook(t)
	ctx := t.Context()
	start := time.Now()
	r, err := b.ImportFiles(ctx, []string{file}, ImportOptions{}, nil)
	t.Logf("%v %v", time.Since(start), err)
	t.Logf("%+v %+v %d", r[0].FileSummary, r[0].Plan, r[0].Operation)
	start = time.Now()
	r, err = b.ImportFiles(ctx, []string{file}, ImportOptions{}, nil)
	t.Logf("again %v %v", time.Since(start), err)
	t.Logf("%+v %+v %d", r[0].FileSummary, r[0].Plan, r[0].Operation)
	start = time.Now()
	d, err := b.Doctor(ctx)
	t.Logf("doctor %v %v %v", time.Since(start), d, err)
	for _, q := range []string{"", "mu", "an", "müll", "030", "49", "a", "example", "anna mei", "zzzz", "陈"} {
		start = time.Now()
		p, err := b.People(ctx, Query{Text: q}, 0, 50)
		t.Logf("%q %v %d %v", q, time.Since(start), p.Total, err)
	}
	start = time.Now()
	tags, err := b.Tags(ctx)
	t.Logf("tags %v %d %v", time.Since(start), len(tags), err)
	start = time.Now()
	l, err := b.Letters(ctx, Query{})
	t.Logf("letters %v %v %v", time.Since(start), l, err)
	start = time.Now()
	ids, _ := b.IDs(ctx, Query{Text: "an"})
	c, err := b.Tag(ctx, "Kreis", ids)
	t.Logf("tag %v %v %v", time.Since(start), c, err)
	start = time.Now()
	rec, err := b.Receipts(ctx)
	t.Logf("receipts %v %v", time.Since(start), err)
	t.Logf("%+v", rec)
	start = time.Now()
	o, err := b.Undo(ctx, r[0].Operation+1)
	t.Logf("undo %v %v %v", time.Since(start), o, err)
	start = time.Now()
	o, err = b.Redo(ctx)
	t.Logf("redo %v %v %v", time.Since(start), o, err)
	d, err = b.Doctor(ctx)
	t.Logf("doctor %v %v %v", time.Since(start), d, err)
}
