package guestlist

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// shape is the lines of one kind, and what their columns are taken for.
type shape struct {
	separator Separator
	columns   int
	entries   []*entry
	header    []string
	fields    []Field
	looks     []looks
}

// looks counts what the cells of a column look like.
type looks struct {
	filled, mail, phone, number, prefix, given, whole, single, organisation, role, short int
	values                                                                               map[string]int
}

// group brings lines of one kind together. Where the separator is one that stands within names and companies too, lines with
// another number of columns are another kind.
func (r *reader) group() {
	for i := range r.entries {
		e := &r.entries[i]
		if e.why != "" {
			continue
		}
		columns := 0
		if e.separator == Comma || e.separator == Dash {
			columns = len(e.cells)
		}
		at := slices.IndexFunc(r.shapes, func(s *shape) bool {
			return s.separator == e.separator && (columns == 0 || s.columns == columns)
		})
		if at < 0 {
			at = len(r.shapes)
			r.shapes = append(r.shapes, &shape{separator: e.separator})
		}
		s := r.shapes[at]
		s.columns = max(s.columns, len(e.cells))
		s.entries = append(s.entries, e)
		e.shape = s
	}
	slices.SortStableFunc(r.shapes, func(a, b *shape) int { return cmp.Compare(len(b.entries), len(a.entries)) })
}

// headers finds the line that says what the columns are called, and leaves it out each time it comes.
func (r *reader) headers() {
	for _, s := range r.shapes {
		for _, e := range s.entries[:min(len(s.entries), 10)] {
			if isHeader(e.cells) {
				s.header = e.cells
				break
			}
		}
		if s.header == nil {
			continue
		}
		for _, e := range s.entries {
			if slices.Equal(e.cells, s.header) {
				e.why = Header
			}
		}
	}
}

func isHeader(cells []string) bool {
	known, filled := 0, 0
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		if strings.Contains(cell, "@") {
			return false
		}
		filled++
		if _, ok := called(cell); ok {
			known++
		}
	}
	return known > 0 && 2*known >= filled && (known > 1 || filled == 1)
}

// headerWords are what columns of guest lists are called, in German and English.
var headerWords = []struct {
	field Field
	words map[string]bool
}{
	{FieldSkip, set("nr no lfd lfdnr pos nummer number id")},
	{FieldMail, set("mail email emailadresse mailadresse emailaddress")},
	{FieldPhone, set("telefon telefonnummer tel phone mobil mobile handy mobilnummer rufnummer")},
	{FieldGiven, set("vorname vornamen firstname forename givenname")},
	{FieldFamily, set("nachname familienname lastname surname familyname zuname")},
	{FieldPrefix, set("titel title anrede salutation grad")},
	{FieldOrganisation, set("firma unternehmen organisation organization company institution arbeitgeber employer einrichtung verein verband org affiliation")},
	{FieldRole, set("funktion position rolle role beruf jobtitle job taetigkeit stelle")},
	{FieldName, set("name namen teilnehmer teilnehmerin gast guest fullname participant attendee")},
	{FieldNote, set("bemerkung bemerkungen notiz note notes kommentar comment status zusage anmeldung ort city stadt land country tisch table essen menu unterschrift signature plz strasse website")},
}

// called returns the field that a header names.
func called(header string) (Field, bool) {
	header = strings.ToLower(header)
	whole := plain(header)
	words := strings.FieldsFunc(header, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) > 4 {
		return "", false
	}
	for _, h := range headerWords {
		if h.words[whole] {
			return h.field, true
		}
	}
	for _, h := range headerWords {
		for _, word := range words {
			if len(word) > 1 && h.words[plain(word)] {
				return h.field, true
			}
		}
	}
	return "", false
}

// judge decides what the columns of each shape are, the commonest shape first: rare ones take after it.
func (r *reader) judge() {
	for i, s := range r.shapes {
		if want := slices.IndexFunc(r.wanted, func(w Shape) bool { return w.fits(s) }); want >= 0 {
			s.fields = slices.Clone(r.wanted[want].Fields)
			continue
		}
		s.look()
		like := slices.IndexFunc(r.shapes[:i], func(t *shape) bool { return t.separator == s.separator && len(t.entries) > 4*len(s.entries) })
		var model []Field
		if like >= 0 {
			model = r.shapes[like].fields
		}
		s.guess(model)
	}
}

// fits tells whether a shape can be one of a list's own.
func (w Shape) fits(s *shape) bool {
	return w.Separator == s.separator && len(w.Fields) == s.columns && !slices.ContainsFunc(w.Fields, func(f Field) bool { return !slices.Contains(Fields(), f) })
}

func (s *shape) look() {
	s.looks = make([]looks, s.columns)
	for i := range s.looks {
		s.looks[i].values = map[string]int{}
	}
	for _, e := range s.entries {
		if e.why != "" {
			continue
		}
		for i, cell := range e.cells {
			if cell != "" {
				s.looks[i].add(cell)
			}
		}
	}
}

func (l *looks) add(cell string) {
	l.filled++
	if strings.Contains(cell, "@") && mailIn.MatchString(cell) {
		if rest := tidy(mailIn.ReplaceAllString(cell, " ")); rest == "" {
			l.mail++
			return
		} else {
			cell = rest
		}
	}
	words := strings.Fields(cell)
	n := digits(cell)
	switch {
	case n > 0 && !strings.ContainsFunc(cell, unicode.IsLetter) && len(cell) < 6:
		l.number++
		return
	case n > 6 && phoneIn.MatchString(cell) && len(phoneIn.ReplaceAllString(cell, "")) < 4:
		l.phone++
		return
	case allOf(words, isTitle):
		l.prefix++
		return
	}
	l.values[plain(cell)]++
	if isRole(words) {
		l.role++
	}
	if isOrganisation(cell, words) {
		l.organisation++
		return
	}
	_, words = takePrefix(words)
	words, _ = takeSuffix(words)
	if len(words) == 0 || !isNameLike(words) {
		return
	}
	named := 0
	for _, word := range words {
		if !particles[plain(word)] {
			named++
		}
	}
	switch {
	case allOf(words, func(w string) bool { return givens[givenWord(w)] || len([]rune(strings.Trim(w, "."))) == 1 }) && len(words) < 4:
		l.given++
		if len(words) > 1 {
			l.whole++
		} else {
			l.single++
		}
	case named > 1 || isEastern(words[0]):
		l.whole++
	default:
		l.single++
	}
	if givens[givenWord(words[0])] && len(words) > 1 {
		l.short++
	}
}

func isRole(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '/' || r == '*' || r == ':' }) {
			if roles[plain(part)] {
				return true
			}
		}
		return false
	})
}

func isOrganisation(cell string, words []string) bool {
	if strings.Contains(cell, "&") || strings.Contains(cell, "e.V.") || strings.Contains(cell, "e. V.") {
		return true
	}
	for i, w := range words {
		p := plain(w)
		if i > 0 && legal[p] || organisations[p] {
			return true
		}
		for part := range strings.SplitSeq(w, "-") {
			if q := plain(part); q != p && len(q) > 2 && organisations[q] {
				return true
			}
		}
		// German writes them together: Chorverband, Hafenkontor.
		for _, end := range compounds {
			if len(p) > len(end)+2 && strings.HasSuffix(p, end) {
				return true
			}
		}
	}
	return strings.ContainsFunc(cell, unicode.IsDigit)
}

var compounds = []string{"verein", "verband", "werk", "werke", "bank", "verlag", "archiv", "schule", "institut", "stiftung", "kanzlei", "agentur", "zentrum", "kontor", "kollektiv", "theater", "museum", "amt", "ministerium", "gesellschaft",
	"genossenschaft", "haus", "klinik", "universitaet", "beratung", "werkstatt", "kammer", "bund", "gruppe", "netzwerk", "labor", "studio", "redaktion", "zeitung"}

// isNameLike tells whether words can be somebody's name.
func isNameLike(words []string) bool {
	if len(words) > 6 {
		return false
	}
	return allOf(words, func(w string) bool {
		p := plain(w)
		if strings.ContainsFunc(w, unicode.IsDigit) || roles[p] && len(p) > 4 {
			return false
		}
		return isCapitalised(w) || particles[p] || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
	})
}
