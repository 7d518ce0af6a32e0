package app

import (
	"context"
	"path/filepath"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/locale"
)

// Exports serves the export dialog.
type Exports struct{ session *session }

// Losses returns what the chosen version cannot hold, each kind of loss once.
func (e *Exports) Losses(f ExportForm) (v []Loss, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil || book.Format(f.Format) != book.FormatVCard {
		return list(v), err
	}
	losses, err := b.Losses(ctx, query(f.Query), book.Version(f.Version))
	return gather(losses), err
}

// gather counts the people of each kind of loss and names the first of them, in the order of the list.
func gather(losses []book.Loss) []Loss {
	type kind struct{ property, reason string }
	out := []Loss{}
	at := map[kind]int{}
	for _, l := range losses {
		k := kind{l.Line, l.Reason}
		i, seen := at[k]
		if !seen {
			i = len(out)
			at[k] = i
			out = append(out, Loss{Property: k.property, Reason: k.reason, Example: l.Name})
		}
		out[i].Count++
	}
	return out
}

// Save asks where to and writes the file. It is a job; Path is "" when the dialog was closed.
func (e *Exports) Save(job string, f ExportForm) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	words := e.session.words(ctx, b)
	path, err := e.session.savePath(ctx, exportDialog(words, f.Format, e.session.today()))
	if path == "" || err != nil {
		return v, err
	}
	o := book.ExportOptions{
		Format: book.Format(f.Format), Version: book.Version(f.Version), Notes: f.Notes, Groups: f.Groups, Language: words.Language(),
	}
	if o.Language == "de" {
		// A German Excel takes the comma for a decimal sign and would show a row as one cell.
		o.Separator = ';'
	}
	err = e.session.jobs.run(ctx, job, func(ctx context.Context, t tick) error {
		v.Count, err = b.ExportFile(ctx, query(f.Query), o, path, countTick(t))
		return err
	})
	if err != nil {
		return v, err
	}
	v.Path = path
	e.session.remember(path)
	return v, nil
}

func exportDialog(words *locale.Locale, format, today string) dialog {
	return dialog{
		Title:    words.T("dialog.export"),
		Name:     words.T("dialog.export.name", "date", today) + "." + format,
		Kind:     words.T("dialog.kind." + format),
		Patterns: "*." + format,
	}
}

// savePath asks where to save. The extension of the suggested name is put on a name without one, and the path is absolute.
func (s *session) savePath(ctx context.Context, d dialog) (string, error) {
	path, err := s.desktop.saveFile(ctx, d)
	if path == "" || err != nil {
		return "", err
	}
	if filepath.Ext(path) == "" {
		path += filepath.Ext(d.Name)
	}
	return filepath.Clean(path), nil
}

// today is the day as file names carry it.
func (s *session) today() string { return s.now().Format("2006-01-02") }
