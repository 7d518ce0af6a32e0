package table

import (
	"regexp"
	"slices"
	"strings"
)

// nouns are the words of a header that say what a column holds, in German and English. The first that a header has decides,
// so the particular stands before the general.
var nouns = []struct {
	field Field
	words []string
}{
	{FieldKeep, []string{"id", "uid", "status"}},
	{FieldMail, []string{"email", "mail", "mails", "emails", "mailadresse", "emailadresse", "emailaddress"}},
	{FieldPhone, []string{"fax", "telefax", "handy", "handynummer", "mobil", "mobile", "mobiltelefon", "mobilnummer", "mobilfunk", "cell", "cellphone", "phone", "phones", "telefon", "telefonnummer", "telefonnr", "tel", "telephone", "festnetz", "rufnummer", "pager", "durchwahl"}},
	{FieldNickname, []string{"nickname", "spitzname", "rufname", "nick"}},
	{FieldGiven, []string{"vorname", "vornamen", "firstname", "given", "givenname", "forename"}},
	{FieldMiddle, []string{"middle", "middlename", "additional", "zweitname"}},
	{FieldFamily, []string{"nachname", "familienname", "lastname", "surname", "family", "familyname", "zuname"}},
	{FieldPrefix, []string{"anrede", "prefix", "salutation", "akademischer"}},
	{FieldSuffix, []string{"suffix", "namenssuffix"}},
	{FieldUnit, []string{"abteilung", "department", "unit", "bereich", "division"}},
	{FieldTitle, []string{"jobtitle", "job", "position", "stelle"}},
	{FieldRole, []string{"beruf", "role", "rolle", "funktion", "profession", "occupation", "taetigkeit"}},
	{FieldMessenger, []string{"skype", "jabber", "xmpp", "icq", "signal", "telegram", "threema", "whatsapp", "matrix", "messenger", "chat"}},
	{FieldLink, []string{"website", "webseite", "webpage", "homepage", "web", "url", "internet", "internetseite", "link", "linkedin", "xing", "blog"}},
	{FieldBirthday, []string{"geburtstag", "geburtsdatum", "birthday", "birthdate", "geboren", "dob", "birth"}},
	{FieldAnniversary, []string{"hochzeitstag", "anniversary", "jahrestag"}},
	{FieldPostcode, []string{"plz", "postleitzahl", "zip", "zipcode", "postcode", "postalcode", "postal"}},
	{FieldPOBox, []string{"postfach", "pobox"}},
	{FieldExtended, []string{"adresszusatz", "extended", "adresszeile", "zusatz"}},
	{FieldStreet, []string{"strasse", "street", "str", "strassenr", "hausnummer"}},
	{FieldCity, []string{"ort", "stadt", "city", "town", "wohnort"}},
	{FieldRegion, []string{"bundesland", "region", "state", "province", "kanton"}},
	{FieldCountry, []string{"land", "country", "staat"}},
	{FieldAddress, []string{"adresse", "anschrift", "address"}},
	{FieldOrganisation, []string{"firma", "organisation", "organization", "company", "unternehmen", "institution", "arbeitgeber", "employer", "verein", "org"}},
	{FieldTags, []string{"tags", "schlagwort", "schlagworte", "schlagwoerter", "kategorie", "kategorien", "categories", "category", "labels", "gruppe", "gruppen", "group", "groups"}},
	{FieldNote, []string{"notiz", "notizen", "note", "notes", "bemerkung", "bemerkungen", "kommentar", "comment", "comments", "anmerkung", "anmerkungen"}},
	{FieldRelated, []string{"partner", "spouse", "ehepartner", "kinder", "children"}},
	{FieldPhoto, []string{"foto", "photo", "bild"}},
	{FieldName, []string{"name", "fullname", "anzeigename", "displayname", "ansprechpartner"}},
}

// wholes are headers that their words would lead astray.
var wholes = map[string]Column{
	"name prefix": {FieldPrefix, ""}, "name suffix": {FieldSuffix, ""}, "title": {FieldTitle, ""}, "titel": {FieldTitle, ""},
	"job title": {FieldTitle, ""}, "po box": {FieldPOBox, ""}, "postal address": {FieldAddress, ""}, "email address": {FieldMail, ""},
	"company name": {FieldOrganisation, ""}, "firmenname": {FieldOrganisation, ""}, "organisation name": {FieldOrganisation, ""},
	"strasse und hausnummer": {FieldStreet, ""}, "strasse nr": {FieldStreet, ""}, "date of birth": {FieldBirthday, ""},
	"plz ort": {FieldAddress, ""}, "first": {FieldGiven, ""}, "last": {FieldFamily, ""}, "first name": {FieldGiven, ""}, "last name": {FieldFamily, ""}, "kontakt": {FieldName, ""}, "contact": {FieldName, ""},
	"person": {FieldName, ""}, "mensch": {FieldName, ""}, "titel vor dem namen": {FieldPrefix, ""}, "namenszusatz": {FieldSuffix, ""}, "weitere vornamen": {FieldMiddle, ""}, "title before the name": {FieldPrefix, ""},
	"knows": {FieldRelated, ""}, "kennt": {FieldRelated, ""}, "prefix": {FieldPrefix, ""},
}

// typeWords are the words of a header that say of what kind a value is.
var typeWords = []struct {
	kind  Type
	words []string
}{
	{TypeHome, []string{"privat", "private", "home", "persoenlich", "personal", "heim"}},
	{TypeWork, []string{"geschaeftlich", "dienstlich", "business", "work", "arbeit", "buero", "office", "beruflich", "firma", "company", "job"}},
	{TypeCell, []string{"handy", "handynummer", "mobil", "mobile", "mobiltelefon", "mobilnummer", "mobilfunk", "cell", "cellphone"}},
	{TypeFax, []string{"fax", "telefax"}},
	{TypePager, []string{"pager"}},
	{TypeCar, []string{"auto", "car"}},
	{TypeOther, []string{"weitere", "weiterer", "weiteres", "other", "sonstige", "sonstiges"}},
}

// kinds are the words of a header whose column says of what kind the values of another column are.
var kinds = []string{"kind", "type", "label", "art", "typ"}

// fromHeader guesses what a column is by its header. ok is false when no word of it is known.
func fromHeader(header string) (c Column, ok bool) {
	plain := plainHeader(header)
	if whole, known := wholes[plain]; known {
		return whole, true
	}
	words := strings.Fields(plain)
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	for _, noun := range nouns {
		if !has(noun.words) {
			continue
		}
		c.Field = noun.field
		if has(kinds) {
			return Column{Field: kindField(c.Field)}, true
		}
		c.Type = typeFor(c.Field, words)
		return c, true
	}
	return Column{Field: FieldDetail}, false
}

// kindField returns the field that tells the kind of a field's values, FieldDetail where none does.
func kindField(of Field) Field {
	if slices.Contains(addressParts, of) {
		return FieldAddressKind
	}
	for kind, field := range kindOf {
		if field == of {
			return kind
		}
	}
	return FieldDetail
}

// typeFor returns the type that the words of a header give a field.
func typeFor(f Field, words []string) Type {
	allowed := f.Types()
	var found []Type
	for _, t := range typeWords {
		if slices.Contains(allowed, t.kind) && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(t.words, w) }) {
			found = append(found, t.kind)
		}
	}
	switch {
	case slices.Contains(found, TypeFax) && slices.Contains(found, TypeHome):
		return TypeHomeFax
	case slices.Contains(found, TypeFax) && slices.Contains(found, TypeWork):
		return TypeWorkFax
	case slices.Contains(found, TypeFax):
		return TypeFax
	case slices.Contains(found, TypeCell):
		return TypeCell
	case len(found) > 0:
		return found[0]
	}
	for _, t := range allowed {
		if t != TypeNone && slices.Contains(words, string(t)) {
			return t
		}
	}
	return TypeNone
}

var (
	mailLook  = regexp.MustCompile(`^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$`)
	phoneLook = regexp.MustCompile(`^(?:\+|00?)?[\d][\d\s()/.\-]{5,}\d$`)
	linkLook  = regexp.MustCompile(`^(?i)(?:https?://|www\.)\S+$`)
)

// fromValues guesses what a column is by what stands in it. ok is false when its values look like nothing in particular.
func fromValues(values []string) (c Column, ok bool) {
	looks := map[Field]int{}
	filled := 0
	for _, value := range values {
		value = strings.TrimSpace(value)
		if value == "" {
			continue
		}
		filled++
		looks[look(value)]++
	}
	for _, f := range []Field{FieldMail, FieldLink, FieldDate, FieldPhone} {
		// Nine in ten: a word in a column of numbers is an exception, a few numbers among words are not a rule.
		if filled > 0 && 10*looks[f] >= 9*filled {
			return Column{Field: f}, true
		}
	}
	return Column{Field: FieldDetail}, false
}

// look says what a value looks like, "" for nothing in particular.
func look(value string) Field {
	switch {
	case mailLook.MatchString(value):
		return FieldMail
	case linkLook.MatchString(value):
		return FieldLink
	}
	if d, ok := parseDate(value, orderUnknown); ok && d.year > 0 && d.day > 0 {
		return FieldDate
	}
	digits := strings.Count(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return -1
	}, value), "0")
	if phoneLook.MatchString(value) && digits >= 7 && digits <= 16 {
		return FieldPhone
	}
	return ""
}
