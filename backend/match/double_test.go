package match_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
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
