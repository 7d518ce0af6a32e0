package vcard

import "strings"

// Post is an organisation with what somebody is there.
type Post struct {
	Org         []string // its name and units, as Orgs gives them; nil where the card names none
	Title, Role string
	// Index, TitleIndex and RoleIndex are of their lines in Lines, -1 without one.
	Index, TitleIndex, RoleIndex int
}

// Posts returns the organisations of the card in its order. A TITLE or ROLE belongs to the ORG in its group (RFC 6350 section
// 3.3); of the others the first belongs to the first ORG that has none, and so on. A card that names no organisation has one
// post when it has a title or a role, else none.
func (c *Card) Posts() []Post {
	var all []Post
	var titles, roles []int
	for i := range c.Lines {
		switch l := &c.Lines[i]; l.prop {
		case org:
			if units := l.units(); len(units) > 0 {
				all = append(all, Post{Org: units, Index: i, TitleIndex: -1, RoleIndex: -1})
			}
		case title:
			titles = append(titles, i)
		case role:
			roles = append(roles, i)
		}
	}
	if len(all) == 0 && len(titles)+len(roles) > 0 {
		all = []Post{{Index: -1, TitleIndex: -1, RoleIndex: -1}}
	}
	c.share(all, titles, func(p *Post, i int) bool { return take(&p.TitleIndex, &p.Title, i, c) })
	c.share(all, roles, func(p *Post, i int) bool { return take(&p.RoleIndex, &p.Role, i, c) })
	return all
}

// share gives each of the lines to the post to which it belongs.
func (c *Card) share(posts []Post, lines []int, give func(p *Post, i int) bool) {
	var rest []int
	for _, i := range lines {
		if strings.TrimSpace(c.Lines[i].Text()) == "" {
			continue
		}
		if at := c.postIn(posts, c.Lines[i].Group()); at < 0 || !give(&posts[at], i) {
			rest = append(rest, i)
		}
	}
	for _, i := range rest {
		for k := range posts {
			if give(&posts[k], i) {
				break
			}
		}
	}
}

// postIn returns which of the posts stands in a group, -1 without one.
func (c *Card) postIn(posts []Post, group string) int {
	for k, p := range posts {
		if group != "" && p.Index >= 0 && strings.EqualFold(c.Lines[p.Index].Group(), group) {
			return k
		}
	}
	return -1
}

// take lets a post have the text of line i, where it has none of the kind yet.
func take(index *int, text *string, i int, c *Card) bool {
	if *index >= 0 {
		return false
	}
	*index, *text = i, strings.TrimSpace(c.Lines[i].Text())
	return true
}
