package vcard

import (
	"strings"

	govcard "github.com/emersion/go-vcard"
)

// FN returns the formatted name (RFC 6350 section 6.2.1): the first FN that says anything, "" when none does. A
// derived name is never among them; see DisplayName.
func (c *Card) FN() string {
	for i := range c.Lines {
		if l := &c.Lines[i]; l.prop == fn {
			if s := strings.TrimSpace(l.Text()); s != "" {
				return s
			}
		}
	}
	return ""
}

// FNs returns all formatted names (RFC 6350 section 6.2.1), e.g. one in each language.
func (c *Card) FNs() []string { return c.texts(fn) }

// Names returns the structured names (RFC 6350 section 6.2.2), white space around their parts left out. Several values
// of a component are joined with commas. Components beyond the fifth, which some programs write, stay in the line.
func (c *Card) Names() []govcard.Name {
	var names []govcard.Name
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != n {
			continue
		}
		parts := trimmed(l.flat(5))
		names = append(names, govcard.Name{
			FamilyName: parts[0], GivenName: parts[1], AdditionalName: parts[2], HonorificPrefix: parts[3], HonorificSuffix: parts[4],
		})
	}
	return names
}

// components returns the components as texts. Commas between the values of a component stay.
func (l *Line) components() []string {
	parts := splitUnescaped(l.decoded(), ';')
	for i, part := range parts {
		parts[i] = l.unescape(part, shapeComponents)
	}
	return parts
}

// flat returns the first count components; missing ones are "".
func (l *Line) flat(count int) []string {
	parts := l.components()
	for len(parts) < count {
		parts = append(parts, "")
	}
	return parts[:count]
}

// trimmed returns parts without white space around each; phones leave some where they have nothing to say.
func trimmed(parts []string) []string {
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// DisplayName returns what to call the card: FN, else what N says in the order prefix, given, additional, family,
// suffix, else a nickname, organisation, e-mail address or telephone number. derived is true for all but FN; a
// derived name is only for showing and never written back. It is "" when the card says none of these.
func (c *Card) DisplayName() (name string, derived bool) {
	if name = c.FN(); name != "" {
		return name, false
	}
	for _, n := range c.Names() {
		parts := []string{n.HonorificPrefix, n.GivenName, n.AdditionalName, n.FamilyName, n.HonorificSuffix}
		if name = strings.Join(strings.Fields(strings.Join(parts, " ")), " "); name != "" {
			return name, true
		}
	}
	for _, nick := range c.Nicknames() {
		return nick, true
	}
	for _, units := range c.Orgs() {
		for _, unit := range units {
			if unit != "" {
				return unit, true
			}
		}
	}
	for _, values := range [][]Value{c.Emails(), c.Phones()} {
		if len(values) > 0 {
			return values[0].Value, true
		}
	}
	return "", true
}

// Nicknames returns the nicknames (RFC 6350 section 6.2.3), also those that Android keeps in a property of its own.
func (c *Card) Nicknames() []string {
	all := c.list(nickname)
	for _, custom := range c.androidCustom("nickname") {
		all = append(all, custom.fields[0])
	}
	return all
}

// Categories returns the tags of the card (RFC 6350 section 6.7.1), each as often as it is written.
func (c *Card) Categories() []string { return c.list(categories) }

// list returns the items of all lines of a property, trimmed, without empty ones.
func (c *Card) list(p property) []string {
	var all []string
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != p {
			continue
		}
		for _, item := range l.List() {
			if item = strings.TrimSpace(item); item != "" {
				all = append(all, item)
			}
		}
	}
	return all
}

// androidCustom is a value of X-ANDROID-CUSTOM: a content type and its columns.
type androidCustom struct {
	fields []string // at least four
	index  int
}

// androidCustom returns the values of X-ANDROID-CUSTOM of a content type such as "nickname" whose first column is not
// empty.
func (c *Card) androidCustom(kind string) []androidCustom {
	var all []androidCustom
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != androidCustomProp {
			continue
		}
		fields := l.flat(17)
		if strings.TrimPrefix(fields[0], "vnd.android.cursor.item/") == kind && strings.TrimSpace(fields[1]) != "" {
			all = append(all, androidCustom{fields[1:], i})
		}
	}
	return all
}
