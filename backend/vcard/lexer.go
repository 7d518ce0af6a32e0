package vcard

import (
	"bytes"
	"strings"
)

// lexer cuts one card of a Reader into content lines. Offsets count from the reader's mark.
type lexer struct {
	*Reader
	card     *Card
	pos      int  // the next physical line
	row      int  // its number in the file
	headless int  // no line before this continues into a head
	soft     bool // the line before ended with a soft line break
	begun    bool // it starts with BEGIN
	indent   int  // the white space before that, which other lines may have as well
	ended    bool // END was seen
}

// keepLines is the most lines that scratch memory is kept for from one card to the next.
const keepLines = 1 << 12

// readCard reads the card at the mark and moves the mark behind it. It returns nil for what turned out to be too large
// or no card, and when the stream breaks inside of the card.
func (r *Reader) readCard() *Card {
	x := &lexer{Reader: r, card: &Card{Number: r.cards + 1, Line: r.number + 1, Offset: r.offset}, row: r.number}
	r.lines = r.lines[:0]
	if cap(r.lines) > keepLines {
		r.lines = nil
	}
	x.begin()
	size := x.cut()
	switch {
	case !x.ended && r.err != nil:
		return nil
	case !x.ended && !x.begun && !r.stored:
		r.refused = r.offset + int64(size)
		return nil
	case !x.ended && r.full():
		r.skipCard()
		return nil
	}
	if !x.begun {
		x.repair(x.card.Line, MissingBegin, nil, "")
	}
	if !x.ended {
		x.repair(x.row, MissingEnd, nil, "")
	}
	r.cards++
	r.number = x.row
	x.finish(size)
	return x.card
}

// begin takes in BEGIN:VCARD, if the card has it.
func (x *lexer) begin() {
	stop, next, _ := x.line(0)
	text := x.at(0, stop)
	x.indent = indentOf(text)
	if x.begun = isBoundary(text[x.indent:], begin); !x.begun {
		return
	}
	if x.indent > 0 || len(bytes.TrimSpace(text)) > len("BEGIN:VCARD") {
		x.repair(x.row+1, OddEnd, text, "BEGIN:VCARD")
	}
	x.card.Counts.keep(1)
	x.pos, x.row = next, x.row+1
}

// cut reads physical lines up to the end of the card and returns its size.
func (x *lexer) cut() int {
	for {
		stop, next, more := x.line(x.pos)
		if !more {
			return stop
		}
		text := x.at(x.pos, stop)
		if len(text) == 0 {
			x.soft = false
			x.step(next)
			continue
		}
		start := x.pos
		if unindented(text, x.indent) && !x.soft {
			x.pos += x.indent
			text = text[x.indent:]
		}
		switch c := text[0] | 0x20; {
		case c == 'e' && isBoundary(text, end):
			return x.end(text, next)
		case c == 'b' && isBoundary(text, begin):
			inside, ok := x.nestedCard(x.pos, bareDepth)
			if !x.begun || !ok {
				return start
			}
			x.nest(stop, inside)
			continue
		}
		switch {
		case x.soft:
			x.extend(stop, next)
		case isSpace(text[0]) && x.isLateEnd(text, next):
			x.repair(x.row+1, OddEnd, text, "END:VCARD")
			return x.end(text, next)
		case isSpace(text[0]) && len(x.lines) > 0 && !isBlank(text):
			x.extend(stop, next)
		case isBlank(text):
			x.step(next)
		default:
			x.property(text, stop, next)
		}
	}
}

// isLateEnd reports whether an indented line is the END of the card and no fold: nothing but the next card follows.
func (x *lexer) isLateEnd(text []byte, next int) bool {
	if len(text) > 32 || !equalFold(bytes.TrimSpace(text), "END:VCARD") {
		return false
	}
	for {
		stop, after, more := x.line(next)
		if !more {
			return true
		}
		if !isBlank(x.at(next, stop)) {
			return isBoundary(x.at(next, stop), begin)
		}
		next = after
	}
}

func (x *lexer) step(next int) {
	x.pos, x.row = next, x.row+1
}

// end takes in END:VCARD. Where the next card follows on the same line, as when files without a last line end are
// joined, it leaves that.
func (x *lexer) end(text []byte, next int) int {
	x.ended = true
	x.card.Counts.keep(1)
	x.row++
	if i := joinedBegin(text); i > 0 {
		x.row--
		x.repair(x.row+1, OddEnd, text, "END:VCARD")
		return x.pos + i
	}
	if len(bytes.TrimSpace(text)) > len("END:VCARD") {
		x.repair(x.row, OddEnd, text, "END:VCARD")
	}
	return next
}

// property takes in a physical line that starts a content line, if it is one.
func (x *lexer) property(text []byte, stop, next int) {
	start, number := x.pos, x.row+1
	h, ok := scanHead(text)
	if !ok {
		h, stop, next, ok = x.foldedHead(h, stop, next)
	}
	if !ok && h.open {
		h, ok = scanBrokenHead(text)
	}
	if !ok {
		x.stray(text, stop, next)
		return
	}
	x.lines = append(x.lines, Line{
		card: x.card, Number: number, prop: h.prop, traits: h.traits,
		start: int32(start), name: int32(start + h.name), colon: int32(start + h.colon), stop: int32(stop), end: int32(next),
	})
	if h.odd {
		x.repair(number, OddName, text, "")
	}
	if h.prop.mayEmbed() && h.traits&quoted == 0 && x.isFoldedDataURI(start+h.colon+1, stop, next) {
		x.lines[len(x.lines)-1].traits |= dataURI
	}
	x.soft = h.traits&quoted != 0 && endsSoft(x.at(start+h.colon, stop))
	x.step(next)
	if h.prop == agent {
		x.agent(x.at(start+h.colon+1, stop))
	}
}

// isFoldedDataURI reports whether the fold after stop goes right through the "data:" that a value begins with.
func (x *lexer) isFoldedDataURI(from, stop, next int) bool {
	word := []byte("data:")
	value := bytes.TrimLeft(x.at(from, stop), " \t")
	if len(value) >= len(word) || !hasPrefixFold(word, strings.ToUpper(string(value))) {
		return false
	}
	value = bytes.Clone(value)
	for row := 0; row < len(word) && len(value) <= len(word); row++ {
		from = next
		var more bool
		stop, next, more = x.line(from)
		if !more || stop == from || !isSpace(x.at(from, stop)[0]) {
			return false
		}
		value = append(value, x.at(from+1, stop)...)
	}
	return other.isDataURI(value)
}

const (
	foldedHeadBytes = 16 << 10
	foldedHeadTries = 32
)

// foldedHead looks for the colon of a line on the lines that continue it. Its limits keep junk from being looked at
// again and again.
func (x *lexer) foldedHead(h headScan, stop, next int) (headScan, int, int, bool) {
	if x.pos < x.headless {
		return h, stop, next, false
	}
	to, after := stop, next
	for rows, tries := 0, 0; tries < foldedHeadTries && to-x.pos < foldedHeadBytes; {
		from := after
		var more bool
		to, after, more = x.line(from)
		if !more || to == from || !isSpace(x.at(from, to)[0]) {
			x.headless = from
			return h, stop, next, false
		}
		rows++
		if bytes.IndexByte(x.at(from, to), ':') < 0 {
			continue
		}
		tries++
		whole := x.at(x.pos, to)
		flat := unfold(whole)
		found, ok := scanHead(flat)
		if !ok {
			continue
		}
		if found.name > nextBreak(whole, 0) {
			break
		}
		// The colon is on the last physical line, as far from its end as it is in the unfolded text.
		found.colon = len(whole) - (len(flat) - found.colon)
		found.traits |= foldedHead
		x.row += rows
		return found, to, after, true
	}
	x.headless = to
	return h, stop, next, false
}

// extend adds a physical line to the last content line.
func (x *lexer) extend(stop, next int) {
	l := &x.lines[len(x.lines)-1]
	if l.traits&nested != 0 {
		x.junk(x.at(x.pos, stop), stop, next)
		return
	}
	x.soft = l.traits&quoted != 0 && endsSoft(x.at(x.pos, stop))
	l.stop, l.end = int32(stop), int32(next)
	l.traits |= folded
	x.step(next)
}

// stray takes in a line that is no property: base64 that nobody indented, or text with a line break that nobody wrote
// as \n.
func (x *lexer) stray(text []byte, stop, next int) {
	if len(x.lines) == 0 {
		x.junk(text, stop, next)
		return
	}
	l := &x.lines[len(x.lines)-1]
	switch {
	case l.traits&(nested|junk) != 0, isRemark(text), l.traits&quoted == 0 && !l.prop.mayGoOn():
		x.junk(text, stop, next)
	case l.traits&(base64Value|dataURI) == 0:
		x.repair(x.row+1, UnfoldedLine, text, x.nameOf(l))
		x.extend(stop, next)
	case isBase64(text):
		x.extend(stop, next)
	default:
		x.junk(text, stop, next)
	}
}

// mayGoOn reports whether a value of the property may have a further line that somebody forgot to fold: values of one
// word and names do not.
func (p property) mayGoOn() bool {
	switch p {
	case version, fn, tel, email, url, impp, uid, rev, kind, serverKind, prodid, tz, geo, gender, abShowAs:
		return false
	}
	return dateKind(p) == ""
}

// isRemark reports whether a line that is no property is not meant as part of a value either: it starts with # or has
// lost its name.
func isRemark(text []byte) bool { return text[0] == '#' || text[0] == ':' }

// junk keeps a line that means nothing in its place.
func (x *lexer) junk(text []byte, stop, next int) {
	number := x.row + 1
	x.lines = append(x.lines, Line{
		card: x.card, Number: number, traits: junk,
		start: int32(x.pos), name: int32(x.pos), colon: int32(x.pos), stop: int32(stop), end: int32(next),
	})
	x.quote(Unreadable{Card: x.card.Number, Line: number, Reason: NoProperty}, text)
	x.step(next)
}

func (x *lexer) repair(row int, why Reason, text []byte, made string) {
	x.card.Repairs = append(x.card.Repairs, Repair{Card: x.card.Number, Line: row, Reason: why, Text: quote(text, quoteLimit), Made: made})
}

// nameOf returns the name of a line while its card is still being cut.
func (x *lexer) nameOf(l *Line) string {
	name, _, _ := bytes.Cut(x.at(int(l.name), int(l.colon)), []byte(";"))
	return string(name)
}
