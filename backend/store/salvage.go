package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
)

// Salvaged says what came out of a damaged book.
type Salvaged struct {
	People int
	// Broken are the tables that could not be read to their end.
	Broken []string
	// Lost are the people whom the index knows and whose cards could not be read; Kept those whom it knows and who are saved.
	Lost, Kept []Indexed
	// History tells that what was done before can still be undone.
	History bool
}

// Indexed is somebody as the index knows them. Hash is of the content of their card.
type Indexed struct {
	ID   contact.ID
	Name string
	Hash []byte
}

// notSalvaged are tables that a new book has already, or whose rows are derived.
var notSalvaged = []string{
	"book", "goose_db_version", "person_index", "group_index", "person_tag", "tag_word", "person_topic", "topic_word", "person_organisation",
	"encounter_person", "thread_person",
}

// asBefore is what the journal writes rows under that are put in as they were.
const asBefore = -1 << 62

// Salvage copies every row that can still be read of the book at path into this one, which is new. The damaged file is not touched: a
// copy of it is read, and this process must not have it open. Where the history cannot be read whole it is left out, and everything
// comes as one operation of kind at a time, and cards that were left for later as of the file later. What is derived is the caller's to
// derive.
func (db *DB) Salvage(ctx context.Context, path, kind string, at time.Time, later ReceiptFile) (s Salvaged, err error) {
	folder, err := os.MkdirTemp(filepath.Dir(db.path), halfPattern)
	if err != nil {
		return s, fmt.Errorf("salvage: %w", fault(err))
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	patient := filepath.Join(folder, "book.db")
	if err := CopyRaw(path, patient); err != nil {
		return s, fmt.Errorf("salvage: %w", err)
	}
	if err := db.mendHeader(patient); err != nil {
		return s, fmt.Errorf("salvage: %w", fault(err))
	}
	from, err := sql.Open("sqlite3", fileURI(patient, ""))
	if err != nil {
		return s, err
	}
	defer from.Close()
	from.SetMaxOpenConns(1)
	// So that one line of the schema that cannot be read does not hide the others.
	_, _ = from.ExecContext(ctx, `PRAGMA writable_schema = ON`)
	w := &wreck{from: from, rows: mostRows(patient)}
	if s.History, err = db.salvage(ctx, w, kind, at, later); err != nil {
		return s, fmt.Errorf("salvage: %w", err)
	}
	err = db.missed(ctx, w, &s)
	s.Broken = w.broken
	return s, err
}

// mendHeader gives a copy whose first bytes are damaged those of this book, which are the same but for counts that SQLite does
// without.
func (db *DB) mendHeader(patient string) error {
	const length, pages = 100, 28
	f, err := os.OpenFile(patient, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if recognise(f) == nil {
		return nil
	}
	header := make([]byte, length)
	// The new book is nobody else's yet, so that to close it here gives up no lock that anybody asks for.
	own, err := os.Open(db.path)
	if err != nil {
		return err
	}
	_, err = io.ReadFull(own, header)
	if err := errors.Join(err, own.Close()); err != nil {
		return err
	}
	// How many pages there are, which are free, and how often the file was changed: 0 lets SQLite look for itself.
	for i := pages; i < pages+12; i++ {
		header[i] = 0
	}
	copy(header[24:28], []byte{0, 0, 0, 1})
	copy(header[92:96], []byte{0, 0, 0, 2})
	_, err = f.WriteAt(header, 0)
	return err
}

// mostRows is how many rows a file can hold at most: a damaged one may send a reader round in circles.
func mostRows(path string) int64 {
	state, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return state.Size() / 4
}

func (db *DB) salvage(ctx context.Context, w *wreck, kind string, at time.Time, later ReceiptFile) (whole bool, err error) {
	tables, err := db.tables(ctx)
	if err != nil {
		return false, err
	}
	isHistory := func(t shape) bool {
		return t.name == "operation" || strings.HasPrefix(t.name, "receipt") || strings.HasSuffix(t.name, "_journal")
	}
	// The history is of use only whole: with a hole in it an undo would lead to what never was.
	for _, t := range tables {
		if isHistory(t) {
			w.each(ctx, t, func([]any) {})
		}
	}
	whole = len(w.broken) == 0
	slices.SortStableFunc(tables, func(a, b shape) int { return order(a.name) - order(b.name) })
	return whole, db.Write(ctx, func(tx *Tx) error {
		operation := int64(asBefore)
		if !whole {
			if operation, err = tx.Begin(ctx, kind, "", at); err != nil {
				return err
			}
		}
		if err := tx.writeJournalFor(ctx, operation); err != nil {
			return err
		}
		for _, t := range tables {
			if whole || !isHistory(t) {
				if err := tx.take(ctx, w, t); err != nil {
					return err
				}
			}
		}
		return errors.Join(tx.numberOn(ctx, w), tx.endSalvage(ctx, w, whole, operation, kind, later))
	})
}

// order lets rows come before those that name them.
func order(table string) int {
	if i := slices.Index([]string{"operation", "receipt"}, table); i >= 0 {
		return i
	}
	return 2
}

// take puts in the rows of one table. A row that does not fit is one that is damaged.
func (tx *Tx) take(ctx context.Context, w *wreck, t shape) error {
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", ")
	put, err := tx.conn.PrepareContext(ctx, `INSERT OR IGNORE INTO `+t.name+` (`+strings.Join(t.columns, ", ")+`) VALUES (`+marks+`)`)
	if err != nil {
		return err
	}
	defer put.Close()
	w.each(ctx, t, func(row []any) {
		if _, err := put.ExecContext(ctx, row...); err != nil {
			w.breaks(t.name)
		}
	})
	return ctx.Err()
}

// numberOn lets what comes be numbered on from where the book was: what is deleted may come back by an undo under its number.
func (tx *Tx) numberOn(ctx context.Context, w *wreck) error {
	var errs []error
	w.each(ctx, shape{name: "sqlite_sequence", keys: []string{"rowid"}, numbered: true, columns: []string{"name", "seq"}}, func(row []any) {
		errs = append(errs, tx.exec(ctx, `DELETE FROM sqlite_sequence WHERE name = ?1 AND seq < ?2`, row...),
			tx.exec(ctx, `INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)`, row...))
	})
	return errors.Join(errs...)
}

func (tx *Tx) endSalvage(ctx context.Context, w *wreck, whole bool, operation int64, kind string, later ReceiptFile) error {
	if err := tx.exec(ctx, `UPDATE book SET next_id = max(next_id, (`+nextID(func(string) bool { return true })+`))`); err != nil {
		return err
	}
	if whole {
		for _, t := range truth {
			if err := tx.exec(ctx, fmt.Sprintf(`DELETE FROM %s_journal WHERE operation = ?`, t.name), operation); err != nil {
				return err
			}
		}
		return tx.exec(ctx, `UPDATE book SET next_id = max(next_id, (SELECT coalesce(max(id), 0) + 1 FROM person_journal))`)
	}
	// The imports are gone, but from which files people came may be readable; what was left for later waits with the salvage.
	if err := tx.salvageOrigins(ctx, w); err != nil {
		return err
	}
	var waiting, people int
	if err := tx.scan(ctx, `SELECT (SELECT count(*) FROM pending), (SELECT count(*) FROM person)`, nil, &waiting, &people); err != nil {
		return err
	}
	if waiting > 0 {
		if err := tx.exec(ctx, `UPDATE pending SET operation = ?, file = 0`, operation); err != nil {
			return err
		}
		if err := tx.PutReceipt(ctx, Receipt{Operation: operation, Later: waiting, Files: []ReceiptFile{later}}); err != nil {
			return err
		}
	}
	return tx.Finish(ctx, operation, kind, people, "")
}

// salvageOrigins lets people come from the files that the receipts of the damaged book name, which is without its imports.
func (tx *Tx) salvageOrigins(ctx context.Context, w *wreck) error {
	var errs []error
	files := shape{name: "receipt_file", keys: []string{"operation", "file"}, columns: []string{"operation", "file", "name"}}
	w.each(ctx, files, func(row []any) {
		// A row that does not fit is one that is damaged, and the history is known to be so.
		_ = tx.exec(ctx, `INSERT OR IGNORE INTO origin (operation, file, name) VALUES (?, ?, ?)`, row...)
	})
	const both = `SELECT operation, file FROM person WHERE operation > 0 UNION SELECT operation, file FROM part WHERE operation > 0`
	errs = append(errs, tx.putOrigins(ctx, `SELECT `+fileOf("main", "b")+` AS name FROM (`+both+`) b`))
	for _, table := range []string{"person", "part"} {
		name := fileOf("main", table)
		errs = append(errs, tx.exec(ctx, `UPDATE `+table+` SET operation = `+originNamed(name)+`, file = 0 WHERE operation > 0`))
	}
	return errors.Join(append(errs, tx.exec(ctx, `DELETE FROM origin WHERE operation > 0`))...)
}

// missed counts who was saved and finds who was not.
func (db *DB) missed(ctx context.Context, w *wreck, s *Salvaged) error {
	saved := map[int64]bool{}
	err := db.Read(ctx, func(tx *Tx) error {
		return tx.each(ctx, `SELECT id FROM person`, nil, func(row *sql.Rows) error {
			var id int64
			err := row.Scan(&id)
			saved[id] = true
			return err
		})
	})
	s.People = len(saved)
	for _, table := range []string{"person_index", "group_index"} {
		w.each(ctx, shape{name: table, keys: []string{"person"}, numbered: true, columns: []string{"person", "name", "hash"}}, func(row []any) {
			id, fine := row[0].(int64)
			name, named := row[1].(string)
			hash, hashed := row[2].([]byte)
			switch {
			case !fine || !named || !hashed:
			case saved[id]:
				s.Kept = append(s.Kept, Indexed{ID: contact.ID(id), Name: name, Hash: hash})
			default:
				s.Lost = append(s.Lost, Indexed{ID: contact.ID(id), Name: name, Hash: hash})
			}
		})
	}
	return err
}

// shape is a table as this program makes it. Numbered tables have a number for each row that single rows can be asked for by. Defaults
// are what its columns say, in SQL, in rows of before there was such a column.
type shape struct {
	name                    string
	columns, keys, defaults []string
	numbered                bool
}

// tables returns those that are to be salvaged.
func (db *DB) tables(ctx context.Context) ([]shape, error) {
	var list []shape
	err := db.Read(ctx, func(tx *Tx) error {
		query := `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
		err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
			var t shape
			var keyed bool
			if err := row.Scan(&t.name, &keyed); err != nil {
				return err
			}
			t.numbered = !keyed
			if !slices.Contains(notSalvaged, t.name) {
				list = append(list, t)
			}
			return nil
		})
		for i := range list {
			err = errors.Join(err, tx.each(ctx, `SELECT name, pk, coalesce(dflt_value, 'NULL') FROM pragma_table_info(?) ORDER BY cid`, []any{list[i].name}, func(row *sql.Rows) error {
				var name, before string
				var key int
				err := row.Scan(&name, &key, &before)
				list[i].columns, list[i].defaults = append(list[i].columns, name), append(list[i].defaults, before)
				if key > 0 {
					list[i].keys = append(list[i].keys, name)
				}
				return err
			}))
			if list[i].numbered {
				list[i].keys = []string{"rowid"}
			}
		}
		return err
	})
	return list, err
}
