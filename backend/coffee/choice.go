package coffee

import (
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"kaffeerunde/backend/contact"
)

// Most is how many guests are suggested, and after how many coffees an evening has enough: "coffee.enough" in the catalogue.
const Most = contact.MaxCoffees

// Choice is a guest, by their place in what was asked, with the reasons.
type Choice struct {
	Guest   int
	Reasons []Reason
}

// Choices are the guests of an event: the few who are suggested, and all others by the alphabet. Without a suggestion there is nothing
// obvious in common with anybody: "coffee.nothing" in the catalogue.
type Choices struct {
	Suggested, Others []Choice
}

// Choose suggests guests. about are the topics of the event.
func Choose(me Me, guests []Guest, about []string) Choices {
	alphabet := collate.New(language.German)
	var buffer collate.Buffer
	keys := make([][]byte, len(guests))
	all := make([]Choice, len(guests))
	for i, g := range guests {
		keys[i] = alphabet.KeyFromString(&buffer, g.Name)
		all[i] = Choice{Guest: i, Reasons: Reasons(me, g, about)}
	}
	byName := func(a, b Choice) int {
		if order := slices.Compare(keys[a.Guest], keys[b.Guest]); order != 0 {
			return order
		}
		return a.Guest - b.Guest
	}
	slices.SortFunc(all, byName)
	worth := slices.DeleteFunc(slices.Clone(all), func(c Choice) bool { return !c.suggests() })
	slices.SortStableFunc(worth, func(a, b Choice) int { return compare(a.Reasons, b.Reasons) })
	chosen := Choices{Suggested: worth[:min(Most, len(worth))]}
	for _, c := range all {
		if !slices.ContainsFunc(chosen.Suggested, func(s Choice) bool { return s.Guest == c.Guest }) {
			chosen.Others = append(chosen.Others, c)
		}
	}
	return chosen
}

// suggests tells whether the reasons are more than being in the book.
func (c Choice) suggests() bool {
	return len(c.Reasons) > 0 && place(c.Reasons[0].Code) < place(KnownSince)
}

// compare puts the reasons first that give most to talk about; of two who begin alike, whoever has more to go on with.
func compare(a, b []Reason) int {
	for i := range min(len(a), len(b)) {
		if order := place(a[i].Code) - place(b[i].Code); order != 0 {
			return order
		}
	}
	return len(b) - len(a)
}
