package book

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"sync"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// FactKind says what a fact is about.
type FactKind string

// The kinds of facts: where somebody works, where they are, what they are into.
const (
	AtOrganisation FactKind = "organisation"
	InPlace        FactKind = "place"
	IntoTopic      FactKind = "topic"
)

// Fact is what a card says of somebody that answers a question.
type Fact struct {
	Kind FactKind
	// Value is the organisation, the town with its country, or the topic.
	Value string
	// Detail is the title at an organisation, and "expertise", "hobby" or "interest" of a topic.
	Detail string
	// Label and Types say which address it is; Level is that of a topic.
	Label string
	Types []string
	Level string
}

// WordCount is an organisation, a place or a topic, and how many people it finds.
type WordCount struct {
	Name  string
	Count int
}

// Known returns whom one knows at an organisation, in a place or into a topic, with what their cards say. From, who asks, is
// left out, and how they know each of them is told; 0 is nobody.
func (b *Book) Known(ctx context.Context, kind FactKind, word string, from contact.ID) (answers []Answer, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		known, err := b.atlas.at(ctx, tx)
		if err != nil {
			return err
		}
		facts := map[contact.ID][]Fact{}
		var ids []contact.ID
		for _, found := range known.found(kind, word) {
			if found.person == from {
				continue
			}
			if facts[found.person] == nil {
				ids = append(ids, found.person)
			}
			facts[found.person] = append(facts[found.person], found.fact)
		}
		if ids, err = b.sorted(ctx, tx, ids); err != nil {
			return err
		}
		answers, err = n.answers(ctx, tx, n.present(ids), []contact.ID{from})
		for i := range answers {
			answers[i].Facts = facts[answers[i].Person.ID]
		}
		return err
	})
	return answers, err
}

// sorted returns the people in the order of the list.
func (b *Book) sorted(ctx context.Context, tx *store.Tx, ids []contact.ID) ([]contact.ID, error) {
	by, err := b.order(ctx, tx, Query{})
	if err != nil {
		return nil, err
	}
	return tx.Find(ctx, store.Filter{IDs: append([]contact.ID{}, ids...)}, by)
}

// wordLimit is how many words are offered to complete what is typed.
const wordLimit = 50

// Words returns the organisations, places or topics that hold a word beginning like that, those of the most people first.
func (b *Book) Words(ctx context.Context, kind FactKind, typed string) (list []WordCount, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		known, err := b.atlas.at(ctx, tx)
		if err != nil {
			return err
		}
		typed = match.Fold(typed)
		for _, w := range known.words[kind] {
			if strings.Contains(w.spelled, " "+typed) {
				list = append(list, WordCount{Name: w.name, Count: w.count})
			}
		}
		return nil
	})
	slices.SortFunc(list, func(x, y WordCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), slices.Compare(b.names.key(x.Name), b.names.key(y.Name)))
	})
	return list[:min(len(list), wordLimit)], err
}

// atlas keeps in memory what the cards say of where people work and are and of what they are into. It is made with the first
// question that needs it, and anew when the book has changed.
type atlas struct {
	mutex   sync.Mutex
	current *charted
}

// charted is an atlas at one revision of the book.
type charted struct {
	revision int64
	words    map[FactKind]map[string]*word // by the folded word
	topical  []contact.ID                  // who has a topic
}

// word is an organisation, a place or a topic in the spelling that was met first.
type word struct {
	name    string
	spelled string // folded, in every spelling, a space before each word
	count   int    // of people
	found   []foundFact
}

type foundFact struct {
	person contact.ID
	fact   Fact
}

// at returns the atlas of the book as it is in the transaction.
func (a *atlas) at(ctx context.Context, tx *store.Tx) (*charted, error) {
	revision, err := tx.Revision(ctx)
	if err != nil {
		return nil, err
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.current == nil || a.current.revision != revision {
		if a.current, err = chart(ctx, tx, revision); err != nil {
			return nil, err
		}
	}
	return a.current, nil
}

func chart(ctx context.Context, tx *store.Tx, revision int64) (*charted, error) {
	cards, err := tx.PeopleAfter(ctx, 0, -1)
	if err != nil {
		return nil, err
	}
	all := make([][]Fact, len(cards))
	err = share(ctx, len(cards), func(part iter.Seq[int]) error {
		for i := range part {
			// A card that cannot be read is the doctor's to find.
			if c, err := vcard.Parse(cards[i].Card, vcard.Options{Charset: cards[i].Charset}); err == nil {
				all[i] = factsOf(c)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	c := &charted{revision: revision, words: map[FactKind]map[string]*word{AtOrganisation: {}, InPlace: {}, IntoTopic: {}}}
	for i, facts := range all {
		c.add(cards[i].ID, facts)
	}
	return c, nil
}

// found returns who was met under a word, else under one that is spelled so as well: Köln for Koeln.
func (c *charted) found(kind FactKind, word string) []foundFact {
	key := match.Fold(word)
	if w := c.words[kind][key]; w != nil {
		return w.found
	}
	for _, w := range c.words[kind] {
		if key != "" && strings.HasSuffix(w.spelled, " "+key) && len(strings.Fields(w.spelled)) == 2*len(strings.Fields(key)) {
			return w.found
		}
	}
	return nil
}

// add notes what the card of somebody says.
func (c *charted) add(id contact.ID, facts []Fact) {
	topical := false
	for _, f := range facts {
		topical = topical || f.Kind == IntoTopic
		for _, name := range f.names() {
			c.note(id, f, name)
		}
	}
	if topical {
		c.topical = append(c.topical, id)
	}
}

func (c *charted) note(id contact.ID, f Fact, name string) {
	key := match.Fold(name)
	if key == "" {
		return
	}
	w := c.words[f.Kind][key]
	if w == nil {
		w = &word{name: name, spelled: string(match.AppendSpellings([]byte(" "+key), name))}
		c.words[f.Kind][key] = w
	}
	if len(w.found) == 0 || w.found[len(w.found)-1].person != id {
		w.count++
	}
	w.found = append(w.found, foundFact{id, f})
}

// placeSeparator stands between the town, the region and the country of a fact.
const placeSeparator = ", "

// names are the words by which a fact is found: a place by its town, its region and its country.
func (f Fact) names() []string {
	if f.Kind == InPlace {
		return distinctWords(strings.Split(f.Value, placeSeparator))
	}
	return []string{f.Value}
}

func distinctWords(words []string) []string {
	var list []string
	for _, w := range words {
		if w != "" && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

func factsOf(c *vcard.Card) []Fact {
	var facts []Fact
	titles := c.Titles()
	for i, units := range c.Orgs() {
		if len(units) == 0 || units[0] == "" {
			continue
		}
		f := Fact{Kind: AtOrganisation, Value: units[0]}
		if i < len(titles) {
			f.Detail = titles[i]
		}
		facts = append(facts, f)
	}
	for _, a := range addressesOf(c) {
		if place := strings.Join(distinctWords([]string{a.City, a.Region, a.Country}), placeSeparator); place != "" {
			facts = append(facts, Fact{Kind: InPlace, Value: place, Label: a.Label, Types: a.Types})
		}
	}
	for _, t := range c.Topics() {
		facts = append(facts, Fact{Kind: IntoTopic, Value: t.Value, Detail: t.Kind, Level: t.Level, Label: t.Label, Types: t.Types})
	}
	return facts
}
