package book

import (
	"context"
	"strconv"

	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/store"
)

// reasoned returns the guests of an event in the order of its list, and what speaks for a coffee with each.
func (b *Book) reasoned(ctx context.Context, event int64) (rows []GuestRow, reasons [][]coffee.Reason, err error) {
	if rows, err = b.Guests(ctx, event); err != nil {
		return nil, nil, err
	}
	reasons = make([][]coffee.Reason, len(rows))
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		threads, err := tx.OpenThreads(ctx)
		if err != nil {
			return err
		}
		open := map[contact.ID][]string{}
		for _, t := range threads {
			for _, id := range t.People {
				open[id] = append(open[id], t.Text)
			}
		}
		for i := range rows {
			g := coffee.Guest{Name: rows[i].Name}
			if m := rows[i].Match(); m != nil && m.Sure {
				g.Known, g.Threads = true, open[m.Person.ID]
			}
			reasons[i] = coffee.Reasons(coffee.Me{}, g, nil)
		}
		return nil
	})
	return rows, reasons, err
}

func inWords(r coffee.Reason, words *locale.Locale) string {
	var args []any
	for _, a := range r.Args {
		args = append(args, a.Name, a.Value)
	}
	if !r.When.IsZero() {
		month := words.T("date.month." + strconv.Itoa(int(r.When.Month())))
		args = append(args, "when", words.T("date.month", "month", month, "year", r.When.Format("2006")))
	}
	return words.T("coffee.reason."+string(r.Code), args...)
}
