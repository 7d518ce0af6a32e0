package book

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/maphash"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// known is whom the cards of an import are compared with: everyone in the book and what came earlier in the same import, by
// uid, by content and by what package match recognises people by; and what waits to be decided, by content. It holds hashes
// and folded names: a hundred thousand people take some thirty megabytes.
type known struct {
	seed     maphash.Seed
	uids     map[uint64]whom
	contents map[uint64]whom
	waiting  map[uint64]bool
	circle   *match.Circle
	people   []whom  // by their numbers in the circle
	numbers  []int32 // in the circle, by the cards of the import; -1 for one that is nobody new
	cards    int     // of the import
}

// whom is somebody in the book by their ID, or the n-th card of an import as -n.
type whom int64

func (w whom) person() contact.ID { return contact.ID(max(w, 0)) }

func (w whom) card() int { return int(max(-w, 0)) }

func loadKnown(ctx context.Context, tx *store.Tx) (*known, error) {
	n, err := tx.Count(ctx)
	if err != nil {
		return nil, err
	}
	k := &known{
		seed: maphash.MakeSeed(), uids: make(map[uint64]whom, n), contents: make(map[uint64]whom, n), circle: match.NewCircle(n),
		people: make([]whom, 0, n),
	}
	err = tx.Known(ctx, func(id contact.ID, uid string, hash, keys []byte) {
		k.uids[k.uid(uid)] = whom(id)
		k.contents[content(hash)] = whom(id)
		if profile, ok := match.Unpack(keys); ok {
			k.recognise(profile, whom(id))
		}
	})
	if err != nil {
		return nil, err
	}
	// Who became a part of somebody comes again with the next export of the same phone.
	aliases, err := tx.Aliases(ctx)
	for _, a := range aliases {
		if uid := k.uid(a.UID); k.uids[uid] == 0 {
			k.uids[uid] = whom(a.Whole)
		}
		if hash := content(a.Hash); k.contents[hash] == 0 {
			k.contents[hash] = whom(a.Whole)
		}
	}
	return k, err
}

// loadWaiting notes which cards of earlier imports nobody has decided yet, so that they are not kept twice.
func (k *known) loadWaiting(ctx context.Context, tx *store.Tx) error {
	k.waiting = map[uint64]bool{}
	return tx.Waiting(ctx, func(p store.Pending) error {
		card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
		if err != nil {
			return fmt.Errorf("card %d: %w", p.ID, err)
		}
		hash := card.ContentHash()
		k.waiting[content(hash[:])] = true
		return nil
	})
}

func (k *known) uid(uid string) uint64 { return maphash.String(k.seed, uid) }

func content(hash []byte) uint64 { return binary.LittleEndian.Uint64(hash) }

func (k *known) recognise(p match.Profile, w whom) {
	k.circle.Add(p)
	k.people = append(k.people, w)
}

// sorted is where a card belongs.
type sorted struct {
	pile    Pile
	person  contact.ID // whom it meets in the book; 0 for nobody
	earlier int32      // the card of the same import that it meets, counted from 1 over all files; 0 for none
	changed bool
	taken   bool // its uid is somebody else's already
	reasons []Reason
}

func (s *sorted) meet(w whom) { s.person, s.earlier = w.person(), int32(w.card()) }

// sort says where a card belongs.
func (k *known) sort(r *reading, region string) sorted {
	twin, repeated := k.contents[content(r.entry.Hash)]
	var s sorted
	var owner whom
	if r.uid != "" {
		owner, s.taken = k.uids[k.uid(r.uid)]
	}
	switch {
	case owner > 0 && (!repeated || twin == owner):
		s.pile, s.changed, s.reasons = PileSame, !repeated, []Reason{{Code: sameUID}}
		s.meet(owner)
		return s
	case repeated && twin > 0:
		s.pile, s.reasons = PileSame, []Reason{{Code: sameContent}}
		s.meet(twin)
		return s
	case repeated:
		s.pile, s.reasons = PileSame, []Reason{{Code: sameInImport}}
		s.meet(twin)
		return s
	case k.waiting[content(r.entry.Hash)]:
		s.pile, s.reasons = PileSame, []Reason{{Code: sameWaiting}}
		return s
	}
	return k.resembling(r, region, s)
}

// resembling sorts a card that is not here yet by whom it resembles.
func (k *known) resembling(r *reading, region string, s sorted) sorted {
	s.pile = PileNew
	if owner := k.uids[k.uid(r.uid)]; s.taken && k.like(r, owner) {
		s.pile, s.changed, s.reasons = PileSimilar, true, []Reason{{Code: sameUID}}
		s.meet(owner)
		return s
	}
	meeting, ok := k.circle.Find(r.known)
	if !ok {
		return s
	}
	if meeting.Sure > match.Apart {
		s.pile = PileSimilar
	}
	s.meet(k.people[meeting.Who])
	s.reasons = reasonsOf(r, meeting, region)
	return s
}

// like reports whether a card may be about whom an earlier card of the same import is about. One that waits in the book already
// met nobody and is met by nobody.
func (k *known) like(r *reading, earlier whom) bool {
	number := k.numbers[earlier.card()-1]
	return number >= 0 && k.circle.Like(r.known, number) > match.Kin
}

// pass notes a card of an import when it has been sorted, so that those that follow can meet it.
func (k *known) pass(r *reading, s sorted) {
	k.cards++
	w := whom(-k.cards)
	switch {
	case s.pile == PileSame && s.person != 0:
		w = whom(s.person)
	case s.pile == PileSame && s.earlier != 0:
		w = -whom(s.earlier)
	}
	if s.pile == PileSame {
		k.numbers = append(k.numbers, -1)
		k.name(r, w)
		return
	}
	k.numbers = append(k.numbers, int32(len(k.people)))
	k.join(r, w)
}

// join lets others meet who has a card.
func (k *known) join(r *reading, w whom) {
	k.name(r, w)
	k.recognise(r.known, w)
}

// name notes whose the uid and the content of a card are. Who had them first keeps them.
func (k *known) name(r *reading, w whom) {
	if uid := k.uid(r.uid); r.uid != "" && k.uids[uid] == 0 {
		k.uids[uid] = w
	}
	if hash := content(r.entry.Hash); k.contents[hash] == 0 {
		k.contents[hash] = w
	}
}
