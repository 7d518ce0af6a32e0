package table

import (
	"math/big"
	"regexp"
	"strings"
)

var scientific = regexp.MustCompile(`^\+?(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$`)

// wholeNumber returns a number that a spreadsheet wrote with an exponent in digits. lost is true when the digits are not
// all there any more: then it stays as it is.
func wholeNumber(s string) (digits string, lost bool) {
	m := scientific.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return s, false
	}
	exponent := number(m[3])
	if exponent < 5 {
		return s, false
	}
	if len(m[2]) < exponent {
		return s, true
	}
	n, ok := new(big.Float).SetPrec(200).SetString(m[1] + "." + m[2] + "e" + m[3])
	if !ok || !n.IsInt() {
		return s, true
	}
	return n.Text('f', 0), false
}

// bare is what is left of a phone number in a spreadsheet that took it for a sum of money: digits without + or 0 before.
var bare = regexp.MustCompile(`^[1-9]\d+$`)

// bareFrom is from how many digits on a bare number is likely to have lost something: no country has longer ones without a
// prefix.
const bareFrom = 11

// isBare reports whether a phone number may have lost its beginning. In a sheet, where numbers are told from text, fewer
// digits say so already.
func isBare(phone string, sheet bool) bool {
	least := bareFrom
	if sheet {
		least -= 2
	}
	return len(phone) >= least && bare.MatchString(phone)
}

// armed undoes what our own export does against formulas: an apostrophe before a cell that would be one. ('+49 30 …)
func armed(cell string) string {
	rest := strings.TrimLeft(cell, "'")
	if rest == cell || rest == "" || !strings.ContainsAny(rest[:1], "=+-@\t\r\n") && !strings.HasPrefix(strings.TrimSpace(rest), "+") {
		return cell
	}
	return cell[1:]
}
