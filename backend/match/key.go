package match

import (
	"strings"
	"unicode"
)

// Key is one thing that two cards of a person may have in common. Mail addresses, organisations and addresses are a hash of
// 61 bits; a phone number is its digits, since two of them can be one number without being equal. Keys are written into
// books, so they must stay what they are.
type Key uint64

// kind is what a key is made of.
type kind uint8

const (
	email kind = iota
	phone
	organisation
	address
	birthday
	called // by name alone; never in a book
)

const kindBits = 3

func (k Key) kind() kind { return kind(k & (1<<kindBits - 1)) }

// Email returns the key of a mail address; ok is false for what is none. Case does not matter to it, nor what gmail.com
// ignores: dots, and what follows a +.
func Email(mail string) (k Key, ok bool) {
	mail = strings.TrimSpace(mail)
	if from := strings.LastIndexByte(mail, '<'); from >= 0 && strings.HasSuffix(mail, ">") {
		mail = mail[from+1 : len(mail)-1]
	}
	at := strings.LastIndexByte(mail, '@')
	if at <= 0 || at == len(mail)-1 {
		return 0, false
	}
	name, host := mail[:at], mail[at+1:]
	dotless := strings.EqualFold(host, "gmail.com") || strings.EqualFold(host, "googlemail.com")
	if dotless {
		name, _, _ = strings.Cut(name, "+")
		host = "gmail.com"
	}
	h := newHash()
	for _, r := range name {
		if r != '.' || !dotless {
			h.letter(r)
		}
	}
	h.byte('@')
	for _, r := range host {
		h.letter(r)
	}
	return h.key(email), true
}

// Organisation returns the key of an organisation; ok is false without a letter or digit in it. Case, accents and
// punctuation do not matter to it.
func Organisation(name string) (k Key, ok bool) { return worded(organisation, name) }

// Address returns the key of a postal address, which needs a street and a place: the town, or the postal code.
func Address(street, place string) (k Key, ok bool) {
	if _, ok := worded(address, place); !ok {
		return 0, false
	}
	if _, ok := worded(address, street); !ok {
		return 0, false
	}
	return worded(address, streets.Replace(strings.ToLower(street))+"\n"+place)
}

// streets are shortened by some and written out by others.
var streets = strings.NewReplacer("straße", "str", "strasse", "str", "street", "st", "avenue", "ave", "road", "rd")

func worded(of kind, s string) (k Key, ok bool) {
	h := newHash()
	for _, word := range words(s) {
		h.text(word)
		h.byte(' ')
		ok = true
	}
	return h.key(of), ok
}

// hash is FNV-1a, 64 bits. Nobody gains anything by a collision.
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

// letter adds a letter of an address, in lower case; white space and marks that nobody sees are none.
func (h *hash) letter(r rune) {
	if !unicode.IsSpace(r) && !ignored(r) {
		h.rune(unicode.ToLower(r))
	}
}

func (h *hash) number(n uint64) {
	for range 8 {
		h.byte(byte(n))
		n >>= 8
	}
}

func (h hash) key(of kind) Key { return Key(h)<<kindBits | Key(of) }
