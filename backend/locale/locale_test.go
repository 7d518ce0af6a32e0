package locale

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func catalogue(t *testing.T, lang string) map[string]string {
	t.Helper()
	all, err := Sentences(lang)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatalf("the catalogue of %q is empty", lang)
	}
	return all
}

func TestEverySentenceStandsInBothLanguages(t *testing.T) {
	en, de := catalogue(t, "en"), catalogue(t, "de")
	for key := range en {
		if _, ok := de[key]; !ok {
			t.Errorf("%q is not said in German", key)
		}
	}
	for key := range de {
		if _, ok := en[key]; !ok {
			t.Errorf("%q is not said in English", key)
		}
	}
}

func TestPlaceholdersAreTheSameInBothLanguages(t *testing.T) {
	de := catalogue(t, "de")
	for key, sentence := range catalogue(t, "en") {
		other, ok := de[key]
		if !ok {
			continue
		}
		got, want := placeholders(other), placeholders(sentence)
		if strings.HasSuffix(key, ".one") {
			// "One person" needs no {n}, so a singular may leave it out in either language.
			got, want = without(got, "{n}"), without(want, "{n}")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: German fills %v, English %v", key, got, want)
		}
	}
}

var brace = regexp.MustCompile(`\{[a-zA-Z]+\}`)

func placeholders(sentence string) []string {
	found := brace.FindAllString(sentence, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func without(list []string, name string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == name })
}

func TestPluralsComeInPairs(t *testing.T) {
	for _, lang := range Languages() {
		all := catalogue(t, lang)
		for key := range all {
			base, one := strings.CutSuffix(key, ".one")
			if _, ok := all[base+".other"]; one && !ok {
				t.Errorf("%s: %q has no %q", lang, key, base+".other")
			}
			base, other := strings.CutSuffix(key, ".other")
			if _, ok := all[base+".one"]; other && !ok {
				t.Errorf("%s: %q has no %q", lang, key, base+".one")
			}
		}
	}
}

// The program believes in no pressure: these words would make a duty out of people.
var pressing = regexp.MustCompile(`(?i)overdue|überfällig|streak|serie\b|\bscores?\b|punktzahl|\brank(ed|ing|s)?\b|rangliste|neglect|vernachlässig|\bmust contact|leistung|\bgoals?\b`)

func TestNoSentencePressesAnybody(t *testing.T) {
	for _, lang := range Languages() {
		for key, sentence := range catalogue(t, lang) {
			if word := pressing.FindString(sentence); word != "" {
				t.Errorf("%s: %q says %q: %s", lang, key, word, sentence)
			}
		}
	}
}

// evening are the screens on which guests stand beside each other.
var evening = []string{"coffee.", "evening.", "events.", "guests.", "guestlist.", "today.", "me.", "cli.coffee", "cli.guests", "cli.event", "cli.met", "operation.guest", "operation.coffee", "thread.", "encounter."}

// measuring is what would put people in an order or under an obligation: a share, a place, a number behind a name, a duty.
var measuring = regexp.MustCompile(`(?i)%|\b(percent|prozent|platz|rang|points?|punkte?)\b|#\{|\{name\} \(?\{n\}|\b(must|should|ought|missed|due|too late)\b|\b(musst|solltest|müsstest|fällig|verpasst|versäumt|zu spät)\b`)

func TestNoSentenceOfAnEveningMeasuresAnybody(t *testing.T) {
	for _, lang := range Languages() {
		for key, sentence := range catalogue(t, lang) {
			if !slices.ContainsFunc(evening, func(screen string) bool { return strings.HasPrefix(key, screen) }) {
				continue
			}
			if word := measuring.FindString(sentence); word != "" {
				t.Errorf("%s: %q says %q: %s", lang, key, word, sentence)
			}
		}
	}
}

func TestSentencesAreWrittenWithCare(t *testing.T) {
	for _, lang := range Languages() {
		for key, sentence := range catalogue(t, lang) {
			if strings.TrimSpace(sentence) != sentence || sentence == "" {
				t.Errorf("%s: %q is empty or has space around it: %q", lang, key, sentence)
			}
			if strings.Contains(sentence, "...") {
				t.Errorf("%s: %q writes three dots where an ellipsis belongs: %q", lang, key, sentence)
			}
			if lang == "de" && regexp.MustCompile(`\b(Sie|Ihre?[nmrs]?)\b`).MatchString(sentence) && !strings.Contains(key, ".quote") {
				t.Logf("de: %q may say Sie instead of du: %s", key, sentence)
			}
		}
	}
}

func TestLanguageIsFoundFromTheSystem(t *testing.T) {
	for name, want := range map[string]string{
		"de_DE.UTF-8": "de", "de": "de", "de-AT": "de", "DE_CH": "de",
		"C": "en", "": "en", "en_GB.UTF-8": "en", "fr_FR": "en", "del": "en",
	} {
		if got := For(name).Language(); got != want {
			t.Errorf("For(%q) = %q, want %q", name, got, want)
		}
	}
	got := FromEnvironment(func(name string) string { return map[string]string{"LANG": "en_US", "LC_ALL": "de_DE"}[name] })
	if got.Language() != "de" {
		t.Errorf("LC_ALL=de_DE LANG=en_US answers in %q, want de", got.Language())
	}
}

func TestRegion(t *testing.T) {
	for _, c := range []struct {
		claim string
		set   map[string]string
		want  string
	}{
		{"the country stands behind the language", map[string]string{"LANG": "en_US.UTF-8"}, "US"},
		{"Austria speaks German and dials its own", map[string]string{"LANG": "de_AT.UTF-8@euro"}, "AT"},
		{"what is set for telephones comes before the language", map[string]string{"LANG": "en_US.UTF-8", "LC_TELEPHONE": "de_DE.UTF-8"}, "DE"},
		{"LC_ALL comes before all", map[string]string{"LC_ALL": "fr_CH.UTF-8", "LC_TELEPHONE": "de_DE.UTF-8"}, "CH"},
		{"a language without a country names none", map[string]string{"LANG": "en"}, ""},
		{"C names none", map[string]string{"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, ""},
		{"nonsense names none", map[string]string{"LANG": "de_12345"}, ""},
		{"nothing names none", nil, ""},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := Region(func(name string) string { return c.set[name] }); got != c.want {
				t.Errorf("Region(%v) = %q, want %q", c.set, got, c.want)
			}
		})
	}
}

func TestSentencesAreFilled(t *testing.T) {
	l := newLocale("de")
	l.sentences = func() map[string]string {
		return map[string]string{"a.one": "ein Mensch bei {name}", "a.other": "{n} Menschen bei {name}", "b": "{braces} stay"}
	}
	for _, c := range []struct {
		key  string
		args []any
		want string
	}{
		{"a", []any{"n", 1, "name", "Chor"}, "ein Mensch bei Chor"},
		{"a", []any{"n", 2814, "name", "Chor"}, "2.814 Menschen bei Chor"},
		{"a", []any{"n", int64(0), "name", "{n}"}, "0 Menschen bei {n}"},
		{"b", nil, "{braces} stay"},
		{"nowhere", nil, "nowhere"},
	} {
		if got := l.T(c.key, c.args...); got != c.want {
			t.Errorf("T(%q, %v) = %q, want %q", c.key, c.args, got, c.want)
		}
	}
}
