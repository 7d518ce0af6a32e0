package book

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Salvaged says what came out of a damaged book.
type Salvaged struct {
	People int
	// Changed names those whose card no longer says what it said.
	Changed []string
	// Broken tells that something else could not be read to its end, and Things which: the sentences "recovery.things.<thing>.some".
	Broken bool
	Things []string
	// History tells that what was done before can still be undone in the new book.
	History bool
	// Carved tells that every card in the bytes of the file was taken, since nothing says which of them is whose newest: somebody may be
	// there several times.
	Carved bool

	lost []store.Indexed
}

// Lost names those whose card could not be read.
func (s *Salvaged) Lost() []string { return indexedNames(s.lost) }

// Salvage saves what can be read of the book at path, with what is the same in the newest good backup, as [Recover] says: into a new book, or
// as vCards where the name of into ends in .vcf. The Recovery is closed. This process must not have the book open. The error is ErrNotABook
// where nothing of a book is in the file, a *TargetError where into is to blame.
func Salvage(ctx context.Context, path, into string, o Options) (r *Recovery, err error) {
	if !strings.EqualFold(filepath.Ext(into), ".vcf") {
		if _, err := os.Lstat(into); !errors.Is(err, fs.ErrNotExist) {
			return nil, &TargetError{Path: into, Code: "target-exists", Err: fs.ErrExist}
		}
	}
	r, err = Recover(ctx, path, nil, o)
	if err != nil {
		return nil, err
	}
	return r, errors.Join(r.Save(ctx, into), r.Close())
}

// salvage puts what can be read of the book at path, which this process must not have open, into a new one. Cards whose place in the file is
// lost are looked for in its bytes.
func salvage(ctx context.Context, path, into string, o Options) (r Salvaged, err error) {
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
	r = Salvaged{Things: brokenThings(saved.Broken), History: saved.History}
	r.Broken = len(r.Things) > 0
	if err := b.Reindex(ctx); err != nil {
		return r, err
	}
	lost, carved, err := b.dig(ctx, path, saved)
	if err != nil {
		return r, err
	}
	r.lost, r.Carved = lost, carved
	if r.Changed, err = b.otherwise(ctx, saved.Kept); err != nil {
		return r, err
	}
	if r.People, err = b.Count(ctx); err != nil {
		return r, err
	}
	if r.People == 0 && len(r.lost) == 0 && r.Broken {
		return r, ErrNotABook
	}
	return r, nil
}

func indexedNames(people []store.Indexed) []string {
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return names
}

// salvagedThings are the tables that have sentences of their own when they cannot be read.
var salvagedThings = []string{"photo", "tag", "encounter", "thread", "event", "guest", "introduction", "circle", "pending", "setting"}

// SalvagedThings returns the kinds of things that a Salvaged may lack, so that a test can hold the catalogue complete.
func SalvagedThings() []string { return append([]string{otherThings}, salvagedThings...) }

// brokenThings returns the kinds of things that could not be read to their end and are not told otherwise.
func brokenThings(broken []string) []string {
	var things []string
	for _, table := range broken {
		thing := otherThings
		switch {
		case toldApart(table, broken):
			continue
		case table == "membership":
			thing = "tag"
		case slices.Contains(salvagedThings, table):
			thing = table
		}
		if !slices.Contains(things, thing) {
			things = append(things, thing)
		}
	}
	return things
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
// as well, every card that is found is taken, and carved says so.
func (b *Book) dig(ctx context.Context, path string, saved store.Salvaged) (left []store.Indexed, carved bool, err error) {
	people := slices.Contains(saved.Broken, "person")
	index := slices.Contains(saved.Broken, "person_index")
	if len(saved.Lost) == 0 && !(people && index) {
		return nil, false, nil
	}
	if saved.People == 0 && len(saved.Lost) == 0 {
		return nil, true, b.takeCarved(ctx, path)
	}
	lost := map[string][]contact.ID{}
	for _, l := range saved.Lost {
		lost[string(l.Hash)] = append(lost[string(l.Hash)], l.ID)
	}
	_, err = b.operate(ctx, KindSalvage, "", func(w *work) error {
		return carve(path, func(raw []byte) error {
			c, err := vcard.Parse(raw, vcard.Options{})
			if err != nil {
				return ctx.Err()
			}
			hash := c.ContentHash()
			ids := lost[string(hash[:])]
			delete(lost, string(hash[:]))
			for _, id := range ids {
				if err := w.putBack(ctx, id, c); err != nil {
					return err
				}
			}
			return ctx.Err()
		})
	})
	left = slices.DeleteFunc(slices.Clone(saved.Lost), func(l store.Indexed) bool { return lost[string(l.Hash)] == nil })
	return left, false, err
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
		uid = store.FoundUID(id)
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
