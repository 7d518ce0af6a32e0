package table

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// day is a date as far as it is known; a part that is not is 0. guessed says that the order of day and month was.
type day struct {
	year, month, day int
	guessed          bool
}

// order is how a table writes dates whose parts are all numbers.
type order uint8

const (
	orderUnknown order = iota
	orderDayFirst
	orderMonthFirst
)

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$`)
	compact   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	noYear    = regexp.MustCompile(`^--(\d{2})-?(\d{2})$`)
	yearMonth = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	// dotted dates have the day first wherever they are written.
	dotted   = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}))?(?: .*)?$`)
	slashed  = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: .*)?$`)
	worded   = regexp.MustCompile(`^(\d{1,2})\.?[ -]([\pL]+)\.?,?(?:[ -](\d{4}))?$`)
	american = regexp.MustCompile(`^([\pL]+)\.? (\d{1,2}),? (\d{4})$`)
)

// parseDate reads a date as people and programs write it. ok is false for what is none; 00/00/00, with which Outlook says
// that there is no date, gives an empty one.
func parseDate(s string, o order) (d day, ok bool) {
	s = strings.TrimSpace(s)
	if strings.Trim(s, "0./- ") == "" && strings.ContainsAny(s, "./-") && strings.Contains(s, "0") {
		return day{}, true
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return valid(day{year: number(m[1]), month: number(m[2]), day: number(m[3])})
	}
	if m := compact.FindStringSubmatch(s); m != nil {
		return valid(day{year: number(m[1]), month: number(m[2]), day: number(m[3])})
	}
	if m := noYear.FindStringSubmatch(s); m != nil {
		return valid(day{month: number(m[1]), day: number(m[2])})
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		return valid(day{year: number(m[1]), month: number(m[2])})
	}
	if m := dotted.FindStringSubmatch(s); m != nil {
		return valid(day{year: fullYear(m[3]), month: number(m[2]), day: number(m[1])})
	}
	if m := slashed.FindStringSubmatch(s); m != nil {
		return parseSlashed(number(m[1]), number(m[2]), fullYear(m[3]), o)
	}
	if m := worded.FindStringSubmatch(s); m != nil {
		return valid(day{year: number(m[3]), month: monthNamed(m[2]), day: number(m[1])})
	}
	if m := american.FindStringSubmatch(s); m != nil {
		return valid(day{year: number(m[3]), month: monthNamed(m[1]), day: number(m[2])})
	}
	return day{}, false
}

// parseSlashed reads 4/5/1990: the order of the table decides, else the number that can be no month, else it is guessed to
// be the American one, which is what most programs export.
func parseSlashed(first, second, year int, o order) (day, bool) {
	dayFirst := day{year: year, month: second, day: first}
	monthFirst := day{year: year, month: first, day: second}
	switch {
	case first > 12 || o == orderDayFirst && second <= 12:
		return valid(dayFirst)
	case second > 12 || o == orderMonthFirst:
		return valid(monthFirst)
	}
	monthFirst.guessed = first != second
	return valid(monthFirst)
}

// orderOf learns from dates with slashes in which order a column writes them.
func orderOf(values []string) order {
	for _, value := range values {
		m := slashed.FindStringSubmatch(strings.TrimSpace(value))
		switch {
		case m == nil:
		case number(m[1]) > 12:
			return orderDayFirst
		case number(m[2]) > 12:
			return orderMonthFirst
		}
	}
	return orderUnknown
}

func valid(d day) (day, bool) {
	if d.month < 1 || d.month > 12 || d.day < 0 || d.day > 31 || d.year < 0 {
		return day{}, false
	}
	year := d.year
	if year == 0 {
		year = 2000 // a leap year: the 29th of February of no year is a birthday
	}
	if d.day > 0 && time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() != d.day {
		return day{}, false
	}
	return d, true
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fullYear returns a year. Of two digits those up to 29 are of this century, as Excel reads them.
func fullYear(s string) int {
	n := number(s)
	switch {
	case len(s) != 2:
		return n
	case n <= 29:
		return 2000 + n
	}
	return 1900 + n
}

// monthNames are the months in German and English, in full and as they are shortened.
var monthNames = [12][]string{
	{"jan", "january", "januar", "jaenner", "jaen"}, {"feb", "february", "februar", "feber"}, {"mar", "march", "maerz", "mrz", "maer"},
	{"apr", "april"}, {"may", "mai"}, {"jun", "june", "juni"}, {"jul", "july", "juli"}, {"aug", "august"},
	{"sep", "sept", "september"}, {"oct", "october", "okt", "oktober"}, {"nov", "november"}, {"dec", "december", "dez", "dezember"},
}

// monthNamed returns a month by its name, 0 for a word that is none.
func monthNamed(name string) int {
	plain := plainHeader(name)
	for i, names := range monthNames {
		if slices.Contains(names, plain) {
			return i + 1
		}
	}
	return 0
}

// plainDay returns a date as ISO 8601 writes it.
func plainDay(d day) string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }
