package match

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestGuests(t *testing.T) {
	register := NewRegister(0)
	for _, s := range []someone{
		{family: "Roth", given: "Jana", email: "jana@mail.example", phone: "030 23125001", organisation: "Uni Köln"}, // 0
		{family: "Roth", given: "Timo", email: "familie@mail.example"},                                               // 1
		{family: "Roth", given: "Inge", email: "familie@mail.example"},                                               // 2
		{family: "Beck", given: "Otto", organisation: "Stadtwerke"},                                                  // 3
		{family: "Beck", given: "Otto"},                                                                              // 4
		{family: "Müller", given: "Anna", organisation: "Werk GmbH"},                                                 // 5
		{family: "Müller", given: "Anna", organisation: "Chor"},                                                      // 6
		{display: "Karl Ohlendorf jun.", organisation: "Hof"},                                                        // 7
		{display: "Café Zwischenzeit", company: true, phone: "030 23125000"},                                         // 8
		{display: "林书雅"},                          // 9
		{family: "Hagedorn", given: "Lieselotte"}, // 10
	} {
		register.Add(s.profile("DE"))
	}
	for _, c := range []struct {
		claim string
		guest Guest
		want  string
	}{
		{"the same mail address", Guest{Name: Spelled{Display: "J. Roth"}, Reach: reach(t, "jana@mail.example")}, "0 sure same-email name-initial"},
		{"the same mail address, and no name", Guest{Reach: reach(t, "jana@mail.example")}, "0 sure same-email"},
		{"an address of two, and the name of one", Guest{Name: Spelled{Display: "Timo Roth"}, Reach: reach(t, "familie@mail.example")}, "1 sure same-email same-name, 2 ask same-email-other-name"},
		{"an address of two, and no name", Guest{Reach: reach(t, "familie@mail.example")}, "1 ask same-email, 2 ask same-email"},
		{"another name at the address", Guest{Name: Spelled{Display: "Nur Demir"}, Reach: reach(t, "jana@mail.example")}, "0 ask same-email-other-name"},
		{"name and organisation", Guest{Name: Spelled{Display: "Roth, Jana"}, Organisation: "Uni Koeln"}, "0 sure name-and-organisation"},
		{"an initial at the organisation", Guest{Name: Spelled{Display: "J. Roth"}, Organisation: "Uni Köln"}, "0 ask name-initial same-organisation"},
		{"the name alone", Guest{Name: Spelled{Display: "Jana Roth"}, Organisation: "Uni Bonn"}, "0 ask same-name"},
		{"two of one name, at the organisation of one", Guest{Name: Spelled{Display: "Anna Müller"}, Organisation: "Werk"}, "5 sure name-and-organisation, 6 ask same-name"},
		{"two of one name, of whom one may be anywhere", Guest{Name: Spelled{Display: "Otto Beck"}, Organisation: "Stadtwerke"}, "3 ask name-and-organisation, 4 ask same-name"},
		{"father and son", Guest{Name: Spelled{Display: "Karl Ohlendorf"}, Suffix: "sen.", Organisation: "Hof"}, ""},
		{"perhaps the father, perhaps the son", Guest{Name: Spelled{Display: "Karl Ohlendorf"}, Organisation: "Hof"}, "7 ask name-and-organisation"},
		{"a name before a wedding", Guest{Name: Spelled{Display: "Jana Weber", Family: "Weber", Given: "Jana"}, Before: "Roth"}, "0 ask name-before"},
		{"a name as it sounds", Guest{Name: Spelled{Display: "Shuya Lin"}}, "9 ask name-spelling"},
		{"half a name that only one has", Guest{Name: Spelled{Family: "Hagedorn"}}, "10 ask name-part"},
		{"half a name that several have", Guest{Name: Spelled{Family: "Roth"}}, ""},
		{"who rings from a café", Guest{Name: Spelled{Display: "Nur Demir"}, Reach: []Key{phoneOf("030 23125000")}}, ""},
		{"a stranger", Guest{Name: Spelled{Display: "Nur Demir"}, Organisation: "Uni Köln"}, ""},
		{"nobody", Guest{}, ""},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := ""
			for _, m := range register.Find(c.guest) {
				if got != "" {
					got += ", "
				}
				got += fmt.Sprint(m.Who, " ", m.Certainty)
				for _, common := range m.Common {
					got += " " + string(common.Reason)
				}
			}
			if got != c.want {
				t.Errorf("%+v: %q, want %q", c.guest, got, c.want)
			}
		})
	}
}

func reach(t *testing.T, mail string) []Key {
	t.Helper()
	k, ok := Email(mail)
	if !ok {
		t.Fatalf("%q is no mail address", mail)
	}
	return []Key{k}
}

func phoneOf(number string) Key {
	k, _ := Phone(number, E164(number, "DE"))
	return k
}

// crowdOf makes people of invented names, as frequent as names are: few families have many, many have few.
func crowdOf(n int, seed uint64) []someone {
	random := rand.New(rand.NewPCG(seed, 1))
	syllables := []string{"ber", "hof", "man", "lin", "dor", "ken", "wal", "ter", "sen", "rich", "gar", "mei", "stro", "vel", "zik", "tan"}
	word := func(of int) string {
		at := int(float64(of) * random.Float64() * random.Float64())
		return syllables[at%16] + syllables[at/16%16] + syllables[at/256%16]
	}
	all := make([]someone, n)
	for i := range all {
		all[i] = someone{family: word(4096), given: "A" + word(256), organisation: "Werk " + word(2048), email: fmt.Sprintf("%d@mail.example", random.IntN(4*n))}
	}
	return all
}

func BenchmarkGuests(b *testing.B) {
	people, guests := crowdOf(20_000, 1), crowdOf(5_000, 2)
	profiles := make([]Profile, len(people))
	for i, p := range people {
		profiles[i] = p.profile("DE")
	}
	for b.Loop() {
		register := NewRegister(len(profiles))
		for _, p := range profiles {
			register.Add(p)
		}
		for _, g := range guests {
			k, _ := Email(g.email)
			register.Find(Guest{Name: Spelled{Family: g.family, Given: g.given}, Organisation: g.organisation, Reach: []Key{k}})
		}
	}
}
