package app

import "kaffeerunde/backend/contact"

func personRow(s contact.Summary) PersonRow {
	return PersonRow{
		ID: int64(s.ID), Name: s.Name, Organisation: s.Organisation, Title: s.Title, Tags: list(s.Tags),
		Photo: photoAddress(s.ID, s.Photo, thumbnailSize), Letter: s.Letter, Kind: string(s.Kind),
	}
}

func personView(p contact.Person) PersonView {
	return PersonView{
		ID: int64(p.ID), UID: p.UID, Name: p.Name, Derived: p.Derived,
		Family: p.N.Family, Given: p.N.Given, Additional: p.N.Additional, Prefixes: p.N.Prefixes, Suffixes: p.N.Suffixes,
		Nicknames: list(p.Nicknames), Kind: string(p.Kind),
		Organisation: p.Organisation, Unit: p.Unit, Title: p.Title, Role: p.Role,
		Since: p.Since, Until: p.Until, Further: each(p.Further, positionView), Topics: each(p.Topics, topicView),
		Phones: each(p.Phones, valueView), Emails: each(p.Emails, valueView),
		Links: each(p.Links, valueView), Messengers: each(p.Messengers, valueView),
		Addresses: each(p.Addresses, addressView), Dates: each(p.Dates, dateView),
		Notes: list(p.Notes), Tags: list(p.Tags),
		Related: each(p.Related, func(r contact.Related) Related {
			return Related{Types: list(r.Types), Value: r.Value, Label: r.Label, InBook: r.Person != 0}
		}),
		Others: each(p.Others, func(f contact.Field) Field { return Field{Name: f.Name, Value: f.Value} }),
		Photo:  photoAddress(p.ID, p.Photo, portraitSize), PhotoURL: p.PhotoURL,
		Source:  Source{Operation: p.Source.Operation, File: p.Source.File, At: moment(p.Source.At)},
		Created: moment(p.Created), Changed: moment(p.Changed),
	}
}

func draft(f PersonForm) contact.Draft {
	return contact.Draft{
		Name: f.Name,
		N: contact.Name{
			Family: f.Family, Given: f.Given, Additional: f.Additional, Prefixes: f.Prefixes, Suffixes: f.Suffixes,
		},
		Nicknames: f.Nicknames, Organisation: f.Organisation, Unit: f.Unit, Title: f.Title, Role: f.Role,
		Since: f.Since, Until: f.Until, Further: each(f.Further, positionDraft), Topics: each(f.Topics, topicDraft),
		Phones: each(f.Phones, valueDraft), Emails: each(f.Emails, valueDraft),
		Links: each(f.Links, valueDraft), Messengers: each(f.Messengers, valueDraft),
		Addresses: each(f.Addresses, addressDraft), Dates: each(f.Dates, dateDraft),
		Notes: f.Notes, Tags: f.Tags,
	}
}

func valueView(v contact.Value) Value {
	return Value{
		Index: v.Index, Value: v.Value, E164: v.E164, Types: list(v.Types), Label: v.Label, Kind: v.Kind,
		Preferred: v.Preferred,
	}
}

func valueDraft(v Value) contact.Value {
	return contact.Value{
		Index: v.Index, Value: v.Value, E164: v.E164, Types: v.Types, Label: v.Label, Kind: v.Kind,
		Preferred: v.Preferred,
	}
}

func addressView(a contact.Address) Address {
	return Address{
		Index: a.Index, POBox: a.POBox, Extended: a.Extended, Street: a.Street, City: a.City, Region: a.Region,
		PostalCode: a.PostalCode, Country: a.Country, Formatted: a.Formatted, Types: list(a.Types), Label: a.Label,
	}
}

func addressDraft(a Address) contact.Address {
	return contact.Address{
		Index: a.Index, POBox: a.POBox, Extended: a.Extended, Street: a.Street, City: a.City, Region: a.Region,
		PostalCode: a.PostalCode, Country: a.Country, Formatted: a.Formatted, Types: a.Types, Label: a.Label,
	}
}

func dateView(d contact.Date) DateValue {
	return DateValue{Index: d.Index, Kind: d.Kind, Year: d.Year, Month: d.Month, Day: d.Day, Text: d.Text, Label: d.Label}
}

func dateDraft(d DateValue) contact.Date {
	return contact.Date{Index: d.Index, Kind: d.Kind, Year: d.Year, Month: d.Month, Day: d.Day, Text: d.Text, Label: d.Label}
}

func positionView(p contact.Position) Position { return Position(p) }

func positionDraft(p Position) contact.Position { return contact.Position(p) }

func topicView(t contact.Topic) Topic {
	return Topic{Index: t.Index, Name: t.Name, Kind: string(t.Kind), Level: t.Level, Since: t.Since}
}

func topicDraft(t Topic) contact.Topic {
	return contact.Topic{Index: t.Index, Name: t.Name, Kind: contact.TopicKind(t.Kind), Level: t.Level, Since: t.Since}
}
