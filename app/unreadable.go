package app

import (
	"kaffeerunde/backend/book"
	"kaffeerunde/backend/locale"
)

// SavePreviewUnreadable asks where to and writes down what a preview could not read. Path is "" when the dialog was closed.
func (i *Imports) SavePreviewUnreadable(preview string) (v WrittenFile, err error) {
	defer rescue(&err)
	var pieces []book.Finding
	err = i.session.previews.with(preview, func(p *book.Preview) error {
		pieces = p.Unreadable()
		return nil
	})
	if err != nil {
		return WrittenFile{Missing: []string{}}, err
	}
	return i.saveUnreadable(pieces)
}

// SaveUnreadable asks where to and writes down what an import could not read. Path is "" when the dialog was closed.
func (i *Imports) SaveUnreadable(operation int64) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	receipt, err := b.Receipt(ctx, operation)
	if err != nil {
		return v, err
	}
	found, err := b.Unreadable(ctx, operation, 0, receipt.Unreadable)
	if err != nil {
		return v, err
	}
	return i.saveUnreadable(found.Items)
}

func (i *Imports) saveUnreadable(pieces []book.Finding) (WrittenFile, error) {
	v := WrittenFile{Missing: []string{}}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	words := i.session.words(ctx, b)
	path, err := i.session.savePath(ctx, unreadableDialog(words, i.session.today()))
	if path == "" || err != nil {
		return v, err
	}
	if err := b.SaveUnreadable(path, pieces, words.Language()); err != nil {
		return v, err
	}
	v.Path, v.Count = path, len(pieces)
	i.session.remember(path)
	return v, nil
}

func unreadableDialog(words *locale.Locale, today string) dialog {
	return dialog{
		Title: words.T("dialog.unreadable"), Name: words.T("dialog.unreadable.name", "date", today) + ".txt",
		Kind: words.T("dialog.kind.txt"), Patterns: "*.txt",
	}
}
