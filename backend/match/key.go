package match

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a key is made of. Reason codes of the catalogue are its String.
type Kind uint8

// The kinds of keys, the surest first.
const (
	SameEmail Kind = iota
	SamePhone
	SameNameAndOrganisation
)

// String returns the code of the reason: "same-email", "same-phone", "name-and-organisation".
func (k Kind) String() string {
	return [...]string{"same-email", "same-phone", "name-and-organisation"}[k]
}

// Key is what two cards of one person have in common, as a hash: equal keys of 62 bits in one book mean equal values.
type Key uint64

// Kind returns what the key is made of.
func (k Key) Kind() Kind { return Kind(k & 3) }

// Email returns the key of a mail address; ok is false for what is none.
func Email(address string) (k Key, ok bool) {
	at := strings.IndexByte(address, '@')
	if at <= 0 || at == len(address)-1 {
		return 0, false
	}
	h := newHash()
	for _, r := range address {
		if !unicode.IsSpace(r) && !ignored(r) {
			h.rune(unicode.ToLower(r))
		}
	}
	return h.key(SameEmail), true
}

// Phone returns the key of a phone number, of its e164 form where it has one, else of its digits, of which there must
// be seven.
func Phone(number, e164 string) (k Key, ok bool) {
	h := newHash()
	if e164 != "" {
		h.text(e164)
		return h.key(SamePhone), true
	}
	var buffer [24]byte
	digits := strings.TrimLeft(string(appendDigits(buffer[:0], number)), "0")
	if len(digits) < 7 {
		return 0, false
	}
	h.text(digits)
	return h.key(SamePhone), true
}

// NameAndOrganisation returns the key of a name at an organisation; ok is false when one of them is missing. The order of
// the words in the name does not matter to it, nor do case, accents and punctuation.
func NameAndOrganisation(name, organisation string) (k Key, ok bool) {
	var names, places uint64
	var words, letters int
	eachWord(name, func(word uint64) { names += word; words++ })
	eachWord(organisation, func(word uint64) { places = places*31 + word; letters++ })
	if words == 0 || letters == 0 {
		return 0, false
	}
	h := newHash()
	h.number(names)
	h.number(places)
	return h.key(SameNameAndOrganisation), true
}

func eachWord(s string, f func(hash uint64)) {
	var buffer [64]byte
	folded := AppendFold(buffer[:0], s)
	h, any := newHash(), false
	for len(folded) > 0 {
		r, size := utf8.DecodeRune(folded)
		folded = folded[size:]
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			h.rune(r)
			any = true
			continue
		}
		if any {
			f(uint64(h))
		}
		h, any = newHash(), false
	}
	if any {
		f(uint64(h))
	}
}

// hash is FNV-1a, 64 bits. It is written into books, so it must stay the same; nobody gains anything by a collision.
type hash uint64

func newHash() hash { return 14695981039346656037 }

func (h *hash) byte(b byte) { *h = (*h ^ hash(b)) * 1099511628211 }

func (h *hash) text(s string) {
	for i := range len(s) {
		h.byte(s[i])
	}
}

func (h *hash) rune(r rune) {
	for ; r > 0; r >>= 8 {
		h.byte(byte(r))
	}
}

func (h *hash) number(n uint64) {
	for range 8 {
		h.byte(byte(n))
		n >>= 8
	}
}

func (h hash) key(k Kind) Key { return Key(h)<<2 | Key(k) }

// Pack appends keys to dst, 8 bytes each.
func Pack(dst []byte, keys []Key) []byte {
	for _, k := range keys {
		dst = binary.LittleEndian.AppendUint64(dst, uint64(k))
	}
	return dst
}

// Unpack calls f for every key that Pack wrote.
func Unpack(packed []byte, f func(Key)) {
	for ; len(packed) >= 8; packed = packed[8:] {
		f(Key(binary.LittleEndian.Uint64(packed)))
	}
}
