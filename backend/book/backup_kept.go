package book

import (
	"fmt"
	"time"
)

// How long backups are kept.
const (
	day        = 24 * time.Hour
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
	// keptToday is how many of the last day are kept, whichever they are.
	keptToday = 10
)

// keptBackups says which of the backups of these times, newest first, are kept: those of the last day, the last one of each of
// seven days, four weeks and twelve months, the newest in any case, and those of a clock that was ahead.
func keptBackups(times []time.Time, now time.Time) []bool {
	keep := make([]bool, len(times))
	seen := map[string]bool{}
	today := 0
	for i, at := range times {
		at = at.In(now.Location())
		age := now.Sub(at)
		year, week := at.ISOWeek()
		newestOf := func(span string, within bool) bool {
			first := within && !seen[span]
			seen[span] = true
			return first
		}
		recent := age < day
		if recent && age >= 0 {
			today++
		}
		ofDay := newestOf(at.Format("day 2006-01-02"), at.After(midnight(now).AddDate(0, 0, -keptDays)))
		ofWeek := newestOf(fmt.Sprintf("week %d-%d", year, week), at.After(monday(now).AddDate(0, 0, -7*keptWeeks)))
		ofMonth := newestOf(at.Format("month 2006-01"), at.After(firstOfMonth(now).AddDate(0, -keptMonths, 0)))
		keep[i] = i == 0 || recent && today <= keptToday || ofDay || ofWeek || ofMonth
	}
	return keep
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func monday(t time.Time) time.Time {
	return midnight(t).AddDate(0, 0, -(int(t.Weekday())+6)%7)
}

func firstOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, t.Location())
}
