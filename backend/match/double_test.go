package match_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"kaffeerunde/backend/match"
)

// somebodyOf makes somebody of a small town, in which many share a name, a number, a mail address, a street or an employer.
func somebodyOf(chance *rand.Rand) match.Profile {
	of := func(list ...string) string { return list[chance.IntN(len(list))] }
	p := match.Profile{Name: match.NameOf(match.Spelled{
		Family: of("Wellenkamp", "Wellenkmap", "Przybylski", "Przybilski", "Dombrowa", "Dombrowa jun.", "Weber", "Oyelaran"),
		Given:  of("Karoline", "Karolina", "Johannes", "Hans", "J.", "Thorvald", "Ingeborg", "Inge"),
	})}
	add := func(k match.Key, ok bool) {
		if ok {
			p.Keys = append(p.Keys, k)
		}
	}
	for range chance.IntN(3) {
		number := fmt.Sprintf("+49301000%03d", chance.IntN(150))
		add(match.Phone(number, match.E164(number, "DE")))
	}
	for range chance.IntN(2) {
		add(match.Email(fmt.Sprintf("m%d@mail.example", chance.IntN(150))))
	}
	if chance.IntN(3) == 0 {
		add(match.Address(fmt.Sprintf("Gartenweg %d", chance.IntN(60)), "Ulm"))
	}
	if chance.IntN(3) == 0 {
		add(match.Organisation(fmt.Sprintf("Verein %d", chance.IntN(30))))
	}
	if chance.IntN(3) == 0 {
		p.Born = match.DayOf(1950+chance.IntN(3), 1+chance.IntN(3), 1+chance.IntN(9))
	}
	return p
}

func neverApart(_, _ int64) bool { return false }

// TestDoublesFollowTheBook changes people and compares what is found with what a look at everyone finds.
func TestDoublesFollowTheBook(t *testing.T) {
	chance := rand.New(rand.NewPCG(6, 1))
	people := map[int64]match.Profile{}
	followed := match.NewDoubles(0)
	put := func(id int64) {
		people[id] = somebodyOf(chance)
		followed.Put(id, people[id].Pack(nil))
	}
	// Nobody lives in a block so large that only neighbours are compared.
	for id := range int64(90) {
		put(id)
	}
	followed.Groups(neverApart)
	for round := range 60 {
		for range 1 + chance.IntN(3) {
			id := chance.Int64N(100)
			if chance.IntN(3) > 0 {
				put(id)
				continue
			}
			delete(people, id)
			followed.Drop(id)
		}
		got := followed.Groups(neverApart)
		if want := match.LookAsBefore(followed); !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d: followed to\n%v\nwant\n%v", round, got, want)
		}
	}
}

// known is what a card says of somebody.
type known struct {
	family, given string
	phones, mails []string
	street        string
	born          match.Day
}

func (k known) profile() match.Profile {
	p := match.Profile{Name: match.NameOf(match.Spelled{Family: k.family, Given: k.given}), Born: k.born}
	for _, number := range k.phones {
		if key, ok := match.Phone(number, match.E164(number, "DE")); ok {
			p.Keys = append(p.Keys, key)
		}
	}
	for _, mail := range k.mails {
		if key, ok := match.Email(mail); ok {
			p.Keys = append(p.Keys, key)
		}
	}
	if key, ok := match.Address(k.street, "Ulm"); ok {
		p.Keys = append(p.Keys, key)
	}
	return p
}

func TestSureDoubles(t *testing.T) {
	home, mobile, street := "0731 1234567", "0171 7654321", "Gartenweg 3"
	karl := known{family: "Wellenkamp", given: "Karl", phones: []string{home}, street: street}
	for _, c := range []struct {
		name   string
		people []known
		sure   int // groups
	}{
		{"one name and a number that nobody else has are one", []known{{family: "Wellenkamp", given: "Karl", phones: []string{home, mobile}}, {family: "Wellenkamp", given: "Karl", phones: []string{home}}}, 1},
		{"two cards that say the same at one address are one", []known{karl, karl}, 1},
		{"of one name at one address with a number of the house and one more, they may be two", []known{karl, {family: "Wellenkamp", given: "Karl", phones: []string{mobile, home}, street: street}}, 0},
		{"so they may with a mail address that the other has not", []known{karl, {family: "Wellenkamp", given: "Karl", phones: []string{home}, mails: []string{"k@mail.example"}, street: street}}, 0},
		{"so they may with a birthday that the other has not", []known{karl, {family: "Wellenkamp", given: "Karl", phones: []string{home}, street: street, born: match.DayOf(1990, 5, 4)}}, 0},
		{"but not with one birthday", []known{
			{family: "Wellenkamp", given: "Karl", phones: []string{home}, street: street, born: match.DayOf(1990, 5, 4)},
			{family: "Wellenkamp", given: "Karl", phones: []string{home, mobile}, street: street, born: match.DayOf(1990, 5, 4)}}, 1},
		{"a junior may be another", []known{karl, {family: "Wellenkamp jun.", given: "Karl", phones: []string{home}, street: street}}, 0},
		{"each with a mail address of their own may be two", []known{
			{family: "Wellenkamp", given: "Karl", phones: []string{home}, mails: []string{"a@mail.example"}},
			{family: "Wellenkamp", given: "Karl", phones: []string{home}, mails: []string{"b@mail.example"}}}, 0},
		{"whose SIM card it was nobody knows where two of one name share the number", []known{
			karl, {family: "Wellenkamp", given: "Karl", phones: []string{mobile, home}, street: street}, {given: "Karl Wellenkamp", phones: []string{home}}}, 0},
		{"a number that a third has who is called otherwise is the house's", []known{
			{family: "Wellenkamp", given: "Karl", phones: []string{home}}, {family: "Wellenkamp", given: "Karl", phones: []string{home, mobile}},
			{family: "Wellenkamp", given: "Ingeborg", phones: []string{home}}}, 0},
		{"a name that a SIM card cut off is one", []known{{family: "Wellenkamp", given: "Karoline", phones: []string{mobile}}, {given: "Karoline Welle", phones: []string{mobile}}}, 1},
		{"a short name is not cut off", []known{{family: "Phillips", given: "Kimberly", phones: []string{home}}, {family: "Phillips", given: "Kim", phones: []string{home, mobile}}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := match.NewDoubles(len(c.people))
			for i, k := range c.people {
				d.Put(int64(i), k.profile().Pack(nil))
			}
			groups, sure := d.Groups(neverApart), 0
			for _, g := range groups {
				if g.Sure {
					sure++
				}
				if g.Sure && slices.ContainsFunc(g.Common, func(t match.Trait) bool { return t.Reason == match.Household }) {
					t.Errorf("%v is sure and may be two of one household", g)
				}
			}
			if sure != c.sure || len(groups) == 0 {
				t.Errorf("groups = %+v, want %d sure and somebody to decide about otherwise", groups, c.sure)
			}
		})
	}
}

func TestTwoOfOneHouseholdAreSaidToBeThat(t *testing.T) {
	d := match.NewDoubles(2)
	karl := known{family: "Wellenkamp", given: "Karl", phones: []string{"0731 1234567"}, street: "Gartenweg 3"}
	junior := karl
	junior.family = "Wellenkamp jun."
	d.Put(1, karl.profile().Pack(nil))
	d.Put(2, junior.profile().Pack(nil))
	groups := d.Groups(neverApart)
	if len(groups) != 1 || len(groups[0].Common) == 0 || groups[0].Common[len(groups[0].Common)-1].Reason != match.Household {
		t.Errorf("groups = %+v, want the household named last", groups)
	}
}
