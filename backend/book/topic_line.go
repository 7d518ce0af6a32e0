package book

import (
	"cmp"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// topicProperties are where a card keeps topics. RFC 6715 has no property for what somebody asks about, so that stands in one
// of ours; other programs leave it alone.
var topicProperties = map[contact.TopicKind]string{
	contact.Interest: "INTEREST", contact.Offer: "EXPERTISE", contact.Question: "X-KAFFEERUNDE-QUESTION",
}

// topicKindOf is what a kind of the vCard is to the book: a hobby is an interest too.
func topicKindOf(kind string) contact.TopicKind {
	switch kind {
	case "expertise":
		return contact.Offer
	case "question":
		return contact.Question
	}
	return contact.Interest
}

// topicsOf returns the topics of a card in its order.
func topicsOf(c *vcard.Card) []contact.Topic {
	var list []contact.Topic
	for _, t := range c.Topics() {
		if name := printable(t.Value); name != "" {
			since, _ := beside(c, t.Index, besideSince)
			list = append(list, contact.Topic{Index: t.Index, Name: name, Kind: topicKindOf(t.Kind), Level: t.Level, Since: since})
		}
	}
	return list
}

// entryTopics are the topics by which somebody is found. A text that fills a page is no topic.
func entryTopics(topics []contact.Topic) []store.EntryTopic {
	var list []store.EntryTopic
	for _, t := range topics {
		if key := match.Fold(t.Name); key != "" && len(t.Name) <= maxTopic {
			list = append(list, store.EntryTopic{Name: t.Name, Key: key, Kind: t.Kind})
		}
	}
	slices.SortFunc(list, func(a, b store.EntryTopic) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.Compact(list)
}

// topics brings the topics of a card from before to after, each line by itself.
func (e *lineEdit) topics(before, after []contact.Topic) {
	keyed(e, before, after, func(t contact.Topic) int { return t.Index }, func(was, is contact.Topic) {
		if was.Kind != is.Kind {
			e.dropTopic(was)
			e.addTopic(is)
			return
		}
		if was.Name != is.Name {
			e.line(is.Index, func(at int) { e.card.Set(at, vcard.Text(is.Name)) })
		}
		if was.Level != is.Level {
			e.line(is.Index, func(at int) { e.card.SetLevel(at, is.Level) })
		}
		if was.Since != is.Since {
			e.sinceOf(is)
		}
	}, e.addTopic, e.dropTopic)
}

// sinceOf writes since when somebody has a topic beside it.
func (e *lineEdit) sinceOf(t contact.Topic) {
	if line := e.sinceLine(t); line >= 0 {
		e.line(line, func(at int) { e.card.Set(at, vcard.Text(t.Since)) })
		return
	}
	e.line(t.Index, func(at int) { e.card.AddBeside(at, besideSince, vcard.Text(t.Since)) })
}

// sinceLine is which line of the beginning says since when somebody has a topic, -1 for none.
func (e *lineEdit) sinceLine(t contact.Topic) int {
	if t.Index < 0 || t.Index >= len(e.at) || e.at[t.Index] < 0 {
		return -1
	}
	_, at := beside(e.card, e.at[t.Index], besideSince)
	if at < 0 {
		return -1
	}
	return slices.Index(e.at, at)
}

func (e *lineEdit) dropTopic(was contact.Topic) {
	if line := e.sinceLine(was); line >= 0 {
		e.line(line, e.card.Remove)
	}
	e.line(was.Index, e.card.Remove)
}

// dropTopic takes a topic off a card, with what stands beside it.
func dropTopic(c *vcard.Card, line int) {
	_, since := beside(c, line, besideSince)
	for _, i := range []int{max(line, since), min(line, since)} {
		if i >= 0 {
			c.Remove(i)
		}
	}
}

func (e *lineEdit) addTopic(t contact.Topic) {
	addTopic(e.card, t)
	e.sources = sourcesOf(e.card)
}

// addTopic adds a topic at the end of a card.
func addTopic(c *vcard.Card, t contact.Topic) {
	property := topicProperties[t.Kind]
	if slices.Contains(t.Kind.Levels(), t.Level) {
		property += ";LEVEL=" + t.Level
	}
	line := c.Add(property, vcard.Text(t.Name))
	if t.Since != "" {
		c.AddBeside(line, besideSince, vcard.Text(t.Since))
	}
}
