package vcard

import "bytes"

// Line is one content line of a card (RFC 6350 section 3.3), folded or not. It reads from the Raw of its card and is
// valid as long as that card is not edited.
type Line struct {
	card   *Card
	Number int // its first physical line in the file, from 1
	start  int32
	name   int32 // where the property name starts, after the group
	colon  int32
	stop   int32 // where the value ends
	end    int32 // where the next line may start
	prop   property
	traits traits
}

// traits are what the lexer noticed about a line.
type traits uint16

const (
	foldedHead traits = 1 << iota // the name and parameters run over more than one physical line
	folded                        // the value runs over more than one physical line
	quoted                        // quoted-printable
	base64Value
	dataURI
	labelled     // it has a CHARSET
	labelledUTF8 // which is UTF-8
	hasParams
	nested    // the value is a card with its BEGIN and END
	junk      // no property at all
	reference // the value stands for a detached picture
	damaged   // the value could not be read in full
)

// head returns the group, name and parameters as one unfolded piece.
func (l *Line) head() []byte {
	head := l.card.Raw[l.start:l.colon]
	if l.traits&foldedHead != 0 {
		return unfold(head)
	}
	return head
}

// value returns the value as it stands in the file, folds included.
func (l *Line) value() []byte {
	if l.traits&junk != 0 {
		return l.card.Raw[l.start:l.stop]
	}
	return l.card.Raw[l.colon+1 : l.stop]
}

// Name returns the property name as written, without its group. It is "" for a line that is no property.
func (l *Line) Name() string {
	if l.traits&junk != 0 {
		return ""
	}
	name := l.nameBytes()
	if known := knowledge[l.prop].name; string(name) == known {
		return known
	}
	return string(name)
}

func (l *Line) nameBytes() []byte {
	head := l.head()[l.name-l.start:]
	if i := bytes.IndexByte(head, ';'); i >= 0 {
		head = head[:i]
	}
	return bytes.TrimRight(head, " \t")
}

// Group returns the group as written (RFC 6350 section 3.3), "" when there is none.
func (l *Line) Group() string {
	return string(l.group())
}

func (l *Line) group() []byte {
	if l.name == l.start {
		return nil
	}
	return l.card.Raw[l.start : l.name-1]
}

// Is reports whether the line is of the property with this name, in any case.
func (l *Line) Is(name string) bool {
	if l.traits&junk != 0 {
		return false
	}
	if l.prop != other {
		return knowledge[l.prop].name == name || equalNames(name, knowledge[l.prop].name)
	}
	return equalNames(name, string(l.nameBytes()))
}

// Readable reports whether the line is a property whose value could be read in full.
func (l *Line) Readable() bool {
	return l.traits&(junk|damaged) == 0
}

// Source returns the bytes of the line as they stand in the file, with folds and line end.
func (l *Line) Source() []byte {
	return l.card.Raw[l.start:l.end]
}

// Raw returns the value as written, unfolded but not decoded.
func (l *Line) Raw() []byte {
	switch value := l.value(); {
	case l.traits&folded == 0:
		return value
	case l.traits&nested != 0:
		return value
	case l.traits&(base64Value|dataURI) != 0:
		return withoutSpace(value)
	case l.traits&quoted != 0:
		return joinQuoted(value)
	default:
		return unfold(value)
	}
}
