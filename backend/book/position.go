package book

import (
	"cmp"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// besideUntil stands beside an ORG in its group, as [besideSince] does: no property of a vCard says when somebody was where.
const besideUntil = "X-KAFFEERUNDE-UNTIL"

// post is a position as it stands in the lines of a card, -1 where it has no line of a kind.
type post struct {
	contact.Position
	title, role, since, until int
}

// postsOf returns where somebody is and was, the present one first: the first that is not over, else the first. The others
// are in the order of the card.
func postsOf(c *vcard.Card) []post {
	posts := make([]post, 0, 1)
	for _, p := range c.Posts() {
		said := post{title: p.TitleIndex, role: p.RoleIndex, since: -1, until: -1}
		said.Index, said.Title, said.Role = p.Index, printable(p.Title), printable(p.Role)
		if len(p.Org) > 0 {
			said.Organisation, said.Unit = printable(p.Org[0]), printable(strings.Join(p.Org[1:], ", "))
		}
		said.readYears(c)
		posts = append(posts, said)
	}
	if present := slices.IndexFunc(posts, func(p post) bool { return p.Organisation != "" && !p.Former() }); present > 0 {
		is := posts[present]
		posts = slices.Insert(slices.Delete(posts, present, present+1), 0, is)
	}
	return posts
}

// readYears reads what stands beside the organisation.
func (p *post) readYears(c *vcard.Card) {
	if p.Index >= 0 {
		p.Since, p.since = beside(c, p.Index, besideSince)
		p.Until, p.until = beside(c, p.Index, besideUntil)
	}
}

// beside returns what a property says in the group of a line, and in which line; "" and -1 where nothing does.
func beside(c *vcard.Card, line int, property string) (string, int) {
	text, at := "", -1
	group := c.Lines[line].Group()
	if group == "" {
		return text, at
	}
	for i := range c.Lines {
		if l := &c.Lines[i]; strings.EqualFold(l.Group(), group) && l.Is(property) {
			text, at = printable(l.Text()), i
		}
	}
	return text, at
}

// setPositions gives a person what a card says of where they are and were.
func setPositions(p *contact.Person, c *vcard.Card) {
	posts := postsOf(c)
	if len(posts) == 0 {
		return
	}
	present := posts[0].Position
	p.Organisation, p.Unit, p.Title, p.Role, p.Since, p.Until =
		present.Organisation, present.Unit, present.Title, present.Role, present.Since, present.Until
	for _, further := range posts[1:] {
		p.Further = append(p.Further, further.Position)
	}
}

// present is the first position of a draft.
func present(d contact.Draft) contact.Position {
	return contact.Position{Organisation: d.Organisation, Unit: d.Unit, Title: d.Title, Role: d.Role, Since: d.Since, Until: d.Until}
}

// positions brings the positions of a card from before to after. The present one has no index in a draft: it is the first of
// the card.
func (e *lineEdit) positions(before, after contact.Draft) {
	posts := postsOf(e.card)
	if was, is := present(before), present(after); was != is {
		if len(posts) > 0 {
			is.Index = posts[0].Index
			e.position(posts[0], is)
		} else {
			e.addPosition(is)
		}
	}
	keyed(e, before.Further, after.Further, func(p contact.Position) int { return p.Index }, func(was, is contact.Position) {
		at := slices.IndexFunc(posts, func(p post) bool { return p.Index == is.Index })
		if at < 0 {
			e.unknown = &contact.InvalidError{Field: "index", Reason: "changed-meanwhile"}
			return
		}
		if was != is {
			e.position(posts[at], is)
		}
	}, e.addPosition, func(was contact.Position) {
		if at := slices.IndexFunc(posts, func(p post) bool { return p.Index == was.Index }); at >= 0 {
			e.position(posts[at], contact.Position{})
		}
	})
}

// position changes the lines of a position that say otherwise. The ORG comes last: when it goes, what stands beside it is gone.
func (e *lineEdit) position(was post, is contact.Position) {
	e.beside(was, "TITLE", was.title, was.Title, is.Title)
	e.beside(was, "ROLE", was.role, was.Role, is.Role)
	if is.Organisation == "" && is.Unit == "" {
		is.Since, is.Until = "", ""
	}
	e.beside(was, besideUntil, was.until, was.Until, is.Until)
	e.beside(was, besideSince, was.since, was.Since, is.Since)
	if was.Organisation == is.Organisation && was.Unit == is.Unit {
		return
	}
	content := organisationContent(is.Organisation, is.Unit)
	if was.Index < 0 {
		if !content.IsEmpty() {
			e.addPosition(contact.Position{Organisation: is.Organisation, Unit: is.Unit, Since: is.Since, Until: is.Until})
		}
		return
	}
	e.line(was.Index, func(at int) { e.card.Set(at, content) })
}

// beside changes a line that speaks of a position: the one it has, else a new one in the group of its ORG. The present
// position's TITLE and ROLE need no group where nothing else could claim them.
func (e *lineEdit) beside(p post, property string, line int, was, is string) {
	switch {
	case was == is:
	case line >= 0:
		e.line(line, func(at int) { e.card.Set(at, vcard.Text(is)) })
	case p.Index < 0 || (property == "TITLE" || property == "ROLE") && len(e.card.Orgs()) == 1:
		e.add(property, vcard.Text(is), "")
	default:
		e.line(p.Index, func(at int) { e.card.AddBeside(at, property, vcard.Text(is)) })
	}
}

// addPosition adds a position at the end of the card. What belongs to it stands in its group where there are others.
func (e *lineEdit) addPosition(p contact.Position) {
	grouped := len(e.card.Posts()) > 0
	content := organisationContent(p.Organisation, p.Unit)
	line := -1
	if !content.IsEmpty() {
		line = e.card.Add("ORG", content)
	}
	for _, part := range []struct {
		property, text string
		always         bool // in the group
	}{{besideUntil, p.Until, true}, {besideSince, p.Since, true}, {"ROLE", p.Role, grouped}, {"TITLE", p.Title, grouped}} {
		switch {
		case part.text == "":
		case line >= 0 && part.always:
			e.card.AddBeside(line, part.property, vcard.Text(part.text))
		case !part.always || line < 0 && (part.property == "TITLE" || part.property == "ROLE"):
			e.card.Add(part.property, vcard.Text(part.text))
		}
	}
	e.sources = sourcesOf(e.card)
}

// listed is the position that a list shows of somebody: none where it is over.
func listed(posts []post) contact.Position {
	if len(posts) == 0 || posts[0].Former() {
		return contact.Position{}
	}
	return posts[0].Position
}

// entryOrganisations are the organisations by which somebody is found beside the one that a list shows. Who is back where
// they were before is there now.
func entryOrganisations(posts []post, shown contact.Position) []store.EntryOrganisation {
	var list []store.EntryOrganisation
	for i := range posts {
		p := &posts[i]
		if p.Organisation != "" && p.Organisation != shown.Organisation {
			list = append(list, store.EntryOrganisation{Name: p.Organisation, Former: p.Former()})
		}
	}
	slices.SortFunc(list, func(a, b store.EntryOrganisation) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(flag(a.Former), flag(b.Former)))
	})
	return slices.CompactFunc(list, func(a, b store.EntryOrganisation) bool { return a.Name == b.Name })
}
