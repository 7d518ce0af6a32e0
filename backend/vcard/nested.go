package vcard

import "bytes"

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
	inside, ok := x.nestedCard(from, agentDepth)
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
	bareDepth    = 1 // a card that no AGENT announces holds no others, but may have siblings
	agentDepth   = 4
	nestSiblings = 8
	nestBytes    = 256 << 10
)

// nestedSpan is how far a nested card goes: the offset after it, its physical and its content lines.
type nestedSpan struct{ after, rows, lines int }

// nestedCard reports whether a whole card starts at offset from inside the one being read: the outer one has to go on
// after it, otherwise it lost its END. It looks ahead no further
// than its limits, so that a file of cards without END is still read in one pass.
func (x *lexer) nestedCard(from, deepest int) (nestedSpan, bool) {
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
			if depth == deepest || siblings == nestSiblings || siblings > 0 && deepest > bareDepth {
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
