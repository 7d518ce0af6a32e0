package book

import (
	"context"
	"encoding/binary"
	"hash/maphash"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// known is whom the cards of an import are compared with: everyone in the book, by uid, content and the keys of package
// match; and what came earlier in the same import, by uid and content. It holds hashes only: a hundred thousand people take
// some ten megabytes.
type known struct {
	seed     maphash.Seed
	uids     map[uint64]contact.ID // 0: came earlier in the same import
	contents map[uint64]contact.ID
	keys     map[match.Key]contact.ID
}

func loadKnown(ctx context.Context, tx *store.Tx) (*known, error) {
	n, err := tx.Count(ctx)
	if err != nil {
		return nil, err
	}
	k := &known{
		seed: maphash.MakeSeed(), uids: make(map[uint64]contact.ID, n), contents: make(map[uint64]contact.ID, n),
		keys: make(map[match.Key]contact.ID, 2*n),
	}
	err = tx.Known(ctx, func(id contact.ID, uid string, hash, keys []byte) {
		k.uids[k.uid(uid)] = id
		k.contents[content(hash)] = id
		match.Unpack(keys, func(key match.Key) {
			if _, taken := k.keys[key]; !taken {
				k.keys[key] = id
			}
		})
	})
	return k, err
}

func (k *known) uid(uid string) uint64 { return maphash.String(k.seed, uid) }

func content(hash []byte) uint64 { return binary.LittleEndian.Uint64(hash) }

// sorted is where a card belongs.
type sorted struct {
	pile    Pile
	person  contact.ID // whom it meets; 0 for nobody, or for a card of the same import
	changed bool
	reasons []Reason
}

// sort says where a card belongs.
func (k *known) sort(r *reading, region string) sorted {
	_, sameContent := k.contents[content(r.entry.Hash)]
	if r.uid != "" {
		if id, ok := k.uids[k.uid(r.uid)]; ok {
			return sorted{pile: PileSame, person: id, changed: !sameContent, reasons: sameReason("same-uid", id)}
		}
	}
	if sameContent {
		id := k.contents[content(r.entry.Hash)]
		return sorted{pile: PileSame, person: id, reasons: sameReason("same-content", id)}
	}
	var nearest contact.ID
	kind := match.SameNameAndOrganisation
	match.Unpack(r.entry.Keys, func(key match.Key) {
		if id, ok := k.keys[key]; ok && (nearest == 0 || key.Kind() < kind) {
			nearest, kind = id, key.Kind()
		}
	})
	if nearest == 0 {
		return sorted{pile: PileNew}
	}
	return sorted{pile: PileSimilar, person: nearest, reasons: k.reasons(r, nearest, region)}
}

// meet notes that the card came as a person, so that it is not taken in twice in one import; 0 while they have no ID.
func (k *known) meet(r *reading, id contact.ID) {
	if r.uid != "" {
		if _, ok := k.uids[k.uid(r.uid)]; !ok {
			k.uids[k.uid(r.uid)] = id
		}
	}
	if _, ok := k.contents[content(r.entry.Hash)]; !ok {
		k.contents[content(r.entry.Hash)] = id
	}
}

func sameReason(code string, id contact.ID) []Reason {
	if id == 0 {
		code = "same-in-import"
	}
	return []Reason{{Code: code}}
}

// reasons says in codes what a card has in common with somebody.
func (k *known) reasons(r *reading, id contact.ID, region string) []Reason {
	var list []Reason
	add := func(key match.Key, ok bool, name, value string) {
		if ok && k.keys[key] == id {
			list = append(list, Reason{Code: key.Kind().String(), Args: []contact.Arg{{Name: name, Value: value}}})
		}
	}
	for _, email := range r.card.Emails() {
		key, ok := match.Email(email.Value)
		add(key, ok, "value", email.Value)
	}
	for _, phone := range r.card.Phones() {
		key, ok := match.Phone(phone.Value, match.E164(phone.Value, region))
		add(key, ok, "value", phone.Value)
	}
	key, ok := match.NameAndOrganisation(r.entry.Name, r.entry.Organisation)
	add(key, ok, "value", r.entry.Name+", "+r.entry.Organisation)
	return list
}
