package guestlist

import (
	"slices"
	"strings"
	"unicode"
)

// guests makes the guests of an entry: one, or one for each column of names.
func (r *reader) guests(e *entry) []Guest {
	names := 0
	for _, f := range e.shape.fields {
		if f == FieldName {
			names++
		}
	}
	if names < 2 {
		return r.guest(e, 0, len(e.cells))
	}
	var all []Guest
	start, had := 0, false
	for i := range e.cells {
		if i >= len(e.shape.fields) || e.shape.fields[i] != FieldName {
			continue
		}
		if had {
			all = append(all, r.guest(e, start, i)...)
			start = i
		}
		had = true
	}
	return append(all, r.guest(e, start, len(e.cells))...)
}

// guest makes a guest of some cells, or several where they name a couple; none when they say nothing.
func (r *reader) guest(e *entry, from, to int) []Guest {
	c := collected{before: e.beforeName}
	for i := from; i < to; i++ {
		field := FieldNote
		if i < len(e.shape.fields) {
			field = e.shape.fields[i]
		}
		if e.cells[i] != "" && field != FieldSkip {
			c.add(field, e.cells[i], e.separator)
		}
	}
	if from == 0 && to == len(e.cells) && c.empty() {
		// Everything in the line was in columns to be left out.
		return nil
	}
	if from == 0 && e.companion != "" {
		c.notes = append(c.notes, e.companion)
	}
	var all []Guest
	for i, name := range couple(c.name) {
		one := c
		one.name = name
		if i > 0 {
			one = collected{name: name, organisation: c.organisation}
		}
		if g, ok := one.guest(r.order); ok {
			all = append(all, g)
		}
	}
	if len(all) > 0 {
		return all
	}
	if g, ok := c.guest(r.order); ok {
		all = append(all, g)
	}
	return all
}

// collected is what the cells of a guest say.
type collected struct {
	name, given, family, prefix, suffix, before string
	organisation, role, mail, phone             string
	notes                                       []string
}

func (c *collected) empty() bool {
	return c.name+c.given+c.family+c.organisation+c.role+c.mail+c.phone == "" && len(c.notes) == 0
}

func (c *collected) add(field Field, cell string, separator Separator) {
	if field != FieldNote {
		cell = c.reach(cell, field)
	}
	if cell == "" {
		return
	}
	put := func(to *string) { *to = strings.TrimSpace(*to + " " + cell) }
	switch field {
	case FieldName:
		c.addName(cell)
	case FieldGiven:
		put(&c.given)
	case FieldFamily:
		put(&c.family)
	case FieldPrefix:
		put(&c.prefix)
	case FieldSuffix:
		put(&c.suffix)
	case FieldOrganisation:
		if separator == Bracket && len(strings.Fields(cell)) == 1 && c.before == "" && !isOrganisation(cell, []string{cell}) && alone(cell) {
			// Somebody may be asked about it by both names; that it is no company is only likely.
			c.before = cell
		}
		c.organisation = join(c.organisation, cell)
	case FieldRole:
		c.role = join(c.role, cell)
	default:
		c.notes = append(c.notes, cell)
	}
}

// alone tells whether a word can be a family name rather than an abbreviation.
func alone(word string) bool { return isCapitalised(word) && word != strings.ToUpper(word) }

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// reach takes mail addresses and phone numbers out of a cell, wherever it stands.
func (c *collected) reach(cell string, field Field) string {
	if strings.Contains(cell, "@") {
		for _, found := range mailIn.FindAllStringSubmatch(cell, 8) {
			if c.mail == "" {
				c.mail = strings.Trim(found[1], ".'-")
			} else {
				c.notes = append(c.notes, found[1])
			}
		}
		cell = strings.Trim(tidy(mailIn.ReplaceAllString(cell, " ")), ` ,;:<>"`)
	}
	if field == FieldPhone {
		c.phone = join(c.phone, cell)
		return ""
	}
	if digits(cell) > 6 {
		if at := phoneIn.FindStringSubmatchIndex(cell); at != nil {
			number := strings.TrimSpace(cell[at[2]:at[3]])
			if c.phone == "" {
				c.phone = number
			} else {
				c.notes = append(c.notes, number)
			}
			cell = strings.Trim(tidy(cell[:at[0]]+" "+cell[at[1]:]), " ,;:")
		}
	}
	if field == FieldMail && cell != "" {
		c.notes = append(c.notes, cell)
		return ""
	}
	return cell
}

// addName adds a name; a company that stands in brackets behind it is the organisation.
func (c *collected) addName(cell string) {
	cell, links := unlinked(cell)
	c.notes = append(c.notes, links...)
	if isUnknown(cell) {
		c.notes = append(c.notes, cell)
		return
	}
	if at := find(bracketed, cell, "(["); at != nil && at[0] > 0 {
		inside := strings.TrimSpace(cell[at[2]:at[3]])
		words := strings.Fields(inside)
		switch {
		case isOrganisation(inside, words) || len(words) > 1:
			c.organisation = join(c.organisation, inside)
		case c.before == "" && alone(inside):
			c.before = inside
		default:
			c.notes = append(c.notes, inside)
		}
		cell = strings.TrimSpace(cell[:at[0]])
	}
	if words := strings.Fields(cell); c.name == "" && len(words) > 0 && isOrganisation(cell, words) && !isPersonal(words) {
		c.organisation = join(c.organisation, cell)
		return
	}
	c.name = strings.TrimSpace(c.name + " " + cell)
}

// isPersonal tells whether a name begins as people's do, whatever follows.
func isPersonal(words []string) bool { return isTitle(words[0]) || givens[givenWord(words[0])] }

func (c *collected) guest(first order) (g Guest, ok bool) {
	if c.empty() {
		return g, false
	}
	g = Guest{Organisation: c.organisation, Role: c.role, Mail: c.mail, Phone: c.phone, Note: strings.Join(c.notes, "; ")}
	if c.name != "" {
		g.Name = parse(c.name, first)
	}
	// Under "Name" and "Vorname" the name is the family's, where it does not say the given name itself.
	if c.name != "" && c.given != "" && c.family == "" && !saysGiven(c.name, c.given) {
		c.family, c.name = c.name, ""
	}
	if c.family != "" || c.name == "" && c.given != "" {
		more, given := takePrefix(strings.Fields(c.given))
		other, family := takePrefix(strings.Fields(c.family))
		family, suffix := takeSuffix(family)
		for len(given) > 1 && leading[plain(given[len(given)-1])] {
			family = slices.Concat(given[len(given)-1:], family)
			given = given[:len(given)-1]
		}
		n := Name{Prefix: joined(more, other), Given: strings.Join(given, " "), Family: strings.Join(family, " "), Suffix: suffix}
		g.Name = n.spelled()
	}
	g.Name.Prefix = joined(strings.Fields(c.prefix), strings.Fields(g.Name.Prefix))
	g.Name.Suffix = joined(strings.Fields(g.Name.Suffix), strings.Fields(c.suffix))
	if g.Name.Before == "" {
		g.Name.Before = capitalised(c.before)
	}
	if g.Name.Given+g.Name.Family == "" && c.mail != "" {
		g.Name.Given, g.Name.Family = derived(c.mail)
		g.Derived = g.Name.Given+g.Name.Family != ""
	}
	g.Display = g.Name.String()
	for _, other := range []string{g.Mail, g.Organisation, g.Role, g.Phone, g.Note} {
		if g.Name.Given+g.Name.Family == "" && (g.Display == "" || g.Display == g.Name.Prefix) && other != "" {
			g.Display = other
		}
	}
	return g, g.Display != ""
}

// offices are mail addresses that are nobody's name.
var offices = set("info kontakt contact office mail hello hallo team post buero service support sekretariat praxis verwaltung redaktion presse admin noreply rsvp anmeldung events")

// derived makes a name of a mail address: anna.mueller@… is Anna Mueller. It is empty for an office's.
func derived(mail string) (given, family string) {
	local, _, _ := strings.Cut(mail, "@")
	local, _, _ = strings.Cut(local, "+")
	var words []string
	for word := range strings.FieldsFuncSeq(local, func(r rune) bool { return r == '.' || r == '_' }) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if word == "" || strings.ContainsFunc(word, unicode.IsDigit) {
			continue
		}
		if len([]rune(word)) == 1 {
			word += "."
		}
		words = append(words, word)
	}
	switch {
	case len(words) == 0 || offices[plain(words[0])]:
		return "", ""
	case len(words) == 1 && givens[givenWord(words[0])]:
		return cased(words[0]), ""
	case len(words) == 1:
		return "", ""
	}
	for i, word := range words {
		words[i] = cased(word)
	}
	return strings.Join(words[:len(words)-1], " "), words[len(words)-1]
}

// describe says how the list was read.
func (r *reader) describe() {
	for _, s := range r.shapes {
		shape := Shape{Separator: s.separator, Fields: s.fields, Headers: make([]string, s.columns)}
		copy(shape.Headers, s.header)
		for _, e := range s.entries {
			if e.why != "" {
				continue
			}
			shape.Lines++
			if len(shape.Samples) < samples {
				shape.Samples = append(shape.Samples, slices.Clone(e.cells))
			}
		}
		if shape.Lines > 0 {
			r.list.Shapes = append(r.list.Shapes, shape)
		}
	}
}
