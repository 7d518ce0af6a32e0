package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// maxTopic is the length of a topic in bytes beyond which it is a text: it is kept, and nobody is found by it.
const maxTopic = 200

// Topics returns all topics that somebody has, in the order of their names. Spellings that differ in case and accents at most
// are one topic.
func (b *Book) Topics(ctx context.Context) (list []contact.TopicCount, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		list, err = topicCounts(ctx, tx)
		return err
	})
	keys := make(map[string][]byte, len(list))
	for _, t := range list {
		keys[t.Name] = b.names.key(t.Name)
	}
	slices.SortFunc(list, func(a, b contact.TopicCount) int {
		return cmp.Or(slices.Compare(keys[a.Name], keys[b.Name]), cmp.Compare(a.Name, b.Name))
	})
	return list, err
}

// TopicsOf returns the topics of some people, with how many of them have each.
func (b *Book) TopicsOf(ctx context.Context, ids []contact.ID) (list []contact.TopicCount, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		topics, err := tx.TopicsAmong(ctx, ids)
		list = countTopics(topics)
		return err
	})
	return list, err
}

// topicCounts counts each topic under the spelling that is met most.
func topicCounts(ctx context.Context, tx *store.Tx) ([]contact.TopicCount, error) {
	all, err := tx.PersonTopics(ctx)
	return countTopics(all), err
}

// countTopics counts the topics of people, who stand one after the other.
func countTopics(all []store.PersonTopic) []contact.TopicCount {
	type tally struct {
		contact.TopicCount
		last     contact.ID
		spelled  map[string]int
		previous map[contact.TopicKind]contact.ID
	}
	found := map[string]*tally{}
	for _, t := range all {
		c := found[t.Key]
		if c == nil {
			c = &tally{spelled: map[string]int{}, previous: map[contact.TopicKind]contact.ID{}}
			found[t.Key] = c
		}
		c.spelled[t.Name]++
		if c.last != t.Person {
			c.last = t.Person
			c.People++
		}
		if c.previous[t.Kind] == t.Person {
			continue
		}
		c.previous[t.Kind] = t.Person
		switch t.Kind {
		case contact.Interest:
			c.Into++
		case contact.Offer:
			c.Offers++
		case contact.Question:
			c.Asks++
		}
	}
	list := make([]contact.TopicCount, 0, len(found))
	for _, c := range found {
		for name, n := range c.spelled {
			if most := c.spelled[c.Name]; c.Name == "" || n > most || n == most && name < c.Name {
				c.Name = name
			}
		}
		list = append(list, c.TopicCount)
	}
	return list
}

// AddTopic gives people a topic. One of the same name in other letters is taken in its spelling. Who has it in this kind
// already keeps it, with the level of t where that says one.
func (b *Book) AddTopic(ctx context.Context, t contact.Topic, ids []contact.ID) (Change, error) {
	name, err := topicName(t.Name)
	if err != nil {
		return Change{}, err
	}
	if err := checkTopic(t); err != nil {
		return Change{}, err
	}
	t.Name = name
	return b.operate(ctx, KindTopic, name, func(w *work) (err error) {
		w.name, err = w.giveTopic(ctx, t, ids)
		return err
	})
}

// giveTopic gives people a topic in the spelling that it has already, which it returns.
func (w *work) giveTopic(ctx context.Context, t contact.Topic, ids []contact.ID) (string, error) {
	known, err := w.sameTopic(ctx, t.Name)
	if err != nil {
		return "", err
	}
	t.Name = cmp.Or(known, t.Name)
	return t.Name, w.revise(ctx, ids, func(_ *store.Person, c *vcard.Card) bool { return putTopic(c, t) })
}

// putTopic gives a card a topic and reports whether it did not have it like that.
func putTopic(c *vcard.Card, t contact.Topic) bool {
	for _, has := range topicsOf(c) {
		if has.Kind != t.Kind || match.Fold(has.Name) != match.Fold(t.Name) {
			continue
		}
		if t.Level == "" || t.Level == has.Level {
			return false
		}
		c.SetLevel(has.Index, t.Level)
		return true
	}
	addTopic(c, t)
	return true
}

// RemoveTopic takes a topic off people, in one kind or, for "", in all.
func (b *Book) RemoveTopic(ctx context.Context, name string, kind contact.TopicKind, ids []contact.ID) (Change, error) {
	return b.operate(ctx, KindTopicRemoved, name, func(w *work) error {
		return w.revise(ctx, ids, func(_ *store.Person, c *vcard.Card) bool {
			return moveTopic(c, name, "", kind)
		})
	})
}

// RenameTopic renames a topic on every card, in all its spellings. Where the new name is that of another topic the two become
// one, and Change.Kind is KindTopicMerged.
func (b *Book) RenameTopic(ctx context.Context, name, to string) (Change, error) {
	to, err := topicName(to)
	if err != nil {
		return Change{}, err
	}
	return b.operate(ctx, KindTopicRenamed, to, func(w *work) error {
		if match.Fold(name) != match.Fold(to) {
			known, err := w.sameTopic(ctx, to)
			if err != nil {
				return err
			}
			if known != "" {
				w.kind, w.name, to = KindTopicMerged, known, known
			}
		}
		return w.moveTopic(ctx, name, to)
	})
}

// DeleteTopic takes a topic off everyone.
func (b *Book) DeleteTopic(ctx context.Context, name string) (Change, error) {
	return b.operate(ctx, KindTopicDeleted, name, func(w *work) error { return w.moveTopic(ctx, name, "") })
}

func (w *work) moveTopic(ctx context.Context, name, to string) error {
	ids, err := w.tx.Topical(ctx, match.Fold(name))
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return fmt.Errorf("topic %q: %w", name, contact.ErrNotFound)
	}
	return w.revise(ctx, ids, func(_ *store.Person, c *vcard.Card) bool { return moveTopic(c, name, to, "") })
}

// moveTopic puts another topic into the place of one, or takes it away for "". Where the card has the other in the same kind
// already, one of the two goes.
func moveTopic(c *vcard.Card, name, to string, kind contact.TopicKind) bool {
	changed := false
	for again := true; again; {
		again = false
		topics := topicsOf(c)
		for _, t := range slices.Backward(topics) {
			if match.Fold(t.Name) != match.Fold(name) || kind != "" && t.Kind != kind || t.Name == to {
				continue
			}
			changed = true
			has := func(o contact.Topic) bool { return o.Name == to && o.Kind == t.Kind }
			if to != "" && !slices.ContainsFunc(topicsOf(c), has) {
				c.Set(t.Index, vcard.Text(to))
				continue
			}
			dropTopic(c, t.Index)
			again = true
			break
		}
	}
	return changed
}

// sameTopic returns the spelling of a topic that differs from name in case and accents at most, "" where nobody has it.
func (w *work) sameTopic(ctx context.Context, name string) (string, error) {
	counts, err := topicCounts(ctx, w.tx)
	if err != nil {
		return "", err
	}
	for _, t := range counts {
		if match.Fold(t.Name) == match.Fold(name) {
			return t.Name, nil
		}
	}
	return "", nil
}

func topicName(name string) (string, error) {
	name = printable(name)
	switch {
	case match.Fold(name) == "":
		return "", &contact.InvalidError{Field: "topic", Reason: "empty"}
	case len(name) > maxTopic:
		return "", &contact.InvalidError{Field: "topic", Reason: "too-long"}
	}
	return name, nil
}

func checkTopic(t contact.Topic) error {
	switch {
	case !t.Kind.Known():
		return &contact.InvalidError{Field: "kind", Reason: "unknown"}
	case t.Level != "" && !slices.Contains(t.Kind.Levels(), t.Level):
		return &contact.InvalidError{Field: "level", Reason: "unknown"}
	}
	return nil
}
