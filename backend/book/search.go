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
}

// terms reads what a person typed. A query of nothing but what phone numbers are written with is one number; a single Latin
// letter finds the names that begin with it, since nearly every text contains it.
func terms(query string) []term {
	text := match.Fold(query)
	if number, ok := phoneTerm(text); ok {
		return []term{number}
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
	return list
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
	found := make([]contact.ID, 0, 64)
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
	if i >= end {
		return
	}
	known := rarest(list)
	for _, needle := range list[known].spellings {
		person, stop := i, f.starts[end]
		find := f.finder(needle)
		for at := f.starts[i]; at < stop; at = f.starts[person] {
			hit := find(f.texts[at:stop])
			if hit < 0 {
				break
			}
			person = f.holder(person, end, at+hit)
			if fit[person] == fitsNot {
				fit[person] = f.fit(person, list, known, at+hit-f.starts[person], needle)
			}
			person++
		}
	}
}

const (
	// sampled is how many bytes of the texts are looked at to learn which of a needle's are rare.
	sampled = 16 << 10
	// rare is how many of those may be a byte that is worth being looked for by itself.
	rare = sampled / 64
)

// finder returns a function that finds the needle as bytes.Index does. That looks for the first byte, which in "mü" or "an" is
// at every turn; this looks for the rarest.
func (f *folded) finder(needle []byte) func(text []byte) int {
	sample := f.texts[len(f.texts)/2:]
	sample = sample[:min(len(sample), sampled)]
	fewest, at := rare, -1
	for i := range needle {
		if n := bytes.Count(sample, needle[i:i+1]); n < fewest {
			fewest, at = n, i
		}
	}
	if at < 0 {
		return func(text []byte) int { return bytes.Index(text, needle) }
	}
	return func(text []byte) int { return indexBy(text, needle, at) }
}

// indexBy is bytes.Index by way of one byte of the needle.
func indexBy(text, needle []byte, at int) int {
	for from := at; from < len(text); from++ {
		hit := bytes.IndexByte(text[from:], needle[at])
		if hit < 0 {
			return -1
		}
		from += hit
		if bytes.HasPrefix(text[from-at:], needle) {
			return from - at
		}
	}
	return -1
}

// holder returns whose text the byte at is in; it is person or someone later, before end.
func (f *folded) holder(person, end, at int) int {
	step := 1
	low := person
	for low+step < end && f.starts[low+step] <= at {
		low += step
		step *= 2
	}
	high := min(low+step, end)
	for low+1 < high {
		middle := (low + high) / 2
		if f.starts[middle] <= at {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// fit says how well a person fits, of whom it is known where the needle of one term is first found.
func (f *folded) fit(person int, list []term, known, hit int, needle []byte) uint8 {
	text := f.texts[f.starts[person]:f.starts[person+1]]
	names := text[:f.names[person]]
	worst := list[known].found(names, hit, needle)
	for k, t := range list {
		if k != known && worst != fitsNot {
			worst = min(worst, t.fit(text, names))
		}
	}
	return worst
}

func (t term) found(names []byte, hit int, needle []byte) uint8 {
	switch {
	case hit < len(names) && beginsWord(names, hit, needle):
		return fitsWell
	case t.startOnly:
		return fitsNot
	}
	return fits
}

func (t term) fit(text, names []byte) uint8 {
	best := uint8(fitsNot)
	for _, spelling := range t.spellings {
		switch {
		case beginsWord(names, 0, spelling):
			return fitsWell
		case !t.startOnly && bytes.Contains(text, spelling):
			best = fits
		}
	}
	return best
}

// beginsWord reports whether a word of names, from at on, begins with word.
func beginsWord(names []byte, at int, word []byte) bool {
	for {
		hit := bytes.Index(names[at:], word)
		if hit < 0 {
			return false
		}
		at += hit
		if at == 0 || !isWordByte(names[at-1]) {
			return true
		}
		at++
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
