package app

import "kaffeerunde/backend/book"

// Preferences serves the settings.
type Preferences struct{ session *session }

// Save keeps the settings and returns them as they were kept.
func (p *Preferences) Save(v SettingsView) (kept SettingsView, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	settings, err := b.Settings(ctx)
	if err != nil {
		return v, err
	}
	settings.Language, settings.Theme, settings.Region = v.Language, v.Theme, v.Region
	settings.SortBy, settings.NameOrder = book.SortBy(v.SortBy), book.NameOrder(v.NameOrder)
	settings.SheetIntroduction = v.SheetIntroduction
	settings.BinDays, settings.HistoryDays = v.BinDays, v.HistoryDays
	if err := b.SaveSettings(ctx, settings); err != nil {
		return v, err
	}
	p.session.theme(settings.Theme)
	return settingsView(settings), nil
}

func settingsView(s book.Settings) SettingsView {
	return SettingsView{
		Language: s.Language, Theme: s.Theme, Region: s.Region,
		SortBy: string(s.SortBy), NameOrder: string(s.NameOrder), SheetIntroduction: s.SheetIntroduction,
		BinDays: s.BinDays, HistoryDays: s.HistoryDays,
	}
}
