package book

import (
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// TestQuestionsToThreeThousand asks a generated book and holds the answers against what the lines of its file say, read without
// the program.
func TestQuestionsToThreeThousand(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("generates a book of 3,000")
	}
	text, err := exec.CommandContext(t.Context(), "go", "run", "kaffeerunde/backend/bench/gen", "--n", "3000", "--network").Output()
	if err != nil {
		t.Fatal(err)
	}
	b := newBook(t)
	imported(t, b, ImportOptions{}, string(text))
	knows, tagged := map[string]map[string]bool{}, map[string]bool{}
	for _, one := range strings.Split(strings.ReplaceAll(string(text), "\r\n ", ""), "BEGIN:VCARD")[1:] {
		var uid string
		var related []string
		worn := false
		for _, line := range strings.Split(one, "\r\n") {
			switch {
			case strings.HasPrefix(line, "UID:"):
				uid = strings.TrimPrefix(line[len("UID:"):], "urn:uuid:")
			case strings.HasPrefix(line, "RELATED"):
				related = append(related, line[strings.Index(line, "urn:uuid:")+len("urn:uuid:"):])
			case strings.HasPrefix(line, "CATEGORIES:"):
				worn = true
			}
		}
		tagged[uid] = worn
		for _, other := range related {
			for _, pair := range [...][2]string{{uid, other}, {other, uid}} {
				if knows[pair[0]] == nil {
					knows[pair[0]] = map[string]bool{}
				}
				knows[pair[0]][pair[1]] = true
			}
		}
	}
	id := map[string]contact.ID{}
	uid := map[contact.ID]string{}
	for u := range tagged {
		p, err := b.FindPerson(t.Context(), "urn:uuid:"+u)
		if err != nil {
			if p, err = b.FindPerson(t.Context(), u); err != nil {
				t.Fatal(err)
			}
		}
		id[u], uid[p.ID] = p.ID, u
	}

	alone, err := b.Alone(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for u, worn := range tagged {
		if !worn && len(knows[u]) == 0 {
			want++
		}
	}
	if len(alone) != want || want == 0 {
		t.Errorf("%d people stand alone, want %d", len(alone), want)
	}

	all := slices.Sorted(maps.Keys(knows))
	for i := 0; i < 40; i++ {
		one := all[i*len(all)/40]
		for other := range knows[all[(i*7+1)*len(all)/300]] {
			answers, err := b.Shared(t.Context(), id[one], id[other])
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range answers {
				if u := uid[a.Person.ID]; !knows[one][u] || !knows[other][u] {
					t.Errorf("%s is told to be shared by two of whom one does not know them", a.Person.Name)
				}
			}
			both := 0
			for u := range knows[one] {
				if knows[other][u] {
					both++
				}
			}
			if len(answers) != both {
				t.Errorf("%d people are known to both, want %d", len(answers), both)
			}
			routes, err := b.Routes(t.Context(), id[one], id[other])
			if err != nil {
				t.Fatal(err)
			}
			if steps := stepsBetween(knows, one, other); len(routes) == 0 != (steps < 1 || steps > 3) || len(routes) > 0 && len(routes[0].Steps) != steps {
				t.Errorf("%d ways, the best %+v, want one of %d steps", len(routes), routes, steps)
			}
		}
	}
}

// stepsBetween is how many steps the shortest way has, 0 for nobody's way to themselves and -1 for none.
func stepsBetween(knows map[string]map[string]bool, from, to string) int {
	distance := map[string]int{from: 0}
	queue := []string{from}
	for head := 0; head < len(queue); head++ {
		if queue[head] == to {
			return distance[to]
		}
		for next := range knows[queue[head]] {
			if _, met := distance[next]; !met {
				distance[next] = distance[queue[head]] + 1
				queue = append(queue, next)
			}
		}
	}
	return -1
}
