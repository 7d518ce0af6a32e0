package app

import (
	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// Topics serves what people are into, offer and ask about, and the organisations that they are at.
type Topics struct{ session *session }

// List returns all topics, in the order of their names.
func (t *Topics) List() (v []TopicCount, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return list(v), err
	}
	topics, err := b.Topics(ctx)
	return each(topics, topicCount), err
}

// Of returns the topics of some people, with how many of them have each.
func (t *Topics) Of(ids []int64) (v []TopicCount, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return list(v), err
	}
	topics, err := b.TopicsOf(ctx, contactIDs(ids))
	return each(topics, topicCount), err
}

// Organisations returns the organisations that hold a word beginning like that, those of the most people first.
func (t *Topics) Organisations(typed string) (v []string, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return list(v), err
	}
	names, err := b.FindOrganisations(ctx, typed)
	return list(names), err
}

// Read returns what is known of a topic, in whatever spelling.
func (t *Topics) Read(name string) (v TopicView, err error) {
	defer rescue(&err)
	v = TopicView{
		Into: []HavingView{}, Offers: []HavingView{}, Asks: []HavingView{}, Events: []TopicEvent{}, Encounters: []EncounterView{},
		Threads: []ThreadView{},
	}
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	s, err := b.Subject(ctx, name)
	if err != nil {
		return v, err
	}
	names := namesIn(s.People)
	return TopicView{
		Name: s.Name, Into: each(s.Into, havingView), Offers: each(s.Offers, havingView), Asks: each(s.Asks, havingView),
		Events: each(s.Events, func(e contact.Event) TopicEvent {
			return TopicEvent{ID: e.ID, Title: e.Title, When: e.When, Place: e.Place}
		}),
		Encounters: encounterViews(s.Encounters, names), Threads: threadViews(s.Threads, names),
	}, nil
}

// Organisation returns what is known of an organisation.
func (t *Topics) Organisation(name string) (v OrganisationView, err error) {
	defer rescue(&err)
	v = OrganisationView{
		Now: []MemberView{}, Before: []MemberView{}, Topics: []TopicCount{}, Ways: []AnswerView{}, Encounters: []EncounterView{},
		Threads: []ThreadView{},
	}
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	o, err := b.Organisation(ctx, name)
	if err != nil {
		return v, err
	}
	names := namesIn(o.People)
	return OrganisationView{
		Name: o.Name, Card: int64(o.Card), Now: each(o.Now, memberView), Before: each(o.Before, memberView),
		Topics: each(o.Topics, topicCount), Ways: each(o.Ways, answerView),
		Encounters: encounterViews(o.Encounters, names), Threads: threadViews(o.Threads, names),
	}, nil
}

// Put gives people a topic: kind is "interest", "offer" or "question".
func (t *Topics) Put(name, kind string, ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.AddTopic(ctx, contact.Topic{Name: name, Kind: contact.TopicKind(kind)}, contactIDs(ids))
	return t.session.changed(change, err)
}

// Take takes a topic off people, in one kind or, for "", in all.
func (t *Topics) Take(name, kind string, ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.RemoveTopic(ctx, name, contact.TopicKind(kind), contactIDs(ids))
	return t.session.changed(change, err)
}

// Rename renames a topic on everyone, in all its spellings; onto an existing name it makes the two one.
func (t *Topics) Rename(name, to string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.RenameTopic(ctx, name, to)
	return t.session.changed(change, err)
}

// Delete takes a topic off everyone.
func (t *Topics) Delete(name string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.DeleteTopic(ctx, name)
	return t.session.changed(change, err)
}

func topicCount(t contact.TopicCount) TopicCount { return TopicCount(t) }

func havingView(h book.Having) HavingView {
	return HavingView{Person: personRow(h.Person), Level: h.Level, Since: h.Since}
}

func memberView(m book.Member) MemberView {
	return MemberView{Person: personRow(m.Person), Positions: each(m.Positions, positionView)}
}

func encounterViews(all []contact.Encounter, names map[contact.ID]string) []EncounterView {
	return each(all, func(e contact.Encounter) EncounterView { return encounterView(e, names) })
}

func threadViews(all []contact.Thread, names map[contact.ID]string) []ThreadView {
	return each(all, func(t contact.Thread) ThreadView { return threadView(t, names) })
}
