package table

import "slices"

// Field is what a column of a table is taken for.
type Field string

// The fields. One with "-kind" says in words what the value of the column it belongs to is ("Mobile", "Work"): the n-th such
// column belongs to the n-th column of its field that has no type of its own.
const (
	FieldName          Field = "name"
	FieldPrefix        Field = "prefix"
	FieldGiven         Field = "given"
	FieldMiddle        Field = "middle"
	FieldFamily        Field = "family"
	FieldSuffix        Field = "suffix"
	FieldNickname      Field = "nickname"
	FieldOrganisation  Field = "organisation"
	FieldUnit          Field = "unit"
	FieldTitle         Field = "title"
	FieldRole          Field = "role"
	FieldPhone         Field = "phone"
	FieldPhoneKind     Field = "phone-kind"
	FieldMail          Field = "mail"
	FieldMailKind      Field = "mail-kind"
	FieldMessenger     Field = "messenger"
	FieldMessengerKind Field = "messenger-kind"
	FieldLink          Field = "link"
	FieldLinkKind      Field = "link-kind"
	FieldAddress       Field = "address" // as a whole
	FieldPOBox         Field = "pobox"
	FieldExtended      Field = "extended"
	FieldStreet        Field = "street"
	FieldPostcode      Field = "postcode"
	FieldCity          Field = "city"
	FieldRegion        Field = "region"
	FieldCountry       Field = "country"
	FieldAddressKind   Field = "address-kind"
	FieldBirthday      Field = "birthday"
	FieldAnniversary   Field = "anniversary"
	FieldDate          Field = "date" // another day, called as its header says
	FieldDateKind      Field = "date-kind"
	FieldRelated       Field = "related"
	FieldRelatedKind   Field = "related-kind"
	FieldTags          Field = "tags"
	FieldPhoto         Field = "photo" // the address of a picture
	FieldNote          Field = "note"
	FieldDetail        Field = "detail" // a line "Header: value" of the note
	FieldDetailKind    Field = "detail-kind"
	FieldKeep          Field = "keep" // a private property of the card
	FieldSkip          Field = "skip" // left out, because a person said so
)

// Type says what kind of phone, address and so on a column holds; "" is none.
type Type string

// The types.
const (
	TypeNone    Type = ""
	TypeHome    Type = "home"
	TypeWork    Type = "work"
	TypeOther   Type = "further" // ".other" is a plural in the catalogue
	TypeCell    Type = "cell"
	TypeFax     Type = "fax"
	TypeHomeFax Type = "home-fax"
	TypeWorkFax Type = "work-fax"
	TypeMain    Type = "main"
	TypePager   Type = "pager"
	TypeCar     Type = "car"
)

// fields are all fields in the order in which a person is offered them, with the types that each may have.
var fields = []struct {
	field Field
	types []Type
}{
	{FieldName, nil}, {FieldGiven, nil}, {FieldMiddle, nil}, {FieldFamily, nil}, {FieldPrefix, nil}, {FieldSuffix, nil},
	{FieldNickname, nil},
	{FieldOrganisation, nil}, {FieldUnit, nil}, {FieldTitle, nil}, {FieldRole, nil},
	{FieldPhone, []Type{TypeNone, TypeCell, TypeHome, TypeWork, TypeMain, TypeFax, TypeHomeFax, TypeWorkFax, TypePager, TypeCar, "assistant", TypeOther}},
	{FieldPhoneKind, nil},
	{FieldMail, locations}, {FieldMailKind, nil},
	{FieldMessenger, []Type{TypeNone, "signal", "telegram", "threema", "whatsapp", "matrix", "xmpp", "skype", "gtalk", "icq", "aim", "msn", "yahoo", "qq"}},
	{FieldMessengerKind, nil},
	{FieldLink, []Type{TypeNone, TypeHome, TypeWork, "linkedin", TypeOther}}, {FieldLinkKind, nil},
	{FieldAddress, locations}, {FieldStreet, locations}, {FieldExtended, locations}, {FieldPOBox, locations}, {FieldPostcode, locations},
	{FieldCity, locations}, {FieldRegion, locations}, {FieldCountry, locations}, {FieldAddressKind, nil},
	{FieldBirthday, nil}, {FieldAnniversary, nil}, {FieldDate, nil}, {FieldDateKind, nil},
	{FieldRelated, []Type{TypeNone, "spouse", "child", "parent", "sibling", "friend", "colleague", "assistant", "manager"}},
	{FieldRelatedKind, nil},
	{FieldTags, nil}, {FieldPhoto, nil}, {FieldNote, nil}, {FieldDetail, nil}, {FieldDetailKind, nil},
	{FieldKeep, nil}, {FieldSkip, nil},
}

var locations = []Type{TypeNone, TypeHome, TypeWork, TypeOther}

// Fields returns every field in the order in which a person is offered them.
func Fields() []Field {
	all := make([]Field, len(fields))
	for i, f := range fields {
		all[i] = f.field
	}
	return all
}

// Types returns what types a column of the field may have, TypeNone among them; none when it has no types.
func (f Field) Types() []Type {
	for _, known := range fields {
		if known.field == f {
			return slices.Clone(known.types)
		}
	}
	return nil
}

// Column is what one column of a table is taken for.
type Column struct {
	Field Field
	Type  Type
}

// IsValid reports whether the column has a field that is known and a type that goes with it.
func (c Column) IsValid() bool {
	for _, known := range fields {
		if known.field == c.Field {
			return c.Type == TypeNone || slices.Contains(known.types, c.Type)
		}
	}
	return false
}

// kindOf are the fields whose kind another column may say.
var kindOf = map[Field]Field{
	FieldPhoneKind: FieldPhone, FieldMailKind: FieldMail, FieldMessengerKind: FieldMessenger, FieldLinkKind: FieldLink,
	FieldDateKind: FieldDate, FieldRelatedKind: FieldRelated, FieldDetailKind: FieldDetail,
}

// addressParts are the fields of which an address is made up.
var addressParts = []Field{
	FieldAddress, FieldPOBox, FieldExtended, FieldStreet, FieldPostcode, FieldCity, FieldRegion, FieldCountry,
}
