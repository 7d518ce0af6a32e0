package table

import (
	"strings"

	"kaffeerunde/backend/vcard"
)

// kindWords are what programs write beside a value to say of what kind it is, as TYPE of a vCard.
var kindWords = map[string][]string{
	"home": {"HOME"}, "privat": {"HOME"}, "private": {"HOME"}, "personal": {"HOME"}, "zuhause": {"HOME"},
	"work": {"WORK"}, "geschaeftlich": {"WORK"}, "dienstlich": {"WORK"}, "arbeit": {"WORK"}, "business": {"WORK"}, "beruflich": {"WORK"},
	"mobile": {"CELL"}, "mobil": {"CELL"}, "cell": {"CELL"}, "handy": {"CELL"},
	"fax": {"FAX"}, "main": {"MAIN"}, "zentrale": {"MAIN"}, "pager": {"PAGER"}, "car": {"CAR"}, "auto": {"CAR"}, "other": nil, "sonstige": nil, "andere": nil,
}

// typeParams are the types of columns as TYPE of a vCard.
var typeParams = map[Type][]string{
	TypeHome: {"HOME"}, TypeWork: {"WORK"}, TypeCell: {"CELL"}, TypeFax: {"FAX"}, TypeHomeFax: {"HOME", "FAX"},
	TypeWorkFax: {"WORK", "FAX"}, TypeMain: {"MAIN"}, TypePager: {"PAGER"}, TypeCar: {"CAR"}, TypeOther: {"OTHER"},
}

// spelled is how a label writes a type that no vCard has.
var spelled = map[Type]string{"linkedin": "LinkedIn", "assistant": "Assistant"}

// kind returns the types of a value and, where no type fits, its label. Google marks the preferred value with an asterisk.
func kind(t Type, word string) (types []string, label string) {
	if t != TypeNone {
		return typeParams[t], spelled[t]
	}
	word, preferred := strings.CutPrefix(strings.TrimSpace(word), "*")
	word = strings.TrimSpace(word)
	types, known := typesSaid(word)
	if preferred {
		types = append(types, "PREF")
	}
	if known || word == "" {
		return types, ""
	}
	return types, word
}

// typesSaid returns the types that a word or several say: "Mobile", "Arbeit, Fax". known is false when one of them is no type.
func typesSaid(words string) (types []string, known bool) {
	for part := range strings.FieldsSeq(plainHeader(words)) {
		said, ok := kindWords[part]
		if !ok {
			return nil, false
		}
		types = append(types, said...)
	}
	return types, words != ""
}

func typeParam(types []string) []vcard.Param {
	if len(types) == 0 {
		return nil
	}
	return []vcard.Param{{Name: "TYPE", Values: types}}
}
