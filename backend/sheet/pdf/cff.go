package pdf

import "encoding/binary"

// Operators of CFF dictionaries (Adobe Technical Note 5176); those of two bytes begin with escape.
const (
	escape      = 12
	opFontBBox  = 5
	opCharset   = 15
	opChars     = 17
	opPrivate   = 18
	opDefaultW  = 20
	opROS       = 30 // after escape
	opCIDCount  = 34 // after escape
	opFDArray   = 36 // after escape
	opFDSelect  = 37 // after escape
	firstString = 391
)

// encode writes the program as a CID-keyed CFF font in which each code is its own glyph number.
func (p program) encode(name string) []byte {
	count := len(p.glyphs)
	head := append([]byte{1, 0, 4, 4}, index([][]byte{[]byte(name)})...)
	strings := index([][]byte{[]byte("Adobe"), []byte("Identity")})
	globals := index(nil)
	charset := append([]byte{2, 0, 1}, u16(count-2)...)
	fdSelect := append([]byte{3, 0, 1, 0, 0, 0}, u16(count)...)
	chars := index(p.glyphs)
	private := append(number(nil, 0), opDefaultW)

	// The dictionary at the top holds the places of what follows it, each as a number of five bytes, so its length is known
	// before its contents.
	var at struct{ charset, fdSelect, chars, private, fdArray int }
	top := func() []byte {
		d := number(number(number(nil, firstString), firstString+1), 0)
		d = append(d, escape, opROS)
		for _, side := range p.box {
			d = number(d, side)
		}
		d = append(d, opFontBBox)
		d = append(long(d, count), escape, opCIDCount)
		d = append(long(d, at.charset), opCharset)
		d = append(long(d, at.fdSelect), escape, opFDSelect)
		d = append(long(d, at.chars), opChars)
		d = append(long(d, at.fdArray), escape, opFDArray)
		return index([][]byte{d})
	}
	at.charset = len(head) + len(top()) + len(strings) + len(globals)
	at.fdSelect = at.charset + len(charset)
	at.chars = at.fdSelect + len(fdSelect)
	at.private = at.chars + len(chars)
	at.fdArray = at.private + len(private)
	fdArray := index([][]byte{append(long(long(nil, len(private)), at.private), opPrivate)})

	var out []byte
	for _, part := range [][]byte{head, top(), strings, globals, charset, fdSelect, chars, private, fdArray} {
		out = append(out, part...)
	}
	return out
}

// index writes a list of byte strings.
func index(items [][]byte) []byte {
	out := u16(len(items))
	if len(items) == 0 {
		return out
	}
	out = append(out, 4)
	offset := uint32(1)
	out = binary.BigEndian.AppendUint32(out, offset)
	for _, item := range items {
		offset += uint32(len(item))
		out = binary.BigEndian.AppendUint32(out, offset)
	}
	for _, item := range items {
		out = append(out, item...)
	}
	return out
}

func u16(v int) []byte { return binary.BigEndian.AppendUint16(nil, uint16(v)) }

// long appends a dictionary number in its longest form.
func long(b []byte, v int) []byte { return binary.BigEndian.AppendUint32(append(b, 29), uint32(v)) }
