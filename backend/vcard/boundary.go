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

// joinedBegin returns where on an END line the next card begins, or 0.
func joinedBegin(text []byte) int {
	if i := bytes.Index(bytes.ToUpper(text), []byte("VCARDBEGIN:")); i > 0 {
		return i + len("VCARD")
	}
	return 0
}
