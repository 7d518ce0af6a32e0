package match

import "strings"

// A phone number's key holds up to fifteen digits, and whether the number itself says which country it is in.
const (
	explicitBit = 1 << kindBits
	digitsShift = kindBits + 1
	mostDigits  = 15
)

// leastDigits is how long a number must be to belong to somebody: shorter ones, 110 or a shared extension, are everybody's.
const leastDigits = 7

// tailEnd leaves the eight digits that two writings of one number have in common when it is not sure which country each is
// in; blockDigits the seven that the shortest numbers have.
const (
	tailEnd     = 1e8
	blockDigits = 1e7
)

// Phone returns the key of a phone number, of its e164 form where it has one, else of its digits, of which there must be
// seven.
func Phone(number, e164 string) (k Key, ok bool) {
	var buffer [24]byte
	written := appendDigits(buffer[:0], number)
	digits := e164
	if e164 == "" {
		digits = string(written)
	}
	digits = strings.TrimLeft(digits, "+0")
	if len(digits) < leastDigits {
		return 0, false
	}
	var value uint64
	for _, d := range []byte(digits[max(0, len(digits)-mostDigits):]) {
		value = value*10 + uint64(d-'0')
	}
	k = Key(value<<digitsShift | uint64(phone))
	if e164 != "" && namesCountry(number, written) {
		k |= explicitBit
	}
	return k, true
}

// namesCountry reports whether a number says which country it is in, rather than leaving it to where one dials.
func namesCountry(number string, digits []byte) bool {
	return strings.ContainsAny(number, "+\uff0b") || strings.HasPrefix(string(digits), "00")
}

func (k Key) digits() uint64 { return uint64(k) >> digitsShift }

func (k Key) explicit() bool { return k&explicitBit != 0 }

// sameNumber tells whether two keys are one number. tail means that they are but for a country that one of them leaves open.
func sameNumber(a, b Key) (same, tail bool) {
	if a.digits() == b.digits() {
		return true, false
	}
	if a.explicit() && b.explicit() {
		return false, false
	}
	end := uint64(blockDigits)
	if a.digits() >= end && b.digits() >= end {
		end = tailEnd
	}
	return false, a.digits()%end == b.digits()%end
}

// numberBlock is equal for all numbers that sameNumber may know as one.
func numberBlock(k Key) Key { return Key(k.digits()%blockDigits)<<digitsShift | Key(phone) }
