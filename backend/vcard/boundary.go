package vcard

import "bytes"

// isBlank reports whether a physical line has nothing but white space, the zeros that some devices pad with, or the end
// of file that DOS writes.
func isBlank(line []byte) bool {
	for _, c := range line {
		if !isSpace(c) && c != 0 && c != 0x1a {
			return false
		}
	}
	return true
}

// isBoundary reports whether line is BEGIN:VCARD or END:VCARD, with anything after it that is not a letter or digit.
func isBoundary(line []byte, which property) bool {
	name := knowledge[which].name
	if len(line) <= len(name) || !hasPrefixFold(line, name) {
		return false
	}
	rest := bytes.TrimLeft(line[len(name):], " \t")
	if len(rest) == 0 || rest[0] != ':' {
		return false
	}
	rest = bytes.TrimLeft(rest[1:], " \t")
	if !hasPrefixFold(rest, "VCARD") {
		return false
	}
	rest = rest[len("VCARD"):]
	return len(rest) == 0 || !isNameByte(rest[0]) || which == end && hasPrefixFold(rest, "BEGIN:VCARD")
}

// indentOf returns how much white space stands before a BEGIN:VCARD at the start of b; 0 when there is none.
func indentOf(b []byte) int {
	size := 0
	for size < len(b) && isSpace(b[size]) {
		size++
	}
	if size == 0 || !isBoundary(b[size:nextBreak(b, size)], begin) {
		return 0
	}
	return size
}

// unindented reports whether a line that stands as deep as the BEGIN of its card is no fold.
func unindented(line []byte, indent int) bool {
	if indent == 0 || len(line) <= indent || isSpace(line[indent]) {
		return false
	}
	return len(bytes.TrimLeft(line[:indent], " \t")) == 0
}

// dedent returns a card without the white space before its lines. Folds keep theirs.
func dedent(raw []byte) []byte {
	indent := indentOf(raw)
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); {
		stop := nextBreak(raw, i)
		next := stop
		if stop < len(raw) {
			next = afterBreak(raw, stop)
		}
		if unindented(raw[i:stop], indent) {
			i += indent
		}
		out = append(out, raw[i:next]...)
		i = next
	}
	return out
}

// joinedBegin returns where on an END line the next card begins, or 0.
func joinedBegin(text []byte) int {
	if i := bytes.Index(bytes.ToUpper(text), []byte("VCARDBEGIN:")); i > 0 {
		return i + len("VCARD")
	}
	return 0
}
