package vcard

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// ContentHash returns the same for cards that say the same. It does not see the order of lines and parameters,
// folding, encodings, the case of names, the names of groups, empty values, PRODID, REV, UID and VERSION; pictures
// count by their bytes, detached or not. It stays the same between releases.
func (c *Card) ContentHash() [16]byte {
	var high, low uint64
	labels := c.labels()
	buf := make([]byte, 0, 256)
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.isFormality() {
			continue
		}
		value := l.canonicalValue()
		if value == "" {
			continue
		}
		buf = l.appendUpperName(buf[:0])
		buf = l.appendCanonicalParams(buf)
		buf = append(buf, 0)
		buf = append(buf, labels.of(l)...)
		buf = append(buf, 0)
		buf = append(buf, value...)
		sum := sha256.Sum256(buf)
		// Addition does not see the order, and sees a line that stands there twice.
		high += binary.BigEndian.Uint64(sum[:8])
		low += binary.BigEndian.Uint64(sum[8:16])
	}
	var hash [16]byte
	binary.BigEndian.PutUint64(hash[:8], high)
	binary.BigEndian.PutUint64(hash[8:], low)
	return hash
}

// appendUpperName appends the name of the property in upper case.
func (l *Line) appendUpperName(buf []byte) []byte {
	if l.prop != other && l.traits&junk == 0 {
		return append(buf, knowledge[l.prop].name...)
	}
	return append(buf, strings.ToUpper(l.Name())...)
}

// isFormality reports whether the line says nothing of the person.
func (l *Line) isFormality() bool {
	switch l.prop {
	case version, prodid, rev, uid:
		return l.traits&junk == 0
	case abLabel:
		return l.name > l.start
	}
	return false
}

// canonicalValue returns the value in one form for all its spellings, "" for one that is empty.
func (l *Line) canonicalValue() string {
	switch {
	case l.traits&(junk|nested) != 0:
		return strings.TrimSpace(string(unfold(l.value())))
	case l.traits&reference != 0:
		r, _ := l.reference()
		return r.hash
	}
	if data, _, ok := l.Binary(); ok {
		return hashOf(data)
	}
	if day, ok := l.neutralDay(); ok {
		return fmt.Sprintf("%04d-%02d-%02d", day.year, day.month, day.day)
	}
	switch l.prop.shape() {
	case shapeComponents:
		return strings.TrimRight(strings.Join(l.components(), "\x1f"), "\x1f")
	case shapeList:
		return strings.Trim(strings.Join(l.List(), "\x1f"), "\x1f")
	}
	text := strings.TrimSpace(l.Text())
	switch l.prop {
	case tel:
		return trimScheme(text, "tel:")
	case email:
		return trimScheme(text, "mailto:")
	}
	return text
}

// appendCanonicalParams appends the types and the other parameters in one order. Those that speak of the encoding are
// left out.
func (l *Line) appendCanonicalParams(buf []byte) []byte {
	types := l.Types()
	if l.prop == photo || l.prop == logo {
		types = nil
	}
	slices.Sort(types)
	buf = append(buf, ';')
	for i, t := range types {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = append(buf, t...)
	}
	var rest []string
	scan := l.paramScan()
	for name, value, ok := scan.next(); ok; name, value, ok = scan.next() {
		// Nearly every parameter is one of these; the others cost an allocation.
		if name == nil || equalFold(name, "TYPE") || equalFold(name, "PREF") {
			continue
		}
		upper := strings.ToUpper(string(name))
		if speaksOfValue(upper, other) {
			continue
		}
		rest = append(rest, upper+"="+l.paramValue(upper, value))
	}
	slices.Sort(rest)
	for _, p := range rest {
		buf = append(buf, ';')
		buf = append(buf, p...)
	}
	return buf
}
