package book

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Rescue says what came out of a damaged book.
type Rescue struct {
	People int
	// Lost names those whose card could not be read, Changed those whose card no longer says what it said.
	Lost, Changed []string
	// Broken tells that something else could not be read to its end: pictures, encounters, events.
	Broken bool
	// History tells that what was done before can still be undone in the new book.
	History bool
}

// Salvage saves what can be read of the book at path, which may be damaged and is not touched: into a new book, or as vCards where
// the name of into ends in .vcf. Cards whose place in the file is lost are looked for in its bytes. The error is ErrNotABook
// where nothing of a book is in the file, a *TargetError where into is to blame.
func Salvage(ctx context.Context, path, into string, o Options) (r Rescue, err error) {
	if !strings.EqualFold(filepath.Ext(into), ".vcf") {
		if _, err := os.Lstat(into); !errors.Is(err, fs.ErrNotExist) {
			return r, &TargetError{Path: into, Code: "target-exists", Err: fs.ErrExist}
		}
		return salvage(ctx, path, into, o, func(*Book) error { return nil })
	}
	folder, err := os.MkdirTemp("", "kaffeerunde-")
	if err != nil {
		return r, fmt.Errorf("salvage: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	return salvage(ctx, path, filepath.Join(folder, "book.db"), o, func(b *Book) error {
		_, err := b.ExportFile(ctx, Query{}, ExportOptions{Format: FormatVCard, Version: Original}, into, nil)
		return err
	})
}

func salvage(ctx context.Context, path, into string, o Options, done func(*Book) error) (r Rescue, err error) {
	if _, err := os.Stat(path); err != nil {
		return r, &FileError{Path: path, Code: fileCode(err), Err: err}
	}
	b, err := Open(ctx, into, o)
	if err != nil {
		return r, err
	}
	defer func() {
		if err = errors.Join(err, b.Close()); err != nil {
			err = errors.Join(err, os.Remove(into))
		}
	}()
	later, err := laterFile(filepath.Base(path))
	if err != nil {
		return r, err
	}
	saved, err := b.store.Salvage(ctx, path, string(KindSalvage), b.now(), later)
	if err != nil {
		return r, err
	}
	r = Rescue{Broken: slices.ContainsFunc(saved.Broken, func(table string) bool { return !toldApart(table, saved.Broken) }), History: saved.History}
	if err := b.Reindex(ctx); err != nil {
		return r, err
	}
	lost, err := b.dig(ctx, path, saved)
	if err != nil {
		return r, err
	}
	for _, l := range lost {
		r.Lost = append(r.Lost, l.Name)
	}
	if r.Changed, err = b.otherwise(ctx, saved.Kept); err != nil {
		return r, err
	}
	if r.People, err = b.Count(ctx); err != nil {
		return r, err
	}
	if r.People == 0 && len(r.Lost) == 0 && r.Broken {
		return r, ErrNotABook
	}
	return r, done(b)
}

// toldApart reports whether what is lost of a table is told otherwise: people by their names, as far as the index knows them, and the
// history as a whole.
func toldApart(table string, broken []string) bool {
	switch {
	case table == "person":
		return !slices.Contains(broken, "person_index")
	case table == "person_index", table == "group_index", table == "operation":
		return true
	}
	return strings.HasPrefix(table, "receipt") || strings.HasSuffix(table, "_journal")
}

// dig looks through the bytes of the file for the cards of who is lost, and returns those who stay so. Where the index is lost
// as well, every card that is found is taken.
func (b *Book) dig(ctx context.Context, path string, saved store.Salvaged) ([]store.Indexed, error) {
	people := slices.Contains(saved.Broken, "person")
	index := slices.Contains(saved.Broken, "person_index")
	if len(saved.Lost) == 0 && !(people && index) {
		return nil, nil
	}
	cards, err := carve(path)
	if err != nil {
		return nil, err
	}
	if saved.People == 0 && len(saved.Lost) == 0 {
		return nil, b.takeCarved(ctx, cards)
	}
	var left []store.Indexed
	_, err = b.operate(ctx, KindSalvage, "", func(w *work) error {
		found := map[string]*vcard.Card{}
		for _, raw := range cards {
			if c, err := vcard.Parse(raw, vcard.Options{}); err == nil {
				hash := c.ContentHash()
				found[string(hash[:])] = c
			}
		}
		left = nil
		for _, l := range saved.Lost {
			c := found[string(l.Hash)]
			if c == nil {
				left = append(left, l)
				continue
			}
			if err := w.putBack(ctx, l.ID, c); err != nil {
				return err
			}
		}
		return nil
	})
	return left, err
}

// otherwise names those of the people whose cards do not have the content that the index of the damaged book knows.
func (b *Book) otherwise(ctx context.Context, kept []store.Indexed) (names []string, err error) {
	now := map[contact.ID]string{}
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		return tx.Known(ctx, func(id contact.ID, _ string, hash, _ []byte) { now[id] = string(hash) })
	})
	for _, k := range kept {
		if now[k.ID] != string(k.Hash) {
			names = append(names, k.Name)
		}
	}
	return names, err
}

// putBack gives somebody the card that was found, under the ID that encounters and events know them by.
func (w *work) putBack(ctx context.Context, id contact.ID, c *vcard.Card) error {
	uid := c.UID()
	if taken, err := w.tx.PersonByUID(ctx, uid); uid == "" || err == nil && taken != id {
		uid = fmt.Sprintf("salvaged-%d", id)
	}
	var hashes []store.Hash
	for _, photo := range c.Photos() {
		if hash, err := store.ParseHash(photo.Hash); err == nil && photo.Data == nil {
			hashes = append(hashes, hash)
		}
	}
	p := store.Person{ID: id, UID: uid, Card: c.Raw, Charset: c.Charset, Photos: hashes, Created: w.now, Changed: w.now}
	if err := w.tx.PutRow(ctx, p); err != nil {
		return err
	}
	back, _, err := w.card(ctx, id) // with the groups that are known of them
	if err != nil {
		return err
	}
	w.count++
	w.touch(id)
	return w.loader.Index(ctx, []store.Entry{w.index.entry(id, c, back.Groups...)})
}

// takeCarved takes in cards of which nothing is known but what they say.
func (b *Book) takeCarved(ctx context.Context, cards [][]byte) error {
	if len(cards) == 0 {
		return nil
	}
	_, err := b.takeInline(ctx, slices.Concat(cards...), foundName, KindSalvage)
	return err
}

// The marks between which a card stands in the bytes of a file.
const (
	carveBegin = "BEGIN:VCARD"
	carveEnd   = "END:VCARD"
	// longestCarved is far more than a card without its pictures takes; what is longer lies in pieces anyway.
	longestCarved = 1 << 20
)

// carve returns the cards that stand in one piece in the bytes of a book and of its log, each once.
func carve(path string) ([][]byte, error) {
	var cards [][]byte
	seen := map[string]bool{}
	for _, ending := range []string{"", "-wal"} {
		raw, err := os.ReadFile(path + ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("salvage: %w", err)
		}
		for text := string(raw); ; {
			start := strings.Index(text, carveBegin)
			if start < 0 {
				break
			}
			text = text[start:]
			end := strings.Index(text[:min(len(text), longestCarved)], carveEnd)
			next := strings.Index(text[len(carveBegin):], carveBegin)
			if end >= 0 && (next < 0 || end < next+len(carveBegin)) {
				card := text[:end+len(carveEnd)] + "\r\n"
				if !strings.ContainsRune(card, 0) && !seen[card] {
					seen[card] = true
					cards = append(cards, []byte(card))
				}
			}
			text = text[len(carveBegin):]
		}
	}
	return cards, nil
}
