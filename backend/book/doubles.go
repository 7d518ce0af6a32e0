package book

import (
	"context"
	"sync"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// doubles keeps in memory who in the book may be one. Whoever asks first lets it look at everyone; after that it follows the changes
// of this program. A change of another program, or of too many people to tell, lets it look at everyone again.
type doubles struct {
	changes changes

	latest   latest[[]double]
	people   *match.Doubles // at the revision compared; nil before the first look
	compared int64
}

// changes are whom the latest revisions of the book changed, from when somebody first asked.
type changes struct {
	mutex  sync.Mutex
	wanted bool
	by     map[int64][]contact.ID
	n      int
}

// want lets changes be noted from now on.
func (c *changes) want() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !c.wanted {
		c.wanted, c.by = true, map[int64][]contact.ID{}
	}
}

// note keeps in mind whom a revision changes; nil are too many to tell.
func (c *changes) note(revision int64, changed []contact.ID) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !c.wanted {
		return
	}
	if c.n += 1 + len(changed); changed == nil || c.n > refreshLimit {
		clear(c.by)
		c.n = 0
		return
	}
	c.by[revision] = changed
}

// forget lets nothing be known of the latest revisions.
func (c *changes) forget() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	clear(c.by)
	c.n = 0
}

// between returns whom the revisions after one up to another changed; ok is false where that is not known of all of them. What is
// older is forgotten.
func (c *changes) between(from, to int64) (changed []contact.ID, ok bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	ok = from <= to
	for at := from + 1; at <= to && ok; at++ {
		var ids []contact.ID
		ids, ok = c.by[at]
		changed = append(changed, ids...)
	}
	for at, ids := range c.by {
		if at <= to {
			delete(c.by, at)
			c.n -= 1 + len(ids)
		}
	}
	return distinctOf(changed), ok
}

// at returns who may be one as the book is in the transaction.
func (k *doubles) at(ctx context.Context, tx *store.Tx) ([]double, error) {
	return k.latest.at(ctx, tx, func(revision int64) ([]double, error) { return k.find(ctx, tx, revision) })
}

// find is called by one at a time.
func (k *doubles) find(ctx context.Context, tx *store.Tx, revision int64) ([]double, error) {
	if err := k.follow(ctx, tx, revision); err != nil {
		k.people = nil
		return nil, err
	}
	verdicts, err := tx.Verdicts(ctx)
	if err != nil {
		return nil, err
	}
	two, later := pairsOf(verdicts, verdictDistinct), pairsOf(verdicts, verdictLater)
	list, off := []double{}, []double{}
	for _, d := range k.people.Groups(func(a, b int64) bool { return two[pairOf(contact.ID(a), contact.ID(b))] }) {
		one := double{sure: d.Sure, common: d.Common, people: make([]contact.ID, len(d.People))}
		for i, who := range d.People {
			one.people[i] = contact.ID(who)
		}
		if one.later = all(one.people, later); one.later {
			off = append(off, one)
			continue
		}
		list = append(list, one)
	}
	return append(list, off...), ctx.Err()
}

// follow brings the people to a revision.
func (k *doubles) follow(ctx context.Context, tx *store.Tx, revision int64) error {
	k.changes.want()
	changed, known := k.changes.between(k.compared, revision)
	if k.people == nil || !known {
		n, err := tx.Count(ctx)
		if err != nil {
			return err
		}
		k.people, k.compared = match.NewDoubles(n), revision
		return tx.Recognised(ctx, func(id contact.ID, keys []byte) { k.people.Put(int64(id), keys) })
	}
	left := make(map[contact.ID]bool, len(changed))
	for _, id := range changed {
		left[id] = true
	}
	err := tx.RecognisedOf(ctx, changed, func(id contact.ID, keys []byte) {
		k.people.Put(int64(id), keys)
		delete(left, id)
	})
	for id := range left {
		k.people.Drop(int64(id))
	}
	k.compared = revision
	return err
}
