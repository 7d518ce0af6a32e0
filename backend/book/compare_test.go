package book

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

func parsed(t testing.TB, raw string) *vcard.Card {
	t.Helper()
	c, err := vcard.Parse([]byte(raw), vcard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// told says differences in a line each: "phone: 1 | 2".
func told(list []Difference) []string {
	all := []string{}
	for _, d := range list {
		side := func(values []DifferenceValue) string {
			var words []string
			for _, v := range values {
				words = append(words, v.Value)
			}
			return strings.Join(words, "+")
		}
		all = append(all, string(d.Field)+d.Property+": "+side(d.Mine)+" | "+side(d.Theirs))
	}
	return all
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ claim, mine, theirs string }{
		{"the format of a number", "TEL;TYPE=CELL:+49 (0)30 23125-001", "TEL;TYPE=CELL:03023125001"},
		{"types that say nothing", "TEL;TYPE=CELL,VOICE,pref:030 23125001", "TEL;TYPE=CELL:030 23125001"},
		{"the case of a mail address", "EMAIL:Jana@Mail.example", "EMAIL;TYPE=INTERNET:jana@mail.example"},
		{"the order of lines", "TITLE:Chefin\r\nNOTE:singt", "NOTE:singt\r\nTITLE:Chefin"},
		{"escapes and folds", "NOTE:singt\\, mag\r\n  Suppe", "NOTE:singt\\, mag Suppe"},
		{"empty components at the end", "ADR:;;Ring 1;Köln;;50667;", "ADR:;;Ring 1;Köln;;50667;;"},
		{"an empty line", "TITLE:\r\nNOTE:singt", "NOTE:singt"},
		{"how a day is written", "BDAY:1980-02-03", "BDAY:19800203"},
		{"a slash at the end of an address", "URL:https://Example.org/", "URL:https://example.org"},
		{"when and by what the card was written", "REV:2024-01-01T00:00:00Z\r\nPRODID:one", "REV:2025-01-01T00:00:00Z\r\nPRODID:two"},
		{"the case of a property", "tel:030 23125001", "TEL:030 23125001"},
		{"the group of a connection", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-SINCE:2019", "item7.RELATED:Ben\r\nitem7.X-KAFFEERUNDE-SINCE:2019"},
		{"what was put aside in a merge", "N:Roth;Jana\r\nX-KAFFEERUNDE-OTHER-N:Krüger;Jana", "N:Krüger;Jana\r\nN:Roth;Jana"},
		{"the name of a group", "item1.TEL:030 23125001\r\nitem1.X-ABLabel:Büro", "item7.TEL:030 23125001\r\nitem7.X-ABLabel:Büro"},
		{"how tags are spread over lines", "CATEGORIES:Chor,Kochen", "CATEGORIES:Kochen\r\nCATEGORIES:Chor"},
	} {
		t.Run(c.claim+" is no difference", func(t *testing.T) {
			if got := told(compare(parsed(t, card("FN:Jana Roth", c.mine)), parsed(t, card("FN:Jana Roth", c.theirs)), "DE").differences); len(got) > 0 {
				t.Errorf("differences = %q, want none", got)
			}
		})
	}
	for _, c := range []struct {
		claim, mine, theirs string
		want                []string
	}{
		{"another number of the same kind takes the place of one", "TEL;TYPE=CELL:1", "TEL;TYPE=CELL:2", []string{"phone: 1 | 2"}},
		{"a number of another kind comes beside", "TEL;TYPE=CELL:1", "TEL;TYPE=WORK:2", []string{"phone: 1 | ", "phone:  | 2"}},
		{"a number can change its kind", "TEL;TYPE=HOME:1", "TEL;TYPE=WORK:1", []string{"phone: 1 | 1"}},
		{"what only one says is a difference", "TITLE:Chefin", "ROLE:Stimme", []string{"title: Chefin | ", "role:  | Stimme"}},
		{"tags are told apart by who says them", "CATEGORIES:A,B", "CATEGORIES:B,C", []string{"tags: A | ", "tags:  | C"}},
		{"a name is one thing", "N:Roth;Jana", "N:Krüger;Jana;;Dr.", []string{"name: Roth, Jana | Krüger, Jana, Dr."}},
		{"a property that nobody knows goes by its name", "X-SHOE:38", "X-SHOE:39", []string{"propertyX-SHOE: 38 | 39"}},
		{"a connection is one thing with what stands beside it", "item1.RELATED;TYPE=friend:Ben\r\nitem1.X-KAFFEERUNDE-SINCE:2019\r\nitem1.X-KAFFEERUNDE-NOTE:singt mit",
			"item7.RELATED;TYPE=friend:Ben\r\nitem7.X-KAFFEERUNDE-SINCE:2020", []string{"related: Ben\n2019\nsingt mit | Ben\n2020"}},
		{"a second name is a name", "N:Roth;Jana", "N:Roth;Jana\r\nN:Krüger;Jana", []string{"name:  | Krüger, Jana"}},
		{"several of one property are paired in their order", "NOTE:a\r\nNOTE:b", "NOTE:a\r\nNOTE:c", []string{"note: b | c"}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := told(compare(parsed(t, card("FN:Jana Roth", c.mine)), parsed(t, card("FN:Jana Roth", c.theirs)), "DE").differences)
			if !slices.Equal(got, c.want) {
				t.Errorf("differences of %q and %q = %q, want %q", c.mine, c.theirs, got, c.want)
			}
		})
	}
	t.Run("a name that changes shows how it is called, not its parts as well", func(t *testing.T) {
		mine, theirs := card("FN:Jana Roth", "N:Roth;Jana;;;"), card("FN:Jana Krüger", "N:Krüger;Jana;;;")
		if got := told(compare(parsed(t, mine), parsed(t, theirs), "DE").differences); !slices.Equal(got, []string{"name: Jana Roth | Jana Krüger"}) {
			t.Errorf("differences = %q, want the two names", got)
		}
	})
	t.Run("a card of 2.1 is compared with one of 4.0", func(t *testing.T) {
		old := "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:R=C3=B6mer;Jana\r\nTEL;CELL;VOICE:0171 3920001\r\nEND:VCARD\r\n"
		is := "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Römer;Jana;;;\r\nTEL;TYPE=cell;VALUE=uri:tel:+491713920001\r\nEND:VCARD\r\n"
		for _, pair := range [][2]string{{old, is}, {is, old}} {
			if got := told(compare(parsed(t, pair[0]), parsed(t, pair[1]), "DE").differences); len(got) > 0 {
				t.Errorf("differences of %q = %q, want none", pair, got)
			}
		}
	})
}

func TestMergeByChoice(t *testing.T) {
	mine := card("UID:jana", "N:Roth;Jana;;;", "FN:Jana Roth", "item1.TEL:1", "item1.X-ABLabel:Büro", "TEL;TYPE=CELL:2", "X-OWN:mine", "CATEGORIES:Chor,Alt")
	theirs := card("UID:jana", "N:Krüger;Jana;;;", "FN:Jana Krüger", "item1.TEL:9", "item1.X-ABLabel:Büro", "TEL;TYPE=CELL:3", "NOTE:neu", "CATEGORIES:Chor,Neu")
	for _, c := range []struct {
		claim   string
		choices chosen
		want    string
	}{
		{
			"keeping mine leaves the card as it is", chosen{all: ChoiceMine}, mine,
		},
		{
			"taking theirs keeps what only mine has, and each line in its place", chosen{all: ChoiceTheirs},
			card("UID:jana", "N:Krüger;Jana;;;", "FN:Jana Krüger", "item2.TEL:9", "TEL;TYPE=CELL:3", "X-OWN:mine", `CATEGORIES:Chor,Alt,Neu`,
				"item2.X-ABLabel:Büro", "NOTE:neu"),
		},
		{
			"both loses nothing", chosen{all: ChoiceBoth},
			card("UID:jana", "N:Roth;Jana;;;", "FN:Jana Roth", "item1.TEL:1", "item1.X-ABLabel:Büro", "TEL;TYPE=CELL:2", "X-OWN:mine",
				`CATEGORIES:Chor,Alt,Neu`, "X-KAFFEERUNDE-OTHER-N:Krüger;Jana;;;", "X-KAFFEERUNDE-OTHER-FN:Jana Krüger",
				"item2.TEL:9", "item2.X-ABLabel:Büro", "TEL;TYPE=CELL:3", "NOTE:neu"),
		},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := parsed(t, mine)
			if _, err := merge(compare(got, parsed(t, theirs), "DE"), c.choices); err != nil {
				t.Fatal(err)
			}
			if string(got.Raw) != c.want {
				t.Errorf("card = %s, want %s", got.Raw, c.want)
			}
		})
	}
	t.Run("theirs of what only mine has takes it away, with its label", func(t *testing.T) {
		got := parsed(t, card("FN:Jana Roth", "item1.TEL:1", "item1.X-ABLabel:Büro", "CATEGORIES:Chor,Alt"))
		c := compare(got, parsed(t, card("FN:Jana Roth", "CATEGORIES:Chor")), "DE")
		choices := chosen{each: map[string]Choice{}}
		for _, d := range c.differences {
			choices.each[d.key] = ChoiceTheirs
		}
		if _, err := merge(c, choices); err != nil {
			t.Fatal(err)
		}
		if want := card("FN:Jana Roth", "CATEGORIES:Chor"); string(got.Raw) != want {
			t.Errorf("card = %s, want %s", got.Raw, want)
		}
	})
	t.Run("a name that the card does not have takes the place of the empty line", func(t *testing.T) {
		got := parsed(t, card("N:;;;;", "FN:Jana Roth"))
		if _, err := merge(compare(got, parsed(t, card("N:Roth;Jana;;;", "FN:Jana Roth")), "DE"), chosen{}); err != nil {
			t.Fatal(err)
		}
		if want := card("N:Roth;Jana;;;", "FN:Jana Roth"); string(got.Raw) != want {
			t.Errorf("card = %s, want %s", got.Raw, want)
		}
	})
	for _, c := range []struct {
		claim, mine, theirs string
		choices             chosen
		want                []string
	}{
		{"of a connection the fuller wins", "item1.RELATED:Ben", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-HOW:Chor", chosen{},
			[]string{"item2.RELATED:Ben", "item2.X-KAFFEERUNDE-HOW:Chor"}},
		{"a connection that says no more changes nothing", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-HOW:Chor", "RELATED:Ben", chosen{},
			[]string{"item1.RELATED:Ben", "item1.X-KAFFEERUNDE-HOW:Chor"}},
		{"two notes of a connection both stay", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-NOTE:a", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-NOTE:b", chosen{},
			[]string{"item1.RELATED:Ben", "item1.X-KAFFEERUNDE-NOTE:a", "item2.RELATED:Ben", "item2.X-KAFFEERUNDE-NOTE:b"}},
		{"a connection is replaced with what stands beside it", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-NOTE:a", "item1.RELATED:Ben\r\nitem1.X-KAFFEERUNDE-NOTE:b",
			chosen{all: ChoiceTheirs}, []string{"item2.RELATED:Ben", "item2.X-KAFFEERUNDE-NOTE:b"}},
		{"a second name is kept beside the first", "N:Roth;Jana", "N:Krüger;Jana\r\nN:Roth;Jana", chosen{},
			[]string{"N:Roth;Jana", "X-KAFFEERUNDE-OTHER-N:Krüger;Jana"}},
		{"what was put aside elsewhere stays aside", "N:Roth;Jana", "N:Roth;Jana\r\nX-KAFFEERUNDE-OTHER-N:Krüger;Jana", chosen{all: ChoiceBoth},
			[]string{"N:Roth;Jana", "X-KAFFEERUNDE-OTHER-N:Krüger;Jana"}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := parsed(t, card("FN:Jana Roth", c.mine))
			if _, err := merge(compare(got, parsed(t, card("FN:Jana Roth", c.theirs)), "DE"), c.choices); err != nil {
				t.Fatal(err)
			}
			if want := card(append([]string{"FN:Jana Roth"}, c.want...)...); string(got.Raw) != want {
				t.Errorf("card = %s, want %s", got.Raw, want)
			}
		})
	}
	t.Run("a card with a line that is none is merged too", func(t *testing.T) {
		got := parsed(t, card("FN:Jana Roth", "TEL:1", "no line at all", "NOTE:alt"))
		c := compare(got, parsed(t, card("FN:Jana Roth", "TEL:2", "NOTE:neu")), "DE")
		if _, err := merge(c, chosen{all: ChoiceTheirs}); err != nil {
			t.Fatal(err)
		}
		if left := told(compare(got, parsed(t, card("FN:Jana Roth", "TEL:2", "NOTE:neu")), "DE").differences); len(left) > 1 {
			t.Errorf("card = %s, still different: %q", got.Raw, left)
		}
	})
}

// anyCard makes a card of lines that real ones have.
func anyCard(r *rand.Rand) string {
	lines := []string{
		[]string{"N:Roth;Jana;;;", "N:Krüger;Jana;;;"}[r.IntN(2)], "FN:Jana Roth", "FN:J. Roth", "TEL;TYPE=CELL:0171 3920001", "TEL;TYPE=CELL:0171 3920002",
		"TEL;TYPE=WORK:0171 3920001", "item1.TEL:030 23125001\r\nitem1.X-ABLabel:Büro", "item1.EMAIL:j@mail.example\r\nitem1.X-ABLabel:Chor",
		"EMAIL;TYPE=HOME:jana@mail.example", "ADR;TYPE=HOME:;;Ring 1;Köln;;50667;", "ORG:Werkstatt;Chor", "ORG:Werkstatt", "NOTE:singt\\, kocht",
		"NOTE:mag Suppe", "BDAY:1980-02-03", "BDAY:--02-03", "CATEGORIES:Chor,Kochen", "CATEGORIES:Kochen", "NICKNAME:Janni", "X-OWN:a;b",
		"X-OWN;X-P=1:c", "N:Zweitname;Jana;;;", "item4.RELATED:Ben\r\nitem4.X-KAFFEERUNDE-SINCE:2019",
		"item5.RELATED;TYPE=friend:Ben\r\nitem5.X-KAFFEERUNDE-NOTE:singt", "X-KAFFEERUNDE-OTHER-TITLE:Chefin", "X-KAFFEERUNDE-OTHER-N:Alt;Jana;;;", "URL:https://jana.example/", "PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgoAAAAB", "KIND:individual", "TITLE:",
	}
	r.Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
	return card(lines[:r.IntN(len(lines))]...)
}

func TestMergeHolds(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		mine, theirs := anyCard(r), anyCard(r)
		here := statementsOf(parsed(t, mine), "DE")
		there := statementsOf(parsed(t, theirs), "DE")
		holds := func(c *vcard.Card, all []statement) error {
			said := statementsOf(c, "DE")
			for _, s := range all {
				if !slices.ContainsFunc(said, func(o statement) bool { return o.says(&s) }) {
					return fmt.Errorf("%s %q is lost", s.property, s.meaning)
				}
			}
			return nil
		}
		fail := func(claim string, got *vcard.Card, why any) {
			t.Errorf("seed %d: %s: %v\nmine %s\ntheirs %s\ngot %s", seed, claim, why, mine, theirs, got.Raw)
		}
		both := parsed(t, mine)
		if _, err := merge(compare(both, parsed(t, theirs), "DE"), chosen{}); err != nil {
			fail("merges", both, err)
		}
		for _, all := range [][]statement{here, there} {
			if err := holds(both, all); err != nil {
				fail("loses nothing", both, err)
			}
		}
		if changed, err := merge(compare(both, parsed(t, theirs), "DE"), chosen{}); changed || err != nil {
			fail("merging again changes nothing", both, err)
		}
		updated := parsed(t, mine)
		if _, err := merge(compare(updated, parsed(t, theirs), "DE"), chosen{all: ChoiceTheirs}); err != nil {
			fail("updates", updated, err)
		}
		if err := holds(updated, there); err != nil {
			fail("an update says all that the file says", updated, err)
		}
		if changed, err := merge(compare(updated, parsed(t, theirs), "DE"), chosen{all: ChoiceTheirs}); changed || err != nil {
			fail("updating again changes nothing", updated, err)
		}
		kept := parsed(t, mine)
		if changed, err := merge(compare(kept, parsed(t, theirs), "DE"), chosen{all: ChoiceMine}); changed || err != nil || string(kept.Raw) != mine {
			fail("keeping mine changes nothing", kept, err)
		}
	}
}
