package vcard

import (
	"slices"
	"strings"
)

// Topic is a subject that the card names: what somebody does in their free time, cares about or knows.
type Topic struct {
	Kind  string // "expertise" (RFC 6715 section 2.1), "hobby" (2.2) or "interest" (2.3)
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
	}
	return ""
}

// levels are the words of LEVEL (RFC 6715 section 3.2), which cards of 2.1 have without its name.
var levels = []string{"beginner", "average", "expert", "low", "medium", "high"}

// Topics returns the subjects of EXPERTISE, HOBBY and INTEREST (RFC 6715) in the order of the card, whatever its
// version.
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
