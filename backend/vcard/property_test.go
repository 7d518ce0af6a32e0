package vcard_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

// invented returns a card of a version with lines in any order, some of them folded, grouped, labelled or unknown.
func invented(t *testing.T, r *rand.Rand, version string) *vcard.Card {
	t.Helper()
	words := []string{"Jörg", "von der Aue", "東京", "a;b", "c,d", `e\f`, "g:h", "\"i\"", "=3D", "x^n", " ", "BEGIN:VCARD", "🎻🎻"}
	text := func() string {
		var s strings.Builder
		for range 1 + r.IntN(9) {
			s.WriteString(words[r.IntN(len(words))])
		}
		return s.String()
	}
	c := vcard.New(map[string]vcard.Version{"2.1": vcard.V21, "3.0": vcard.V30, "4.0": vcard.V40}[version])
	add := []func(){
		func() { c.Put("N", vcard.Components("Keller", text(), "", "", "")) },
		func() { c.Add("TEL", vcard.Text(fmt.Sprint(r.IntN(1e9))), "cell") },
		func() { c.SetLabel(c.Add("TEL", vcard.Text(fmt.Sprint(r.IntN(1e9))), "home"), text()) },
		func() { c.SetLabel(c.Add("EMAIL", vcard.Text("a@b.example")), text()) },
		func() { c.Add("NOTE", vcard.Text(text())) },
		func() { c.Add("X-KEPT-"+fmt.Sprint(r.IntN(9)), vcard.Text(strings.ReplaceAll(text(), `\`, "/"))) },
		func() { c.SetLabel(c.Add("X-LABELLED", vcard.Text("kept")), text()) },
		func() { c.Add("CATEGORIES", vcard.List("Chor", text())) },
	}
	add[1]()
	for range 4 + r.IntN(12) {
		add[r.IntN(len(add))]()
	}
	raw := string(c.Raw)
	if r.IntN(2) == 0 {
		raw = strings.ReplaceAll(raw, "\r\n", "\n")
	}
	c, err := vcard.Parse([]byte(raw), vcard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// eachInvented runs check on many invented cards of each version. A failure says by which seed it comes back.
func eachInvented(t *testing.T, check func(t *testing.T, r *rand.Rand, c *vcard.Card)) {
	for _, version := range []string{"2.1", "3.0", "4.0"} {
		for seed := range uint64(60) {
			r := rand.New(rand.NewPCG(seed, 1))
			c := invented(t, r, version)
			t.Run(fmt.Sprintf("%s/seed %d", version, seed), func(t *testing.T) { check(t, r, c) })
		}
	}
}

// unknowns returns what the lines say that the package does not know, with their labels.
func unknowns(c *vcard.Card) []string {
	labels := map[string]string{}
	for i := range c.Lines {
		if l := &c.Lines[i]; l.Is("X-ABLabel") {
			labels[l.Group()] = l.Text()
		}
	}
	var all []string
	for i := range c.Lines {
		if l := &c.Lines[i]; strings.HasPrefix(l.Name(), "X-") && !l.Is("X-ABLabel") {
			all = append(all, fmt.Sprintf("%s %q label %q", l.Name(), l.Text(), labels[l.Group()]))
		}
	}
	return all
}

func TestAnyCardCanBeEdited(t *testing.T) {
	t.Run("changing a number touches its line and no other", func(t *testing.T) {
		eachInvented(t, func(t *testing.T, r *rand.Rand, c *vcard.Card) {
			phones := c.Phones()
			phone := phones[r.IntN(len(phones))]
			before := sources(c)
			c.Set(phone.Index, vcard.Text("0172"))
			after := sources(c)
			if len(after) != len(before) {
				t.Fatalf("%d lines, want %d", len(after), len(before))
			}
			for i := range after {
				if changed := i == phone.Index; !changed && after[i] != before[i] {
					t.Errorf("line %d became %q, was %q", i, after[i], before[i])
				}
			}
			got := c.Phones()[slices.IndexFunc(phones, func(v vcard.Value) bool { return v.Index == phone.Index })]
			if phone.Value = "0172"; fmt.Sprint(got) != fmt.Sprint(phone) {
				t.Errorf("the number is %+v, want %+v", got, phone)
			}
		})
	})
	t.Run("a label goes with its value and with no other", func(t *testing.T) {
		eachInvented(t, func(t *testing.T, r *rand.Rand, c *vcard.Card) {
			phones := c.Phones()
			gone := r.IntN(len(phones))
			emails := fmt.Sprint(withoutIndex(c.Emails()))
			c.Remove(phones[gone].Index)
			want := fmt.Sprint(withoutIndex(slices.Delete(slices.Clone(phones), gone, gone+1)))
			if got := fmt.Sprint(withoutIndex(c.Phones())); got != want {
				t.Errorf("numbers %s, want %s", got, want)
			}
			if got := fmt.Sprint(withoutIndex(c.Emails())); got != emails {
				t.Errorf("addresses %s, want %s", got, emails)
			}
		})
	})
	t.Run("a derived name is never written", func(t *testing.T) {
		eachInvented(t, func(t *testing.T, r *rand.Rand, c *vcard.Card) {
			editAnyhow(r, c)
			if len(c.FNs()) > 0 {
				t.Errorf("FN %q in %q", c.FNs(), c.Raw)
			}
			for _, to := range []vcard.Version{vcard.V21, vcard.V30, vcard.V40} {
				if d, _ := c.Convert(to); len(d.FNs()) > 0 {
					t.Errorf("FN %q in %q", d.FNs(), d.Raw)
				}
			}
		})
	})
	t.Run("what nobody knows survives edits, another card's lines and other versions", func(t *testing.T) {
		eachInvented(t, func(t *testing.T, r *rand.Rand, c *vcard.Card) {
			want := unknowns(c)
			editAnyhow(r, c)
			for _, l := range invented(t, r, "3.0").Lines {
				if l.Is("NOTE") || l.Is("TEL") {
					c.Add(l.Name(), vcard.Text(l.Text()), l.Types()...)
				}
			}
			if got := unknowns(c); !slices.Equal(got, want) {
				t.Errorf("after edits %q, want %q", got, want)
			}
			for _, to := range []vcard.Version{vcard.V30, vcard.V40, vcard.V21, vcard.V30} {
				c, _ = c.Convert(to)
				if got := unknowns(c); !slices.Equal(got, want) {
					t.Errorf("as %s %q, want %q in %q", to, got, want, c.Raw)
				}
			}
		})
	})
}

// editAnyhow makes some edits that leave unknown lines and names alone.
func editAnyhow(r *rand.Rand, c *vcard.Card) {
	for range 5 {
		switch phones := c.Phones(); r.IntN(5) {
		case 0:
			c.Put("NOTE", vcard.Text("neu; alt, \\ und\nzwei"))
		case 1:
			c.PutItems("CATEGORIES", []string{"Boot", "a;b"})
		case 2:
			c.SetTypes(phones[0].Index, "work", "fax")
		case 3:
			c.SetLabel(phones[0].Index, "Boot")
		case 4:
			c.Set(phones[0].Index, vcard.Text("0173"))
		}
	}
}

// withoutIndex returns values that do not say where they stand.
func withoutIndex(values []vcard.Value) []vcard.Value {
	values = slices.Clone(values)
	for i := range values {
		values[i].Index = 0
	}
	return values
}
