package coffee

// Evening is an event that is over: how many names were on the list, and how many of them came.
type Evening struct {
	Names, Came int
}

// Turnout is how many of the names on a list will come, between Low and High: "coffee.turnout.<Source>" in the catalogue, with {n},
// {low} and {high}.
type Turnout struct {
	Names, Low, High int
	Source           Source
}

// Source is where a turnout is known from.
type Source string

// The sources.
const (
	// Own events say it, where there were three of ten names or more.
	Own Source = "own"
	// Told is the experience that this program grew from: of 200 names a good third did not come (Kerstin Boll, "Absichtslos
	// Kaffeetrinken", Open Space Stammtisch Hamburg, 2013).
	Told Source = "told"
)

const (
	leastEvenings = 3
	leastNames    = 10
	// A third stays away, give or take.
	toldLow, toldHigh = 65, 75
)

// Expect says how many of so many names will come, from one's own evenings where there are enough to tell.
func Expect(names int, past []Evening) Turnout {
	low, high, counted := 100, 0, 0
	for _, e := range past {
		if e.Names < leastNames || e.Came < 0 || e.Came > e.Names {
			continue
		}
		counted++
		share := 100 * e.Came / e.Names
		low, high = min(low, share), max(high, share)
	}
	t := Turnout{Names: names, Source: Own}
	if counted < leastEvenings {
		low, high, t.Source = toldLow, toldHigh, Told
	}
	step := 1
	switch {
	case names >= 100:
		step = 10
	case names >= 20:
		step = 5
	}
	t.Low = min(names*low/100/step*step, names)
	t.High = min((names*high/100+step-1)/step*step, names)
	return t
}
