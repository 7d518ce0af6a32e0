package book

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// directory keeps in memory what searches look through. It is loaded by [Book.Prepare] or the second search and follows the changes of this
// program; a change of another program lets it be loaded anew.
type directory struct {
	mutex   sync.Mutex
	current *folded
	lists   map[string][]contact.ID // answers to queries, of the revision in listed
	listed  int64
	asked   bool // somebody has searched
}

// folded are the folded texts of everyone in the order of the list, at one revision of the book. It is never changed once it
// is made.
type folded struct {
	revision int64
	byGiven  bool
	ids      []contact.ID
	starts   []int  // where each text starts; one more, for the end
	texts    []byte // a line break after each
	names    []int  // how long the part of each text is that holds names
	sieves   []sieve
}

// refreshLimit is how many people may change before loading everything anew is the quicker way.
const refreshLimit = 2000

// keptLists is how many answers are remembered: scrolling and coming back ask for the same ones again and again.
const keptLists = 16

// isFirstSearch tells, once, that nothing is loaded and nobody has searched yet: a terminal verb searches no second time.
func (d *directory) isFirstSearch() bool {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	first := !d.asked && d.current == nil
	d.asked = true
	return first
}

func (d *directory) forget() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.current, d.lists = nil, nil
}

// list returns the answer to a query, from memory when the book has not changed since.
func (d *directory) list(revision int64, key string, find func() ([]contact.ID, error)) ([]contact.ID, error) {
	d.mutex.Lock()
	if d.lists == nil || d.listed != revision || len(d.lists) > keptLists {
		d.lists, d.listed = map[string][]contact.ID{}, revision
	}
	ids, ok := d.lists[key]
	d.mutex.Unlock()
	if ok {
		return ids, nil
	}
	ids, err := find()
	if err != nil {
		return nil, err
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.listed == revision && d.lists != nil {
		d.lists[key] = ids
	}
	return ids, nil
}

// at returns the texts as they are in the transaction.
func (d *directory) at(ctx context.Context, tx *store.Tx, byGiven bool) (*folded, error) {
	revision, err := tx.Revision(ctx)
	if err != nil {
		return nil, err
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if f := d.current; f != nil && f.revision == revision && f.byGiven == byGiven {
		return f, nil
	}
	f, err := loadFolded(ctx, tx, byGiven)
	if err != nil {
		return nil, err
	}
	f.revision = revision
	d.current = f
	return f, nil
}

func loadFolded(ctx context.Context, tx *store.Tx, byGiven bool) (*folded, error) {
	order, err := tx.Find(ctx, store.Filter{}, store.Order{ByGiven: byGiven})
	if err != nil {
		return nil, err
	}
	known := make([]contact.ID, 0, len(order)) // in the order of IDs, with where their texts end
	ends := make([]int, 1, len(order)+1)
	var texts []byte
	err = tx.Texts(ctx, func(id contact.ID, text []byte) {
		texts = append(append(texts, text...), '\n')
		known, ends = append(known, id), append(ends, len(texts))
	})
	if err != nil {
		return nil, err
	}
	f := &folded{byGiven: byGiven, ids: order, starts: make([]int, 1, len(order)+1), texts: make([]byte, 0, len(texts)), names: make([]int, 0, len(order)), sieves: make([]sieve, 0, len(order))}
	for _, id := range order {
		at, _ := slices.BinarySearch(known, id)
		f.append(texts[ends[at]:ends[at+1]])
	}
	return f, nil
}

// append adds the text of the next person, line break included.
func (f *folded) append(text []byte) {
	names := max(0, bytes.IndexByte(text, nameEnd))
	f.take(text, names, sieveOf(text, names))
}

func (f *folded) take(text []byte, names int, s sieve) {
	f.names, f.sieves = append(f.names, names), append(f.sieves, s)
	f.texts = append(f.texts, text...)
	f.starts = append(f.starts, len(f.texts))
}

// Prepare loads what searches look through, so that the first one is as quick as those that follow.
func (b *Book) Prepare(ctx context.Context) error {
	return b.store.Read(ctx, func(tx *store.Tx) error {
		by, err := b.order(ctx, tx, Query{})
		if err == nil {
			_, err = b.directory.at(ctx, tx, by.ByGiven)
		}
		return err
	})
}

// refresh lets the directory follow a change of these people; nil means that there are too many to tell. What cannot be
// followed is loaded anew by the next search.
func (b *Book) refresh(ctx context.Context, touched []contact.ID) {
	before := b.directory.take()
	if before == nil || touched == nil || len(touched) > refreshLimit {
		return
	}
	var after *folded
	// The change itself is done; a failure here costs no more than loading anew, and so does a caller that is gone.
	err := b.store.Read(context.WithoutCancel(ctx), func(tx *store.Tx) (err error) {
		after, err = before.follow(context.WithoutCancel(ctx), tx, touched)
		return err
	})
	if err == nil && after != nil {
		b.directory.put(after)
	}
}

// take takes the texts out, nil without any. The lock is not held beyond it: searches wait for the lock inside their
// transactions, so whoever waited for a transaction while holding it could wait for ever.
func (d *directory) take() *folded {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	current := d.current
	d.current = nil
	return current
}

// put puts texts in, unless a search has loaded others meanwhile.
func (d *directory) put(f *folded) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.current == nil {
		d.current = f
	}
}

// follow returns the texts after one more revision in which these people changed, nil when it was more than one.
func (f *folded) follow(ctx context.Context, tx *store.Tx, touched []contact.ID) (*folded, error) {
	revision, err := tx.Revision(ctx)
	if err != nil || revision != f.revision+1 {
		return nil, err
	}
	if len(touched) == 0 {
		after := *f
		after.revision = revision
		return &after, nil
	}
	ids, err := tx.Find(ctx, store.Filter{}, store.Order{ByGiven: f.byGiven})
	if err != nil {
		return nil, err
	}
	changed, err := tx.Folded(ctx, touched)
	if err != nil {
		return nil, err
	}
	moved := make(map[contact.ID]bool, len(touched))
	for _, id := range touched {
		moved[id] = true
	}
	after := &folded{
		revision: revision, byGiven: f.byGiven, ids: ids, texts: make([]byte, 0, len(f.texts)+1024*len(touched)),
		starts: make([]int, 1, len(ids)+1), names: make([]int, 0, len(ids)), sieves: make([]sieve, 0, len(ids)),
	}
	old := 0 // everyone else stands in the same order as before
	for _, id := range ids {
		if moved[id] {
			after.append([]byte(changed[id] + "\n"))
			continue
		}
		for old < len(f.ids) && f.ids[old] != id {
			old++
		}
		if old == len(f.ids) {
			return nil, nil
		}
		after.take(f.texts[f.starts[old]:f.starts[old+1]], f.names[old], f.sieves[old])
	}
	return after, nil
}
