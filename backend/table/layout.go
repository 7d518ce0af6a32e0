package table

// Layout names a program whose tables are known.
type Layout string

// The layouts. LayoutNone is a table of somebody's own.
const (
	LayoutNone        Layout = ""
	LayoutGoogle      Layout = "google"
	LayoutOutlook     Layout = "outlook"
	LayoutLinkedIn    Layout = "linkedin"
	LayoutThunderbird Layout = "thunderbird"
)

// Layouts returns all that are known.
func Layouts() []Layout {
	return []Layout{LayoutGoogle, LayoutOutlook, LayoutLinkedIn, LayoutThunderbird}
}

// layouts say how tables of known programs are told and read. A table is of the first whose every mark stands among its
// headers; of marks in one list one is enough.
var layouts = []struct {
	layout  Layout
	marks   [][]string
	columns map[string]Column // by plain header, numbers as #
	// separator stands between several values in one cell, "" when the program writes one.
	separator string
	// monthFirst says that dates with slashes have the month first.
	monthFirst bool
}{
	{LayoutGoogle, [][]string{{"phone # value", "email # value", "group membership", "labels"}, {"given name", "first name"}, {"family name", "last name"}, {"group membership", "labels"}}, googleColumns, " ::: ", false},
	{LayoutLinkedIn, [][]string{{"first name"}, {"last name"}, {"connected on"}, {"position", "company"}}, linkedInColumns, "", false},
	{LayoutThunderbird, [][]string{{"primary email", "primaere email adresse"}, {"screen name", "messenger name", "chat name"}}, thunderbirdColumns, "", false},
	{LayoutOutlook, [][]string{{"first name"}, {"last name"}, {"email address"}, {"business street", "home street", "business phone"}}, outlookColumns, ";", true},
	{LayoutOutlook, [][]string{{"vorname"}, {"nachname"}, {"email adresse"}, {"strasse geschaeftlich", "strasse privat", "telefon geschaeftlich"}}, outlookGermanColumns, ";", false},
}

// recognised returns the place of the layout in layouts, or -1.
func recognised(headers []string) int {
	seen := map[string]bool{}
	for _, header := range headers {
		plain := plainHeader(header)
		pattern, _ := counted(plain)
		seen[plain], seen[pattern] = true, true
	}
	for i, l := range layouts {
		all := true
		for _, marks := range l.marks {
			one := false
			for _, mark := range marks {
				one = one || seen[mark]
			}
			all = all && one
		}
		if all {
			return i
		}
	}
	return -1
}

// layoutColumn returns what a layout takes a header for: with its number, else without it, else to be kept.
func layoutColumn(columns map[string]Column, header string) Column {
	plain := plainHeader(header)
	if column, ok := columns[plain]; ok {
		return column
	}
	pattern, _ := counted(plain)
	if column, ok := columns[pattern]; ok {
		return column
	}
	return Column{Field: FieldKeep}
}

// googleColumns are those of Google Contacts, before 2024 ("Given Name", "Phone 1 - Type") and since ("First Name",
// "Phone 1 - Label").
var googleColumns = map[string]Column{
	"name": {FieldName, ""}, "name prefix": {FieldPrefix, ""}, "name suffix": {FieldSuffix, ""}, "nickname": {FieldNickname, ""},
	"given name": {FieldGiven, ""}, "first name": {FieldGiven, ""}, "additional name": {FieldMiddle, ""}, "middle name": {FieldMiddle, ""},
	"family name": {FieldFamily, ""}, "last name": {FieldFamily, ""},
	"occupation": {FieldRole, ""}, "notes": {FieldNote, ""}, "photo": {FieldPhoto, ""}, "birthday": {FieldBirthday, ""},
	"group membership": {FieldTags, ""}, "labels": {FieldTags, ""},
	"organization # name": {FieldOrganisation, ""}, "organization # title": {FieldTitle, ""}, "organization # department": {FieldUnit, ""},
	"organization name": {FieldOrganisation, ""}, "organization title": {FieldTitle, ""}, "organization department": {FieldUnit, ""},
	"email # type": {FieldMailKind, ""}, "email # label": {FieldMailKind, ""}, "email # value": {FieldMail, ""},
	"phone # type": {FieldPhoneKind, ""}, "phone # label": {FieldPhoneKind, ""}, "phone # value": {FieldPhone, ""},
	"im # service": {FieldMessengerKind, ""}, "im # value": {FieldMessenger, ""},
	"address # type": {FieldAddressKind, ""}, "address # label": {FieldAddressKind, ""}, "address # formatted": {FieldAddress, ""},
	"address # street": {FieldStreet, ""}, "address # city": {FieldCity, ""}, "address # po box": {FieldPOBox, ""},
	"address # region": {FieldRegion, ""}, "address # postal code": {FieldPostcode, ""}, "address # country": {FieldCountry, ""},
	"address # extended address": {FieldExtended, ""},
	"event # type":               {FieldDateKind, ""}, "event # label": {FieldDateKind, ""}, "event # value": {FieldDate, ""},
	"relation # type": {FieldRelatedKind, ""}, "relation # label": {FieldRelatedKind, ""}, "relation # value": {FieldRelated, ""},
	"website # type": {FieldLinkKind, ""}, "website # label": {FieldLinkKind, ""}, "website # value": {FieldLink, ""},
	"custom field # type": {FieldDetailKind, ""}, "custom field # label": {FieldDetailKind, ""}, "custom field # value": {FieldDetail, ""},
}

// linkedInColumns are those of Connections.csv.
var linkedInColumns = map[string]Column{
	"first name": {FieldGiven, ""}, "last name": {FieldFamily, ""}, "url": {FieldLink, "linkedin"}, "email address": {FieldMail, ""},
	"company": {FieldOrganisation, ""}, "position": {FieldTitle, ""}, "connected on": {FieldDate, ""},
}

// thunderbirdColumns are those of Thunderbird's address book, in English and German.
var thunderbirdColumns = map[string]Column{
	"first name": {FieldGiven, ""}, "last name": {FieldFamily, ""}, "display name": {FieldName, ""}, "nickname": {FieldNickname, ""},
	"primary email": {FieldMail, ""}, "secondary email": {FieldMail, ""}, "screen name": {FieldMessenger, ""}, "chat name": {FieldMessenger, ""},
	"work phone": {FieldPhone, TypeWork}, "home phone": {FieldPhone, TypeHome}, "fax number": {FieldPhone, TypeFax},
	"pager number": {FieldPhone, TypePager}, "mobile number": {FieldPhone, TypeCell},
	"home address": {FieldStreet, TypeHome}, "home address 2": {FieldExtended, TypeHome}, "home city": {FieldCity, TypeHome},
	"home state": {FieldRegion, TypeHome}, "home zipcode": {FieldPostcode, TypeHome}, "home country": {FieldCountry, TypeHome},
	"work address": {FieldStreet, TypeWork}, "work address 2": {FieldExtended, TypeWork}, "work city": {FieldCity, TypeWork},
	"work state": {FieldRegion, TypeWork}, "work zipcode": {FieldPostcode, TypeWork}, "work country": {FieldCountry, TypeWork},
	"job title": {FieldTitle, ""}, "department": {FieldUnit, ""}, "organization": {FieldOrganisation, ""},
	"web page 1": {FieldLink, TypeWork}, "web page 2": {FieldLink, TypeHome}, "notes": {FieldNote, ""},
	"custom 1": {FieldDetail, ""}, "custom 2": {FieldDetail, ""}, "custom 3": {FieldDetail, ""}, "custom 4": {FieldDetail, ""},

	"vorname": {FieldGiven, ""}, "nachname": {FieldFamily, ""}, "anzeigename": {FieldName, ""}, "spitzname": {FieldNickname, ""},
	"primaere email adresse": {FieldMail, ""}, "sekundaere email adresse": {FieldMail, ""}, "messenger name": {FieldMessenger, ""},
	"tel dienstlich": {FieldPhone, TypeWork}, "tel privat": {FieldPhone, TypeHome}, "fax nummer": {FieldPhone, TypeFax},
	"pager nummer": {FieldPhone, TypePager}, "mobil tel nr": {FieldPhone, TypeCell},
	"privat adresse": {FieldStreet, TypeHome}, "privat adresse 2": {FieldExtended, TypeHome}, "privat ort": {FieldCity, TypeHome},
	"privat bundesland": {FieldRegion, TypeHome}, "privat plz": {FieldPostcode, TypeHome}, "privat land": {FieldCountry, TypeHome},
	"dienstlich adresse": {FieldStreet, TypeWork}, "dienstlich adresse 2": {FieldExtended, TypeWork}, "dienstlich ort": {FieldCity, TypeWork},
	"dienstlich bundesland": {FieldRegion, TypeWork}, "dienstlich plz": {FieldPostcode, TypeWork}, "dienstlich land": {FieldCountry, TypeWork},
	"arbeitstitel": {FieldTitle, ""}, "abteilung": {FieldUnit, ""}, "organisation": {FieldOrganisation, ""},
	"webseite 1": {FieldLink, TypeWork}, "webseite 2": {FieldLink, TypeHome}, "notizen": {FieldNote, ""},
	"benutzerdef 1": {FieldDetail, ""}, "benutzerdef 2": {FieldDetail, ""}, "benutzerdef 3": {FieldDetail, ""}, "benutzerdef 4": {FieldDetail, ""},
}
