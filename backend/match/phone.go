package match

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Digits returns the digits of s, those of other scripts as ASCII digits.
func Digits(s string) string { return string(appendDigits(nil, s)) }

func appendDigits(dst []byte, s string) []byte {
	for _, r := range s {
		if d, ok := digit(r); ok {
			dst = append(dst, d)
		}
	}
	return dst
}

// digit reads ASCII, full-width, Arabic and Persian digits, which are what phones write.
func digit(r rune) (byte, bool) {
	for _, zero := range [...]rune{'0', 0x0660, 0x06f0, 0xff10} {
		if zero <= r && r <= zero+9 {
			return byte('0' + r - zero), true
		}
	}
	return 0, false
}

// trunk is a country whose national numbers start with a 0 that falls away behind the country code.
var trunk = map[string]string{
	"DE": "49", "AT": "43", "CH": "41", "FR": "33", "GB": "44", "NL": "31", "BE": "32", "SE": "46", "TR": "90", "IE": "353",
	"FI": "358", "HR": "385", "SI": "386", "SK": "421", "RO": "40", "BG": "359", "UA": "380", "AU": "61", "NZ": "64", "IL": "972",
	"ZA": "27", "IN": "91", "JP": "81", "KR": "82",
}

// E164 returns the number as + and up to 15 digits (ITU-T E.164), as someone in region would dial it; "" when it is not one:
// a short number, a word, a number without its area code. region is an ISO 3166 code.
func E164(number, region string) string {
	number, _, _ = strings.Cut(number, ";") // ;ext=12 of a tel: address
	var buffer [24]byte
	digits, plus, clean := scan(buffer[:0], number)
	switch {
	case plus && clean:
		return international(digits)
	case plus || !clean:
		return slow(number, region)
	case len(digits) > 2 && digits[0] == '0' && digits[1] == '0' && trunk[region] != "":
		return international(digits[2:])
	case len(digits) > 1 && digits[0] == '0' && trunk[region] != "":
		return bounded(trunk[region], digits[1:])
	case region == "US" || region == "CA":
		return northAmerican(digits)
	case len(digits) < 7 || trunk[region] != "":
		return ""
	}
	return slow(number, region)
}

// scan collects the digits of a number. "(0)" behind a country code is not dialled. clean is false when there are
// letters or signs in it that need a closer look.
func scan(digits []byte, number string) (_ []byte, plus, clean bool) {
	clean = true
	for i, r := range number {
		d, isDigit := digit(r)
		switch {
		case isDigit:
			if d == '0' && plus && len(digits) > 0 && i > 0 && number[i-1] == '(' && strings.HasPrefix(number[i+1:], ")") {
				continue
			}
			if len(digits) < cap(digits) {
				digits = append(digits, d)
			}
		case r == '+' && len(digits) == 0:
			plus = true
		case strings.ContainsRune(" -./()\u00a0\u2010\u2011\u2012\u2013\t", r), ignored(r):
		default:
			clean = false
		}
	}
	return digits, plus, clean
}

func international(digits []byte) string {
	// Nobody's number has a 0 behind the country code but Italy's.
	for _, code := range [...]string{"49", "43", "41", "33", "44", "31"} {
		if rest, ok := strings.CutPrefix(string(digits), code+"0"); ok {
			return bounded(code, []byte(rest))
		}
	}
	return bounded("", digits)
}

func bounded(code string, digits []byte) string {
	if n := len(code) + len(digits); n < 7 || n > 15 || len(digits) > 0 && code == "" && digits[0] == '0' {
		return ""
	}
	number := make([]byte, 0, 1+len(code)+len(digits))
	return string(append(append(append(number, '+'), code...), digits...))
}

func northAmerican(digits []byte) string {
	if len(digits) == 11 && digits[0] == '1' {
		digits = digits[1:]
	}
	if len(digits) != 10 {
		return ""
	}
	return bounded("1", digits)
}

// longest is the length in bytes beyond which a text is no phone number, whatever else is in it.
const longest = 64

func slow(number, region string) string {
	if len(number) > longest || !strings.ContainsFunc(number, func(r rune) bool { _, ok := digit(r); return ok }) {
		return ""
	}
	parsed, err := phonenumbers.Parse(number, region)
	if err != nil || !phonenumbers.IsPossibleNumber(parsed) {
		return ""
	}
	return phonenumbers.Format(parsed, phonenumbers.E164)
}

// National returns the digits of an E.164 number as they are dialled inside the countries that dial a 0 first, "" for
// others.
func National(e164, region string) string {
	code := trunk[region]
	if rest, ok := strings.CutPrefix(e164, "+"+code); ok && code != "" {
		return "0" + rest
	}
	return ""
}
