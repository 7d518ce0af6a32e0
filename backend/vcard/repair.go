package vcard

// Repair is one departure from the letter of a file: what was there and what was made of it.
type Repair struct {
	Card   int // number of the card in the file, from 1
	Line   int // physical line in the file, from 1
	Reason Reason
	Text   string // what was there, at most 200 characters
	Made   string // what became of it; "" where the reason says all
}

// Unreadable is a piece of a file that no card could take in.
type Unreadable struct {
	Card   int    // number of the card it stands in, 0 outside of cards
	Line   int    // physical line in the file, from 1
	Text   string // at most 4000 characters of it
	Reason Reason
}

// Reason says why something was repaired, could not be read or cannot be written. It is a stable code, never a
// sentence.
type Reason string

// What a reader repairs.
const (
	MissingBegin   Reason = "missing-begin"   // content lines up to END:VCARD without a BEGIN
	MissingEnd     Reason = "missing-end"     // the next card or the end of the file came before END:VCARD
	OddEnd         Reason = "odd-end"         // something follows BEGIN:VCARD or END:VCARD on its line
	MissingVersion Reason = "missing-version" // no VERSION
	OddVersion     Reason = "odd-version"     // VERSION names something like a version, e.g. "4"
	NestedCard     Reason = "nested-card"     // a card inside a card without AGENT
	UnfoldedLine   Reason = "unfolded-line"   // a line that is no property belongs to the value before it
	OddName        Reason = "odd-name"        // a property name with characters that names do not have
	GuessedCharset Reason = "guessed-charset" // text that is not UTF-8 and has no label
	UnknownCharset Reason = "unknown-charset" // a CHARSET that nobody knows
	WrongCharset   Reason = "wrong-charset"   // UTF-8 under a CHARSET that names something else
	BrokenText     Reason = "broken-text"     // bytes that are not of the charset they claim
	BrokenQuoted   Reason = "broken-quoted"   // = without two hexadecimal digits in quoted-printable
	BrokenBase64   Reason = "broken-base64"   // characters or a length that base64 does not have
	ControlBytes   Reason = "control-bytes"   // zero bytes inside a card
)

// What a reader cannot read.
const (
	OutsideCard  Reason = "outside-card"   // a line between cards
	NoProperty   Reason = "no-property"    // a line that is no property and follows none
	NoBase64     Reason = "no-base64"      // a value that claims to be base64 and holds none
	CardTooLarge Reason = "card-too-large" // a card beyond Options.MaxCard
)

// What a version cannot hold.
const (
	NoSuchProperty  Reason = "no-such-property"  // the version has no such property; it is written all the same
	NoSuchParameter Reason = "no-such-parameter" // the version cannot say this parameter
	NoPartialDate   Reason = "no-partial-date"   // the version has no dates of that precision
	NoBackslash     Reason = "no-backslash"      // the version cannot tell a backslash before n or ; from a line break or semicolon
)

// Reasons returns every reason, so that a catalogue of sentences can be checked against it.
func Reasons() []Reason {
	return []Reason{
		MissingBegin, MissingEnd, OddEnd, MissingVersion, OddVersion, NestedCard, UnfoldedLine, OddName, GuessedCharset,
		UnknownCharset, WrongCharset, BrokenText, BrokenQuoted, BrokenBase64, ControlBytes,
		OutsideCard, NoProperty, NoBase64, CardTooLarge,
		NoSuchProperty, NoSuchParameter, NoPartialDate, NoBackslash,
	}
}

const (
	// quoteLimit is the number of characters of a file that a repair quotes.
	quoteLimit = 200
	// pieceLimit is the number of characters of a piece that no card could take in: the report is all that is left of it.
	pieceLimit = 4000
)

// quote returns the beginning of text for a report.
func quote(text []byte, limit int) string {
	text = text[:min(len(text), 4*limit)]
	s := fixUTF8(text)
	count := 0
	for i := range s {
		if count == limit {
			return s[:i] + "…"
		}
		count++
	}
	return s
}
