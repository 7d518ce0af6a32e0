package book

import (
	"bytes"
	"context"
	"iter"
	"strings"
	"unicode/utf8"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// term is one word of a search; any of its spellings will do.
type term struct {
	spellings [][]byte
	// startOnly lets only words of a name count that begin with the term.
	startOnly bool
	sieves    []sieve // of the spellings
}

// terms reads what a person typed. A query of nothing but what phone numbers are written with is one number; a single Latin
// letter finds the names that begin with it, since nearly every text contains it.
func terms(query string) []term {
	text := match.Fold(query)
	if number, ok := phoneTerm(text); ok {
		return sieved([]term{number})
	}
	var list []term
	for word := range strings.FieldsSeq(text) {
		if number, ok := phoneTerm(word); ok {
			list = append(list, number)
			continue
		}
		single := len(word) == 1
		list = append(list, term{spellings: [][]byte{[]byte(word)}, startOnly: single})
	}
	return sieved(list)
}

func phoneTerm(text string) (term, bool) {
	if strings.Trim(text, "0123456789 +-./()") != "" {
		return term{}, false
	}
	digits := match.Digits(text)
	if digits == "" {
		return term{}, false
	}
	spellings := [][]byte{[]byte(strings.TrimPrefix(digits, "00"))}
	if text = strings.TrimSpace(text); text != string(spellings[0]) {
		spellings = append(spellings, []byte(text))
	}
	if len(spellings[0]) == 0 {
		spellings = spellings[1:]
	}
	return term{spellings: spellings}, true
}

// How well somebody fits a search.
const (
	fitsNot = iota
	fits
	fitsWell // every word begins a word of the name
)

// search returns whom all terms fit, those with a fitting name first, both in the order of the list. allowed, in that order
// too, narrows it; nil does not.
func (f *folded) search(ctx context.Context, list []term, allowed []contact.ID) ([]contact.ID, error) {
	fit := make([]uint8, len(f.ids))
	// Each core takes a stretch of the texts, so that it reads straight through memory.
	parts := searchParts
	err := share(ctx, parts, func(part iter.Seq[int]) error {
		for k := range part {
			f.scan(list, fit, len(f.ids)*k/parts, len(f.ids)*(k+1)/parts)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if allowed != nil {
		f.restrict(fit, allowed)
	}
	found := make([]contact.ID, 0, len(fit)-bytes.Count(fit, []byte{fitsNot}))
	for _, want := range [...]uint8{fitsWell, fits} {
		for i, is := range fit {
			if is == want {
				found = append(found, f.ids[i])
			}
		}
	}
	return found, nil
}

// searchOnce answers one search without reading the texts of everyone, which costs several times as much as the answer.
func searchOnce(ctx context.Context, tx *store.Tx, list []term, filter store.Filter, by store.Order) ([]contact.ID, error) {
	few := &folded{starts: make([]int, 1, 64)}
	var line []byte
	err := tx.Holding(ctx, filter, by, list[rarest(list)].spellings, func(id contact.ID, text []byte) {
		few.ids = append(few.ids, id)
		line = append(append(line[:0], text...), '\n')
		few.append(line)
	})
	if err != nil {
		return nil, err
	}
	return few.search(ctx, list, nil)
}

// rarest guesses which term the fewest texts hold: the longest.
func rarest(list []term) int {
	longest := 0
	for i, t := range list {
		if len(t.spellings[0]) > len(list[longest].spellings[0]) {
			longest = i
		}
	}
	return longest
}

const searchParts = 8

// scan notes how well the people from the i-th to before the end-th fit.
func (f *folded) scan(list []term, fit []uint8, i, end int) {
	for person := i; person < end; person++ {
		if f.sieves[person].passes(list) {
			fit[person] = f.fit(person, list)
		}
	}
}

// fit says how well a person fits.
func (f *folded) fit(person int, list []term) uint8 {
	text := f.texts[f.starts[person]:f.starts[person+1]]
	names := text[:f.names[person]]
	worst := uint8(fitsWell)
	for i := range list {
		if worst = min(worst, list[i].fit(text, names)); worst == fitsNot {
			break
		}
	}
	return worst
}

func (t *term) fit(text, names []byte) uint8 {
	best := uint8(fitsNot)
	for _, spelling := range t.spellings {
		hit := bytes.Index(text, spelling)
		switch {
		case hit < 0:
		case hit < len(names) && beginsWord(names, hit, spelling):
			return fitsWell
		case !t.startOnly:
			best = fits
		}
	}
	return best
}

// beginsWord reports whether a word of names, from at on, begins with word.
func beginsWord(names []byte, at int, word []byte) bool {
	for ; ; at++ {
		hit := bytes.Index(names[at:], word)
		if hit < 0 {
			return false
		}
		at += hit
		if at == 0 || !isWordByte(names[at-1]) {
			return true
		}
	}
}

func isWordByte(b byte) bool {
	return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || b >= utf8.RuneSelf
}

// restrict lets only the allowed fit. Both are in the order of the list.
func (f *folded) restrict(fit []uint8, allowed []contact.ID) {
	next := 0
	for i, id := range f.ids {
		if next < len(allowed) && allowed[next] == id {
			next++
			continue
		}
		fit[i] = fitsNot
	}
}
