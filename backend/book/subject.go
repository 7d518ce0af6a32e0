package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// Subject is a topic with everybody who has it and with what is about it.
type Subject struct {
	Name string
	// Into, Offers and Asks are in the order of the list; somebody may be in each of them.
	Into, Offers, Asks []Having
	// Events are those whose topics it is one of, the latest first.
	Events []contact.Event
	// Lately are the encounters and open threads that speak of it or belong to such an event.
	Lately
}

// Having is somebody who has a topic, with how much of it is theirs and since when, "" where nobody said.
type Having struct {
	Person       contact.Summary
	Level, Since string
}

// Subject returns what is known of a topic, in whatever spelling. Where nobody has it and nothing is about it, it has nothing
// but its name.
func (b *Book) Subject(ctx context.Context, name string) (s Subject, err error) {
	s.Name = printable(name)
	key := match.Fold(name)
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if err := b.having(ctx, tx, &s, key); err != nil {
			return err
		}
		return s.about(ctx, tx, key)
	})
	if err != nil {
		return s, fmt.Errorf("topic %q: %w", name, err)
	}
	return s, nil
}

// having reads who has the topic, and takes the spelling that most of them give it.
func (b *Book) having(ctx context.Context, tx *store.Tx, s *Subject, key string) error {
	ids, err := tx.Topical(ctx, key)
	if err != nil {
		return err
	}
	spelled, err := tx.TopicsAmong(ctx, ids)
	if err != nil {
		return err
	}
	for _, t := range countTopics(slices.DeleteFunc(spelled, func(t store.PersonTopic) bool { return t.Key != key })) {
		s.Name = t.Name
	}
	people, cards, err := b.read(ctx, tx, ids)
	if err != nil {
		return err
	}
	lists := map[contact.TopicKind]*[]Having{contact.Interest: &s.Into, contact.Offer: &s.Offers, contact.Question: &s.Asks}
	for i, p := range people {
		for _, t := range topicsOf(cards[i]) {
			if match.Fold(t.Name) != key {
				continue
			}
			// A card may name it twice, as an interest and as a hobby.
			list := lists[t.Kind]
			if last := len(*list) - 1; last >= 0 && (*list)[last].Person.ID == p.ID {
				h := &(*list)[last]
				h.Level, h.Since = cmp.Or(h.Level, t.Level), cmp.Or(h.Since, t.Since)
				continue
			}
			*list = append(*list, Having{Person: p, Level: t.Level, Since: t.Since})
		}
	}
	return nil
}

// about reads the events, encounters and open threads that are about the topic.
func (s *Subject) about(ctx context.Context, tx *store.Tx, key string) error {
	if key == "" {
		return nil
	}
	events, err := tx.Events(ctx)
	if err != nil {
		return err
	}
	there := map[int64]bool{}
	for _, e := range events {
		if slices.ContainsFunc(e.Topics, func(topic string) bool { return match.Fold(topic) == key }) {
			s.Events = append(s.Events, e)
			there[e.ID] = true
		}
	}
	threads, err := tx.OpenThreads(ctx)
	if err != nil {
		return err
	}
	for _, t := range threads {
		if there[t.Event] || speaksOf(t.Text, key) {
			s.Threads = append(s.Threads, t)
		}
	}
	encounters, err := tx.AllEncounters(ctx)
	if err != nil {
		return err
	}
	for _, e := range encounters {
		if there[e.Event] || speaksOf(e.Note, key) {
			s.Encounters = append(s.Encounters, e)
		}
	}
	slices.SortFunc(s.Encounters, func(x, y contact.Encounter) int { return cmp.Or(cmp.Compare(y.Day, x.Day), cmp.Compare(y.ID, x.ID)) })
	s.Encounters = s.Encounters[:min(len(s.Encounters), latelyLimit)]
	return s.name(ctx, tx)
}

// speaksOf reports whether a text has a topic, by its key, in it as words of its own.
func speaksOf(text, key string) bool {
	text = match.Fold(text)
	for end := 0; ; {
		found := strings.Index(text[end:], key)
		if found < 0 {
			return false
		}
		start := end + found
		end = start + len(key)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !goesOn(before) && !goesOn(after) {
			return true
		}
	}
}

// goesOn reports whether a word goes on with r. Chinese and Japanese put no spaces between words.
func goesOn(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
