package vcard

// property is a property name that this package knows; other is every name it does not.
type property uint8

const (
	other property = iota
	begin
	end
	version
	n
	fn
	nickname
	tel
	email
	adr
	label
	url
	org
	title
	role
	note
	bday
	anniversary
	categories
	photo
	logo
	sound
	key
	impp
	related
	member
	kind
	uid
	rev
	prodid
	agent
	geo
	tz
	lang
	gender
	mailer
	class
	sortString
	abLabel
	abDate
	abRelatedNames
	abShowAs
	abADR
	serverKind
	serverMember
	socialProfile
	xSocialProfile
	androidCustomProp
	xAnniversary
	xEvolutionAnniversary
	xKAddressbookAnniversary
	xMSAnniversary
	xGender
	expertise
	hobby
	interest
	xQuestion
	xEvolutionSpouse
	xEvolutionManager
	xEvolutionAssistant
	xMSSpouse
	xMSManager
	xMSAssistant
	xMSChild
	xKAddressbookSpouse
	xKAddressbookManager
	xKAddressbookAssistant
	xPlainSpouse
	xPlainManager
	xPlainAssistant
	xEvolutionList
	xAIM
	xICQ
	xJabber
	xMSN
	xYahoo
	xSkype
	xSkypeUsername
	xGoogleTalk
	xGtalk
	xQQ
	xGadugadu
	xMSIMAddress
	xTwitter
)

// knowledge says of each property its name and whether the program shows it to a person. What is not shown is kept.
var knowledge = [...]struct {
	name  string
	shown bool
}{
	other:                    {"", false},
	begin:                    {"BEGIN", false},
	end:                      {"END", false},
	version:                  {"VERSION", false},
	n:                        {"N", true},
	fn:                       {"FN", true},
	nickname:                 {"NICKNAME", true},
	tel:                      {"TEL", true},
	email:                    {"EMAIL", true},
	adr:                      {"ADR", true},
	label:                    {"LABEL", true},
	url:                      {"URL", true},
	org:                      {"ORG", true},
	title:                    {"TITLE", true},
	role:                     {"ROLE", true},
	note:                     {"NOTE", true},
	bday:                     {"BDAY", true},
	anniversary:              {"ANNIVERSARY", true},
	categories:               {"CATEGORIES", true},
	photo:                    {"PHOTO", true},
	logo:                     {"LOGO", false},
	sound:                    {"SOUND", false},
	key:                      {"KEY", false},
	impp:                     {"IMPP", true},
	related:                  {"RELATED", true},
	member:                   {"MEMBER", true},
	kind:                     {"KIND", true},
	uid:                      {"UID", false},
	rev:                      {"REV", false},
	prodid:                   {"PRODID", false},
	agent:                    {"AGENT", true},
	geo:                      {"GEO", false},
	tz:                       {"TZ", false},
	lang:                     {"LANG", false},
	gender:                   {"GENDER", false},
	mailer:                   {"MAILER", false},
	class:                    {"CLASS", false},
	sortString:               {"SORT-STRING", false},
	abLabel:                  {"X-ABLABEL", true},
	abDate:                   {"X-ABDATE", true},
	abRelatedNames:           {"X-ABRELATEDNAMES", true},
	abShowAs:                 {"X-ABSHOWAS", true},
	abADR:                    {"X-ABADR", false},
	serverKind:               {"X-ADDRESSBOOKSERVER-KIND", true},
	serverMember:             {"X-ADDRESSBOOKSERVER-MEMBER", true},
	socialProfile:            {"SOCIALPROFILE", true},
	xSocialProfile:           {"X-SOCIALPROFILE", true},
	androidCustomProp:        {"X-ANDROID-CUSTOM", true},
	xAnniversary:             {"X-ANNIVERSARY", true},
	xEvolutionAnniversary:    {"X-EVOLUTION-ANNIVERSARY", true},
	xKAddressbookAnniversary: {"X-KADDRESSBOOK-X-ANNIVERSARY", true},
	xMSAnniversary:           {"X-MS-ANNIVERSARY", true},
	xGender:                  {"X-GENDER", false},
	expertise:                {"EXPERTISE", false},
	hobby:                    {"HOBBY", false},
	interest:                 {"INTEREST", false},
	xQuestion:                {"X-KAFFEERUNDE-QUESTION", false},
	xEvolutionSpouse:         {"X-EVOLUTION-SPOUSE", true},
	xEvolutionManager:        {"X-EVOLUTION-MANAGER", true},
	xEvolutionAssistant:      {"X-EVOLUTION-ASSISTANT", true},
	xMSSpouse:                {"X-MS-SPOUSE", true},
	xMSManager:               {"X-MS-MANAGER", true},
	xMSAssistant:             {"X-MS-ASSISTANT", true},
	xMSChild:                 {"X-MS-CHILD", true},
	xKAddressbookSpouse:      {"X-KADDRESSBOOK-X-SPOUSESNAME", true},
	xKAddressbookManager:     {"X-KADDRESSBOOK-X-MANAGERSNAME", true},
	xKAddressbookAssistant:   {"X-KADDRESSBOOK-X-ASSISTANTSNAME", true},
	xPlainSpouse:             {"X-SPOUSE", true},
	xPlainManager:            {"X-MANAGER", true},
	xPlainAssistant:          {"X-ASSISTANT", true},
	xEvolutionList:           {"X-EVOLUTION-LIST", false},
	xAIM:                     {"X-AIM", true},
	xICQ:                     {"X-ICQ", true},
	xJabber:                  {"X-JABBER", true},
	xMSN:                     {"X-MSN", true},
	xYahoo:                   {"X-YAHOO", true},
	xSkype:                   {"X-SKYPE", true},
	xSkypeUsername:           {"X-SKYPE-USERNAME", true},
	xGoogleTalk:              {"X-GOOGLE-TALK", true},
	xGtalk:                   {"X-GTALK", true},
	xQQ:                      {"X-QQ", true},
	xGadugadu:                {"X-GADUGADU", true},
	xMSIMAddress:             {"X-MS-IMADDRESS", true},
	xTwitter:                 {"X-TWITTER", true},
}

// byLength holds the known properties under the length of their names.
var byLength = indexByLength()

func indexByLength() [32][]property {
	var index [32][]property
	for p := begin; int(p) < len(knowledge); p++ {
		size := len(knowledge[p].name)
		index[size] = append(index[size], p)
	}
	return index
}

// propertyOf returns the property of a name in any case.
func propertyOf(name []byte) property {
	if len(name) >= len(byLength) {
		return other
	}
	for _, p := range byLength[len(name)] {
		if equalFold(name, knowledge[p].name) {
			return p
		}
	}
	return other
}

// equalFold reports whether b is upper, an upper-case ASCII word, in any case.
func equalFold(b []byte, upper string) bool {
	if len(b) != len(upper) {
		return false
	}
	for i := range len(b) {
		c := b[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		if c != upper[i] {
			return false
		}
	}
	return true
}

// hasPrefixFold reports whether b starts with upper, an upper-case ASCII word, in any case.
func hasPrefixFold(b []byte, upper string) bool {
	return len(b) >= len(upper) && equalFold(b[:len(upper)], upper)
}
