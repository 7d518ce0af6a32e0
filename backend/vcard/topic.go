package vcard

import (
	"slices"
	"strings"
)

// Topic is a subject that the card names: what somebody does in their free time, cares about or knows.
type Topic struct {
	Kind  string // "expertise" (RFC 6715 section 2.1), "hobby" (2.2), "interest" (2.3) or "question"
	Value string
	Level string   // in lower case: "beginner", "average", "expert", else "low", "medium", "high", or ""
	Types []string // "home", "work" …
	Label string   // what the person called it, or ""
	Index int      // of its line in Lines
}

// topicKind returns the Kind of the topics that a property holds, "" for every other property.
func topicKind(p property) string {
	switch p {
	case expertise:
		return "expertise"
	case hobby:
		return "hobby"
	case interest:
		return "interest"
	case xQuestion:
		// RFC 6715 has no property for what somebody would like to know.
		return "question"
	}
	return ""
}

// levels are the words of LEVEL (RFC 6715 section 3.2), which cards of 2.1 have without its name.
var levels = []string{"beginner", "average", "expert", "low", "medium", "high"}

// Topics returns the subjects of EXPERTISE, HOBBY and INTEREST (RFC 6715), and the questions that this program keeps beside
// them, in the order of the card, whatever its version.
func (c *Card) Topics() []Topic {
	var all []Topic
	labels := c.labels()
	for i := range c.Lines {
		l := &c.Lines[i]
		kind := topicKind(l.prop)
		if kind == "" {
			continue
		}
		if text := strings.TrimSpace(l.Text()); text != "" {
			t := Topic{Kind: kind, Value: text, Level: strings.ToLower(strings.TrimSpace(l.Param("LEVEL"))), Label: labels.of(l), Index: i}
			for _, word := range l.Types() {
				if t.Level == "" && slices.Contains(levels, word) {
					t.Level = word
				} else {
					t.Types = append(t.Types, word)
				}
			}
			all = append(all, t)
		}
	}
	return all
}

// SetLevel replaces the LEVEL of line i, one that a card of 2.1 has without its name included. "" takes it away.
func (c *Card) SetLevel(i int, level string) {
	c.complete()
	l := &c.Lines[i]
	var types []string
	for _, t := range l.Types() {
		if !slices.Contains(levels, t) {
			types = append(types, t)
		}
	}
	bare := len(types) < len(l.Types())
	head := l.keptHead(func(name string) bool { return name != "LEVEL" && (name != "TYPE" || !bare) })
	if bare {
		head += c.layout().typeParams(types)
	}
	if level = typeName(level); level != "" {
		head += c.layout().params([]Param{{"LEVEL", []string{level}}})
	}
	c.rehead(i, head)
}
