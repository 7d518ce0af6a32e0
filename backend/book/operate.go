package book

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// work is one operation while it runs: what a use case changes the book with. Its methods keep index and truth together.
type work struct {
	tx      *store.Tx
	id      int64
	now     time.Time
	kind    Kind
	name    string // fills the sentence of the operation
	count   int    // of people or things that were changed; 0 lets the operation never have been
	touched []contact.ID
	index   *indexer
	loader  *store.Loader
}

// errNothing rolls back an operation that turned out to change nothing.
var errNothing = errors.New("nothing to change")

// operate runs f as one operation in one transaction.
func (b *Book) operate(ctx context.Context, kind Kind, name string, f func(w *work) error) (Change, error) {
	return b.resume(ctx, 0, kind, name, f)
}

// resume is operate within an operation that is there already, where that is the newest and has the kind and the name: what is
// written a word at a time is one step back. Otherwise, and for 0, it is an operation of its own.
func (b *Book) resume(ctx context.Context, on int64, kind Kind, name string, f func(w *work) error) (Change, error) {
	var w *work
	err := b.write(ctx, func(tx *store.Tx) (touched []contact.ID, err error) {
		w, err = b.begin(ctx, tx, on, kind, name)
		if err != nil {
			return nil, err
		}
		err = w.run(ctx, f)
		return w.touched, err
	})
	if errors.Is(err, errNothing) {
		return Change{Kind: w.kind, Name: w.name}, nil
	}
	if err != nil {
		return Change{}, fmt.Errorf("%s: %w", kind, err)
	}
	b.refresh(ctx, w.touched)
	return Change{Operation: w.id, Kind: w.kind, Name: w.name, Count: w.count}, nil
}

// write runs f in a transaction that writes. f returns whom it changed, nil for too many to tell.
func (b *Book) write(ctx context.Context, f func(tx *store.Tx) ([]contact.ID, error)) error {
	var revision int64
	var changed []contact.ID
	err := b.store.Write(ctx, func(tx *store.Tx) (err error) {
		if revision, err = tx.Revision(ctx); err != nil {
			return err
		}
		changed, err = f(tx)
		if err == nil {
			// Before anybody can see the revision, so that nobody comes to it without knowing whom it changed.
			b.doubles.changes.note(revision+1, changed)
		}
		return err
	})
	if err != nil && !errors.Is(err, errNothing) {
		b.doubles.changes.forget()
	}
	if err == nil && changed != nil && len(changed) == 0 {
		b.network.follow(revision+1, (*network).afresh)
		b.sought.follow(revision + 1)
	}
	return err
}

func (b *Book) begin(ctx context.Context, tx *store.Tx, on int64, kind Kind, name string) (*work, error) {
	if err := b.keepRegion(ctx, tx); err != nil {
		return nil, err
	}
	index, err := b.indexer(ctx, tx)
	if err != nil {
		return nil, err
	}
	now := b.now()
	id := on
	resumed, err := tx.Resume(ctx, on, string(kind), name)
	if err == nil && !resumed {
		id, err = tx.Begin(ctx, string(kind), name, now)
	}
	return &work{tx: tx, id: id, now: now, kind: kind, name: name, index: index, loader: tx.NewLoader(), touched: []contact.ID{}}, err
}

func (b *Book) indexer(ctx context.Context, tx *store.Tx) (*indexer, error) {
	settings, err := b.settings(ctx, tx)
	return &indexer{names: b.names, region: settings.Region}, err
}

func (w *work) run(ctx context.Context, f func(w *work) error) (err error) {
	defer func() { err = errors.Join(err, w.loader.Close(ctx)) }()
	if err := f(w); err != nil {
		return err
	}
	if w.count == 0 {
		return errNothing
	}
	if err := w.colourTags(ctx); err != nil {
		return err
	}
	return w.tx.Finish(ctx, w.id, string(w.kind), w.count, w.name)
}

// add puts a new person in.
func (w *work) add(ctx context.Context, uid string, c *vcard.Card, source store.Person) (contact.ID, error) {
	photos, err := w.detach(ctx, c)
	if err != nil {
		return 0, err
	}
	source.UID, source.Card, source.Charset = uid, c.Raw, c.Charset
	source.Photos = photosIn(c, append(source.Photos, photos...))
	source.Created, source.Changed = w.now, w.now
	newcomer := []store.Newcomer{{Person: source, Entry: w.index.entry(0, c)}}
	if err := w.loader.Add(ctx, newcomer); err != nil {
		return 0, err
	}
	w.touch(newcomer[0].Person.ID)
	return newcomer[0].Person.ID, nil
}

// touch notes who is changed, for as long as they are few enough to tell.
func (w *work) touch(id contact.ID) {
	if len(w.touched) > refreshLimit {
		w.touched = nil
	}
	if w.touched != nil {
		w.touched = append(w.touched, id)
	}
}

// card returns somebody's row and their card.
func (w *work) card(ctx context.Context, id contact.ID) (store.Person, *vcard.Card, error) {
	return readCard(ctx, w.tx, id)
}

// replace gives somebody an edited card. Pictures that stand in it are kept and taken out.
func (w *work) replace(ctx context.Context, p store.Person, c *vcard.Card) error {
	added, err := w.detach(ctx, c)
	if err != nil {
		return err
	}
	p.Card, p.Charset, p.Changed = c.Raw, c.Charset, w.now
	p.Photos = photosIn(c, append(p.Photos, added...))
	w.touch(p.ID)
	return w.loader.Replace(ctx, []store.Newcomer{{Person: p, Entry: w.index.entry(p.ID, c, p.Groups...)}})
}

func (w *work) detach(ctx context.Context, c *vcard.Card) ([]store.Hash, error) {
	hashes, photos, err := detach(c)
	if err != nil {
		return nil, err
	}
	return hashes, w.loader.AddPhotos(ctx, photos)
}

// detach takes the pictures out of a card. One whose base64 cannot be written again as it was stays in the card and is kept
// beside it as well, so that lists can show it.
func detach(c *vcard.Card) ([]store.Hash, []store.Photo, error) {
	var hashes []store.Hash
	var photos []store.Photo
	keep := func(photo vcard.Photo) error {
		hash, err := store.ParseHash(photo.Hash)
		if err != nil {
			return err
		}
		hashes = append(hashes, hash)
		photos = append(photos, store.Photo{Hash: hash, Mime: photo.Mime, Data: photo.Data})
		return nil
	}
	for _, photo := range c.Detach() {
		if err := keep(photo); err != nil {
			return nil, nil, err
		}
	}
	for _, photo := range c.Photos() {
		if photo.Data == nil {
			continue
		}
		if err := keep(photo); err != nil {
			return nil, nil, err
		}
	}
	return hashes, photos, nil
}

// photosIn returns those of the hashes that the card still refers to, each once.
func photosIn(c *vcard.Card, hashes []store.Hash) []store.Hash {
	refers := map[string]bool{}
	for _, photo := range c.Photos() {
		refers[photo.Hash] = true
	}
	var kept []store.Hash
	for _, hash := range hashes {
		// A logo is taken out too but is no photo; its reference is found in the bytes.
		named := refers[hash.String()] || bytes.Contains(c.Raw, []byte(hash.String()))
		if named && !slices.Contains(kept, hash) {
			kept = append(kept, hash)
		}
	}
	return kept
}

func readCard(ctx context.Context, tx *store.Tx, id contact.ID) (store.Person, *vcard.Card, error) {
	p, err := tx.Person(ctx, id)
	if err != nil {
		return p, nil, fmt.Errorf("person %d: %w", id, asContact(err))
	}
	c, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil {
		return p, nil, fmt.Errorf("card of person %d: %w", id, err)
	}
	return p, c, nil
}

func asContact(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return contact.ErrNotFound
	}
	return err
}
