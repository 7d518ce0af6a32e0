package book

import (
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
)

// Reason is the sentence "reason.<Code>" of the catalogue.
type Reason struct {
	Code string
	Args []contact.Arg
}

// The reasons for which a card is here already; those for which it resembles somebody are in package match.
const (
	sameUID      = "same-uid"
	sameContent  = "same-content"
	sameInImport = "same-in-import"
	sameWaiting  = "same-waiting"
)

// reasonsOf says in codes what a card has in common with whom it meets.
func reasonsOf(r *reading, m match.Meeting, region string) []Reason {
	list := make([]Reason, 0, len(m.Common))
	for _, common := range m.Common {
		reason := Reason{Code: string(common.Reason)}
		if value := valueOf(r, common, region); value != "" {
			reason.Args = []contact.Arg{{Name: "value", Value: value}}
		}
		list = append(list, reason)
	}
	return list
}

// valueOf is what the card says where its key comes from.
func valueOf(r *reading, common match.Common, region string) string {
	switch common.Reason {
	case match.NameAndOrganisation, match.SameOrganisation:
		return r.entry.Organisation
	case match.NameAndAddress, match.SameAddress:
		for _, a := range r.card.Addresses() {
			if key, ok := addressKey(&a); ok && key == common.Key {
				return printable(joinWords(a.StreetAddress, a.Locality))
			}
		}
	case match.SameEmail, match.SameEmailOtherName:
		for _, email := range r.card.Emails() {
			if key, ok := match.Email(email.Value); ok && key == common.Key {
				return printable(email.Value)
			}
		}
	case match.SamePhone, match.SamePhoneOtherName, match.SamePhoneTail:
		for _, phone := range r.card.Phones() {
			if key, ok := match.Phone(phone.Value, match.E164(phone.Value, region)); ok && key == common.Key {
				return printable(phone.Value)
			}
		}
	}
	return ""
}
