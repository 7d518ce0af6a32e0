package vcard

import (
	"bytes"
	"slices"
)

// lexer cuts one card of a Reader into content lines. Offsets count from the reader's mark.
type lexer struct {
	*Reader
	card     *Card
	pos      int  // the next physical line
	row      int  // its number in the file
	headless int  // no line before this continues into a head
	soft     bool // the line before ended with a soft line break
	stored   bool // detached pictures are references
	ended    bool // END was seen
}

// readCard reads the card at the mark, which starts with BEGIN if begun, and moves the mark behind it. It returns nil for what turned out
// to be too large, or no card.
func (r *Reader) readCard(begun, stored bool) *Card {
	x := &lexer{Reader: r, card: &Card{Number: r.cards + 1, Line: r.number + 1, Offset: r.offset}, row: r.number, stored: stored}
	r.lines = r.lines[:0]
	if begun {
		x.begin()
	}
	size := x.cut(begun)
	if r.full() {
		r.skipCard()
		return nil
	}
	if !begun && !x.ended && !stored {
		r.refused = r.offset + int64(size)
		return nil
	}
	if !begun {
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

func (x *lexer) begin() {
	stop, next, _ := x.line(0)
	if text := x.at(0, stop); len(bytes.TrimSpace(text)) > len("BEGIN:VCARD") {
		x.repair(x.row+1, OddEnd, text, "BEGIN:VCARD")
	}
	x.card.Counts.keep(1)
	x.pos, x.row = next, x.row+1
}

// cut reads physical lines up to the end of the card and returns its size.
func (x *lexer) cut(begun bool) int {
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
		switch c := text[0] | 0x20; {
		case c == 'e' && isBoundary(text, end):
			return x.end(text, next)
		case c == 'b' && isBoundary(text, begin):
			if !begun {
				return x.pos
			}
			inside, ok := x.nestedCard(x.pos, true)
			if !ok {
				return x.pos
			}
			x.nest(stop, inside)
			continue
		}
		switch {
		case x.soft:
			x.extend(stop, next)
		case isSpace(text[0]) && len(x.lines) > 0 && !isBlank(text):
			x.extend(stop, next)
		case isBlank(text):
			x.step(next)
		default:
			x.property(text, stop, next)
		}
	}
}

// joinedBegin returns where on an END line the next card begins, or 0.
func joinedBegin(text []byte) int {
	if i := bytes.Index(bytes.ToUpper(text), []byte("VCARDBEGIN:")); i > 0 {
		return i + len("VCARD")
	}
	return 0
}

func (x *lexer) step(next int) {
	x.pos, x.row = next, x.row+1
}

// end takes in END:VCARD. Where the next card follows on the same line, as when files without a last line end are joined, it leaves that.
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
	x.soft = h.traits&quoted != 0 && endsSoft(x.at(start+h.colon, stop))
	x.step(next)
	if h.prop == agent {
		x.agent(x.at(start+h.colon+1, stop))
	}
}

const (
	foldedHeadBytes = 16 << 10
	foldedHeadTries = 32
)

// foldedHead looks for the colon of a line on the lines that continue it. Its limits keep junk from being looked at again and again.
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

// stray takes in a line that is no property: base64 that nobody indented, or text with a line break that nobody wrote as \n.
func (x *lexer) stray(text []byte, stop, next int) {
	if len(x.lines) == 0 {
		x.junk(text, stop, next)
		return
	}
	l := &x.lines[len(x.lines)-1]
	switch {
	case l.traits&(nested|junk) != 0, !l.prop.mayGoOn(text):
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

// mayGoOn reports whether a value of the property may have text as a further line that somebody forgot to fold: values of one word do not,
// and a # starts a remark anywhere but in a note.
func (p property) mayGoOn(text []byte) bool {
	switch p {
	case version, uid, rev, kind, serverKind, prodid, tz, geo, gender, abShowAs:
		return false
	}
	return dateKind(p) == "" && (text[0] != '#' || p == note)
}

// junk keeps a line that means nothing in its place.
func (x *lexer) junk(text []byte, stop, next int) {
	number := x.row + 1
	x.lines = append(x.lines, Line{
		card: x.card, Number: number, traits: junk,
		start: int32(x.pos), name: int32(x.pos), colon: int32(x.pos), stop: int32(stop), end: int32(next),
	})
	if len(x.unreadable) < unreadableLimit {
		x.unreadable = append(x.unreadable, Unreadable{Card: x.card.Number, Line: number, Text: quote(text), Reason: NoProperty})
	}
	x.step(next)
}

// agent looks whether the value of an AGENT is the card that follows (vCard 2.1 section 2.4.2).
func (x *lexer) agent(value []byte) {
	value = bytes.TrimSpace(value)
	from, row := x.pos, x.row
	if equalFold(value, "BEGIN:VCARD") {
		if x.continues() {
			return
		}
		from, row = int(x.lines[len(x.lines)-1].colon)+1, row-1
	} else if len(value) > 0 {
		return
	}
	inside, ok := x.nestedCard(from, false)
	if !ok {
		return
	}
	l := &x.lines[len(x.lines)-1]
	l.traits |= nested | folded
	l.stop, l.end = int32(inside.after), int32(inside.after)
	x.pos, x.row = inside.after, row+inside.rows
	x.card.Counts.keep(inside.lines)
}

// continues reports whether the next physical line is folded onto the last one.
func (x *lexer) continues() bool {
	stop, _, more := x.line(x.pos)
	return more && stop > x.pos && isSpace(x.at(x.pos, stop)[0])
}

// nest takes in a card inside the card that no AGENT announced.
func (x *lexer) nest(stop int, inside nestedSpan) {
	colon := bytes.IndexByte(x.at(x.pos, stop), ':')
	x.lines = append(x.lines, Line{
		card: x.card, Number: x.row + 1, prop: begin, traits: nested | folded,
		start: int32(x.pos), name: int32(x.pos), colon: int32(x.pos + colon), stop: int32(inside.after), end: int32(inside.after),
	})
	x.repair(x.row+1, NestedCard, x.at(x.pos, stop), "")
	x.card.Counts.keep(inside.lines - 1)
	x.pos, x.row = inside.after, x.row+inside.rows
}

const (
	nestDepth    = 4
	nestSiblings = 8
	nestBytes    = 256 << 10
)

// nestedSpan is how far a nested card goes: the offset after it, its physical and its content lines.
type nestedSpan struct{ after, rows, lines int }

// nestedCard reports whether a whole card starts at offset from inside the one being read: the outer one has to go on after it, otherwise
// it lost its END. A bare card holds no others but may have siblings. It looks ahead no further than its limits, so that a file
// of cards without END is still read in one pass.
func (x *lexer) nestedCard(from int, bare bool) (nestedSpan, bool) {
	var span, first nestedSpan
	depth, siblings := 0, 0
	for at := from; at-from < nestBytes; at = span.after {
		stop, next, more := x.line(at)
		if !more {
			break
		}
		text := x.at(at, stop)
		span.after = next
		span.rows++
		if isBlank(text) {
			continue
		}
		if !isSpace(text[0]) {
			span.lines++
		}
		switch {
		case isBoundary(text, begin):
			if depth > 0 && bare || depth == nestDepth || siblings == nestSiblings || siblings > 0 && !bare {
				return span, false
			}
			depth++
		case depth == 0:
			return first, siblings > 0
		case isBoundary(text, end):
			if joinedBegin(text) > 0 {
				return span, false
			}
			depth--
			if depth > 0 {
				continue
			}
			if siblings == 0 {
				first = span
			}
			siblings++
		}
	}
	return span, false
}

func (x *lexer) repair(row int, why Reason, text []byte, made string) {
	x.card.Repairs = append(x.card.Repairs, Repair{Card: x.card.Number, Line: row, Reason: why, Text: quote(text), Made: made})
}

// finish gives the card its own bytes and lines and moves the mark behind it.
func (x *lexer) finish(size int) {
	c := x.card
	c.Raw = bytes.Clone(x.at(0, size))
	c.Lines = append(make([]Line, 0, len(x.lines)), x.lines...)
	x.advance(size)
	x.judge()
	x.counts.add(c.Counts)
	x.format.see(c)
}

// judge finds the version and what is damaged, and counts.
func (x *lexer) judge() {
	c := x.card
	old := false
	for i := range c.Lines {
		l := &c.Lines[i]
		old = old || l.traits&(quoted|labelled) != 0 || l.traits&base64Value != 0 && bytes.Contains(l.head(), []byte("BASE64"))
		if l.prop == version {
			c.sayVersion(x, l)
		}
		if x.stored {
			l.findReference()
		}
	}
	if c.Version == VersionUnknown {
		c.dialect = V30
		if old {
			c.dialect = V21
		}
		x.repair(c.Line, MissingVersion, nil, c.dialect.String())
	}
	if i := bytes.IndexByte(c.Raw, 0); i >= 0 {
		x.repair(c.Line+bytes.Count(c.Raw[:i], []byte("\n")), ControlBytes, c.Raw[i:], "")
	}
	x.judgeText()
	for i := range c.Lines {
		l := &c.Lines[i]
		x.judgeValue(l)
		switch {
		case !l.Readable():
			c.Counts.Unreadable++
		case knowledge[l.prop].shown:
			c.Counts.Shown++
		default:
			c.Counts.Kept++
		}
	}
	c.Counts.Total += len(c.Lines)
	slices.SortStableFunc(c.Repairs, func(a, b Repair) int { return a.Line - b.Line })
}

func (c *Card) sayVersion(x *lexer, l *Line) {
	if c.Version != VersionUnknown {
		return
	}
	text := bytes.TrimSpace(l.Raw())
	c.Version = ParseVersion(string(text))
	c.dialect = c.Version
	if c.Version != VersionUnknown && string(text) != c.Version.String() {
		x.repair(l.Number, OddVersion, text, c.Version.String())
	}
}

// judgeValue looks for damage that a decoder would only find later.
func (x *lexer) judgeValue(l *Line) {
	switch {
	case l.traits&(nested|junk) != 0:
	case l.traits&quoted != 0:
		if _, ok := decodeQuoted(l.value()); !ok {
			x.repair(l.Number, BrokenQuoted, l.Raw(), "")
		}
	case l.traits&(base64Value|dataURI) != 0:
		x.judgeBase64(l)
	}
}

// nameOf returns the name of a line while its card is still being cut.
func (x *lexer) nameOf(l *Line) string {
	name, _, _ := bytes.Cut(x.at(int(l.name), int(l.colon)), []byte(";"))
	return string(name)
}
