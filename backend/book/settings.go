package book

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"kaffeerunde/backend/store"
)

// Settings are what a person chose. They are kept in the book and are no part of the history.
type Settings struct {
	// Language is "de", "en" or "" for the system's.
	Language string
	// Theme is "light", "dark" or "" for the system's.
	Theme string
	// SortBy is SortByFamily or SortByGiven.
	SortBy SortBy
	// NameOrder says how a list shows a name.
	NameOrder NameOrder
	// Region is the ISO 3166 code of the country whose phone numbers are written without a prefix.
	Region string
	// SheetIntroduction is what the pocket sheet prints as "my introduction".
	SheetIntroduction string
	// BinDays is after how many days the bin lets go of somebody, 0 for never.
	BinDays int
	// HistoryDays is for how many days an operation can be undone, 0 for ever.
	HistoryDays int
}

// historyDays is for how long operations can be undone unless the settings say otherwise: two years.
const historyDays = 730

// NameOrder says how a list shows a name.
type NameOrder string

// The name orders.
const (
	GivenFirst  NameOrder = "given-first"
	FamilyFirst NameOrder = "family-first"
)

// Settings returns what was chosen; SortBy, NameOrder and Region are never empty.
func (b *Book) Settings(ctx context.Context) (s Settings, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		s, err = b.settings(ctx, tx)
		return err
	})
	return s, err
}

// SaveSettings keeps s. It is no operation: an undo does not bring old settings back.
func (b *Book) SaveSettings(ctx context.Context, s Settings) error {
	return b.store.Write(ctx, func(tx *store.Tx) error {
		before, err := b.settings(ctx, tx)
		if err != nil {
			return err
		}
		for name, value := range s.fields() {
			if err := tx.Set(ctx, name, value); err != nil {
				return fmt.Errorf("save settings: %w", err)
			}
		}
		if after, err := b.settings(ctx, tx); err != nil || after.Region == before.Region {
			return err
		}
		// What a phone number without a prefix means depends on the region, and matching and search read that.
		return b.reindex(ctx, tx, everyone)
	})
}

func (b *Book) settings(ctx context.Context, tx *store.Tx) (Settings, error) {
	saved, err := tx.Settings(ctx)
	if err != nil {
		return Settings{}, err
	}
	return Settings{
		Language: saved["language"], Theme: saved["theme"],
		SortBy:            SortBy(cmp.Or(saved["sort-by"], string(SortByFamily))),
		NameOrder:         NameOrder(cmp.Or(saved["name-order"], string(GivenFirst))),
		Region:            cmp.Or(saved["region"], b.region),
		SheetIntroduction: saved["sheet-introduction"],
		BinDays:           days(saved["bin-days"], 0),
		HistoryDays:       days(saved["history-days"], historyDays),
	}, nil
}

// days reads a number of days, otherwise where none was set.
func days(saved string, otherwise int) int {
	n, err := strconv.Atoi(saved)
	if err != nil || n < 0 {
		return otherwise
	}
	return n
}

func (s Settings) fields() map[string]string {
	return map[string]string{
		"language": s.Language, "theme": s.Theme, "sort-by": string(s.SortBy), "name-order": string(s.NameOrder), "region": s.Region,
		"sheet-introduction": s.SheetIntroduction,
		"bin-days":           strconv.Itoa(s.BinDays), "history-days": strconv.Itoa(s.HistoryDays),
	}
}

// homeRegion is where phone numbers are from when neither the person nor the computer says so: the country this program comes
// from.
const homeRegion = "DE"

// keepRegion writes down which region the book is indexed by, so that it stays the same however the computer is set next time.
func (b *Book) keepRegion(ctx context.Context, tx *store.Tx) error {
	saved, err := tx.Settings(ctx)
	if err != nil || saved["region"] != "" {
		return err
	}
	return tx.Set(ctx, "region", b.region)
}
