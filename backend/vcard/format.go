package vcard

import (
	"bytes"
	"slices"
)

// Format is what a file turned out to be as far as it was read.
type Format struct {
	Encoding string    // "utf-8", "utf-8 with mark", "utf-16le", "utf-32be" …, or the charset of 8-bit text
	Guessed  bool      // Encoding was guessed: no label said it
	Versions []Version // in the order they came, VersionUnknown for cards that name none
	Producer string    // the program that wrote it, e.g. "iPhone / iCloud", or ""
}

type formatGuess struct {
	encoding string
	guessed  string // charset of unlabelled 8-bit text
	charset  string // first CHARSET in the file that is not UTF-8
	seen     [4]bool
	versions []Version
	producer string
}

// Format returns what is known of the file so far.
func (r *Reader) Format() Format {
	return Format{
		Encoding: firstOf(r.format.guessed, r.format.charset, r.format.encoding),
		Guessed:  r.format.guessed != "",
		Versions: slices.Clone(r.format.versions),
		Producer: r.format.producer,
	}
}

func (f *formatGuess) seeCharset(name string) {
	if f.charset == "" {
		f.charset = name
	}
}

// seeHeader takes the charset from the head of a mail (RFC 2046 section 4.1.2) before the first card.
func (f *formatGuess) seeHeader(line []byte) {
	if !hasPrefixFold(line, "CONTENT-TYPE:") && !isSpace(line[0]) {
		return
	}
	lower := bytes.ToLower(line[:min(len(line), 200)])
	_, name, ok := bytes.Cut(lower, []byte("charset="))
	if !ok {
		return
	}
	name, _, _ = bytes.Cut(name, []byte(";"))
	if cs, known := charsetNamed(string(bytes.TrimSpace(name))); known && cs.encoding != nil {
		f.seeCharset(cs.name)
	}
}

func (f *formatGuess) see(c *Card) {
	if !f.seen[c.Version] {
		f.seen[c.Version] = true
		f.versions = append(f.versions, c.Version)
	}
	if f.producer == "" {
		f.producer = c.producer()
	}
}

// producers tells programs by a word in PRODID.
var producers = []struct{ word, name string }{
	{"iphone os", "iPhone / iCloud"}, {"//ios", "iPhone / iCloud"}, {"icloud", "iPhone / iCloud"},
	{"macos", "macOS Contacts"}, {"mac os x", "macOS Contacts"}, {"address book", "macOS Contacts"}, {"addressbook", "macOS Contacts"},
	{"thunderbird", "Thunderbird"}, {"cardbook", "Thunderbird"}, {"kaddressbook", "KDE"}, {"evolution", "Evolution"},
	{"sabre", "Nextcloud"}, {"nextcloud", "Nextcloud"}, {"owncloud", "Nextcloud"}, {"outlook", "Outlook"},
	{"ez-vcard", "ez-vcard"}, {"davx5", "Android"}, {"google", "Google"},
}

// habits tells programs by the names of the properties that only they write.
var habits = []struct{ prefix, name string }{
	{"X-ANDROID-", "Android"}, {"X-MS-", "Outlook"}, {"X-EVOLUTION-", "Evolution"}, {"X-KADDRESSBOOK-", "KDE"},
	{"X-ABUID", "macOS Contacts"}, {"X-IRMC-", "Nokia"},
}

// producer guesses the program that wrote the card.
func (c *Card) producer() string {
	habit := ""
	for i := range c.Lines {
		l := &c.Lines[i]
		switch l.prop {
		case prodid:
			text := bytes.ToLower(l.value())
			for _, p := range producers {
				if bytes.Contains(text, []byte(p.word)) {
					return p.name
				}
			}
		case other, androidCustomProp, xMSIMAddress, xMSAnniversary, xMSSpouse, xMSManager, xMSAssistant, xMSChild,
			xEvolutionAnniversary, xEvolutionSpouse, xEvolutionManager, xEvolutionAssistant, xEvolutionList,
			xKAddressbookAnniversary, xKAddressbookSpouse, xKAddressbookManager, xKAddressbookAssistant:
			if habit != "" || l.traits&junk != 0 {
				continue
			}
			for _, h := range habits {
				if hasPrefixFold(l.nameBytes(), h.prefix) {
					habit = h.name
				}
			}
		case categories:
			if bytes.Contains(l.value(), []byte("myContacts")) {
				habit = "Google"
			}
		case n:
			if habit == "" && bytes.Contains(l.head(), []byte(";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE")) {
				habit = "Android"
			}
		}
	}
	return habit
}
