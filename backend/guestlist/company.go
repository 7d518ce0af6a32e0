package guestlist

import (
	"regexp"
	"strings"
)

var (
	// companionIn finds "+1", "& partner" and "mit Begleitung" behind a name, before what separates it from the rest.
	companionIn = regexp.MustCompile(`(?i)\s*[(\[]?\s*(?:(\+\s?\d)|(?:\+|&|plus|und|and|mit|with|inkl\.?|incl\.?)\s+(?:(?:1|one|eins|ein|eine|einer|einem|a|his|her|their)\s+)?` +
		`(?:begleitung|begleiter(?:in)?|begleitperson|partner(?:in)?|guest|gast|gäste|companion|spouse|one|1))\s*[)\]]?\s*([,;|\t].*|\s[-–—]\s.*)?$`)
	linkIn   = regexp.MustCompile(`(?i)(?:https?://|www\.)[^\s<>",;|]+`)
	between  = regexp.MustCompile(`\s+(?:&|und|and|u\.)\s+`)
	unknowns = regexp.MustCompile(`(?i)^(?:t\.?\s?b\.?\s?[acdn]\.?|n\.?\s?n\.?|tba/tbc|to be (?:announced|confirmed|determined)|wird noch (?:benannt|bekannt gegeben)|noch (?:offen|unbekannt)|unknown|unbekannt|[?¿？\s]*[?¿？][?¿？\s]*)$`)
)

// nobody says why a line or a cell that stands alone names nobody yet, or is a link alone; "" where it may be a name.
func nobody(text string) Reason {
	text = strings.Trim(text, ` "„“”()[]<>.,;`)
	switch {
	case isUnknown(text):
		return Nobody
	case linked(text) && linkIn.FindString(text) == text:
		return Link
	}
	return ""
}

// isUnknown tells whether a text stands in for somebody who is not named yet: "TBA", "N.N.", "???".
func isUnknown(text string) bool {
	return len(text) < 40 && unknowns.MatchString(strings.TrimSpace(text))
}

// unaccompanied takes whom a guest brings along off a name, and returns it as it came: "" where nobody is said to come along. A firm
// that is called "Müller & Partner" brings nobody.
func unaccompanied(line string) (rest, companion string) {
	if !strings.ContainsAny(line, "+&") && !accompanied(line) {
		return line, ""
	}
	at := companionIn.FindStringSubmatchIndex(line)
	if at == nil || at[0] == 0 {
		return line, ""
	}
	name := line[:at[0]]
	if cut := strings.LastIndexAny(name, ",;|\t"); cut >= 0 {
		name = name[cut+1:]
	}
	words := strings.Fields(unmarked(name))
	counted := at[2] >= 0
	end := len(line)
	if at[4] >= 0 {
		end = at[4]
	}
	companion = strings.Trim(line[at[0]:end], " ()[]")
	firm := strings.Contains(companion, "Partner") && !accompanies(companion)
	switch {
	case len(words) == 0, !counted && len(words) < 2, firm && !isPersonal(words):
		return line, ""
	}
	return strings.TrimRight(line[:at[0]], " ") + line[end:], companion
}

// accompanies tells whether words say that somebody comes along, and cannot be part of a name.
func accompanies(words string) bool {
	lower := strings.ToLower(words)
	return strings.HasPrefix(lower, "mit") || strings.HasPrefix(lower, "with") || strings.HasPrefix(lower, "in")
}

func accompanied(line string) bool {
	lower := strings.ToLower(line)
	for _, word := range []string{"plus ", "und ", "and ", "mit ", "with ", "inkl", "incl"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

// linked tells whether a text may hold a link, quickly.
func linked(text string) bool {
	return strings.Contains(text, "://") || strings.Contains(strings.ToLower(text), "www.")
}

// unlinked takes links out of a cell and returns them.
func unlinked(cell string) (rest string, links []string) {
	if !linked(cell) {
		return cell, nil
	}
	links = linkIn.FindAllString(cell, 8)
	for _, link := range links {
		cell = strings.Replace(cell, link, " ", 1)
	}
	return strings.Trim(tidy(cell), " ,;:()[]<>|"), links
}

// couple returns the names of a line that names several whole people, "Robert Adams & Karen Anderson"; nil for one name and where a
// side is not whole, as in "Anna & Peter Müller".
func couple(name string) []string {
	if !strings.Contains(name, "&") && !strings.Contains(name, "nd ") && !strings.Contains(name, " u. ") {
		return nil
	}
	names := between.Split(name, 4)
	if len(names) < 2 {
		return nil
	}
	for _, one := range names {
		_, words := takePrefix(strings.Fields(one))
		words, _ = takeSuffix(words)
		if len(words) < 2 || len(words) > 4 || strings.ContainsAny(one, ",&+") {
			return nil
		}
		for i, word := range words {
			if p := plain(word); organisations[p] || legal[p] || roles[p] || !isCapitalised(word) && (i == 0 || !particles[p]) {
				return nil
			}
		}
	}
	return names
}
