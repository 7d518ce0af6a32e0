package match

import (
	"encoding/binary"
)

// Profile is what somebody is recognised by. The zero Born says nothing; Company marks a card that is no person's.
type Profile struct {
	Name    Name
	Born    Day
	Company bool
	Keys    []Key
}

// Day is a birthday. The year is 0 where nobody says it; without a month and a day it is no Day but 0.
type Day uint32

// DayOf returns a day of a year, or of any year for 0. Only the zero Day comes of a date without month or day.
func DayOf(year, month, day int) Day {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	if year < 0 || year > 9999 {
		year = 0
	}
	return Day(year<<9 | month<<5 | day)
}

func (d Day) year() Day { return d >> 9 }

// ofYear is the day without its year.
func (d Day) ofYear() Day { return d & (1<<9 - 1) }

// agrees tells whether two birthdays can be one; differs, whether they cannot. A day that is missing does neither.
func (d Day) agrees(e Day) bool {
	return d != 0 && d.ofYear() == e.ofYear() && (d.year() == e.year() || d.year() == 0 || e.year() == 0)
}

func (d Day) differs(e Day) bool { return d != 0 && e != 0 && !d.agrees(e) }

// layout is the first byte of a packed profile, so that what an older program packed is not taken for something else.
const (
	layout      = 2
	companyFlag = 0x80
)

// Pack appends a profile to dst in the form that books keep.
func (p Profile) Pack(dst []byte) []byte {
	head := byte(layout)
	if p.Company {
		head |= companyFlag
	}
	dst = binary.AppendUvarint(append(dst, head), uint64(p.Born))
	dst = binary.AppendUvarint(dst, uint64(len(p.Keys)))
	for _, k := range p.Keys {
		dst = binary.LittleEndian.AppendUint64(dst, uint64(k))
	}
	return append(dst, p.Name...)
}

// Unpack reads what Pack wrote; ok is false for anything else.
func Unpack(packed []byte) (p Profile, ok bool) {
	p, keys, name, ok := unpack(packed)
	if ok {
		p.Keys, p.Name = appendKeys(make([]Key, 0, len(keys)/8), keys), Name(name)
	}
	return p, ok
}

// unpack takes a packed profile apart, of which the keys and the name stay packed.
func unpack(packed []byte) (head Profile, keys, name []byte, ok bool) {
	if len(packed) == 0 || packed[0]&^companyFlag != layout {
		return Profile{}, nil, nil, false
	}
	head.Company = packed[0]&companyFlag != 0
	packed = packed[1:]
	born, size := binary.Uvarint(packed)
	if size <= 0 {
		return Profile{}, nil, nil, false
	}
	packed = packed[size:]
	count, size := binary.Uvarint(packed)
	if size <= 0 || count > uint64(len(packed)-size)/8 {
		return Profile{}, nil, nil, false
	}
	packed = packed[size:]
	head.Born = Day(born)
	return head, packed[:8*count], packed[8*count:], true
}

func appendKeys(dst []Key, packed []byte) []Key {
	for ; len(packed) > 0; packed = packed[8:] {
		dst = append(dst, Key(binary.LittleEndian.Uint64(packed)))
	}
	return dst
}
