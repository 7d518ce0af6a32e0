package app

import "kaffeerunde/backend/contact"

// Timelines serves what happened with people and what was left open.
type Timelines struct{ session *session }

// Kinds returns the kinds of encounters, in the order in which they are offered.
func (t *Timelines) Kinds() []string {
	return each(contact.EncounterKinds(), func(k contact.EncounterKind) string { return string(k) })
}

// Read returns what happened with somebody and what is open.
func (t *Timelines) Read(person int64) (v TimelineView, err error) {
	defer rescue(&err)
	v = TimelineView{Encounters: []EncounterView{}, Threads: []ThreadView{}}
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	line, err := b.Timeline(ctx, contact.ID(person))
	if err != nil {
		return v, err
	}
	names := namesIn(line.Others)
	v.Encounters, v.Threads = encounterViews(line.Encounters, names), threadViews(line.Threads, names)
	return v, nil
}

// Meet writes an encounter down, or changes the one of the form's id.
func (t *Timelines) Meet(f EncounterForm) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	_, change, err := b.Meet(ctx, contact.Encounter{
		ID: f.ID, Kind: contact.EncounterKind(f.Kind), Day: contact.Day(f.Day), People: contactIDs(f.People), Event: f.Event, Note: f.Note,
	})
	return t.session.changed(change, err)
}

// Unmeet deletes an encounter.
func (t *Timelines) Unmeet(id int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Unmeet(ctx, id)
	return t.session.changed(change, err)
}

// Leave leaves something open, or changes the thread of the form's id, which keeps its state and its days.
func (t *Timelines) Leave(f ThreadForm) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	_, change, err := b.Leave(ctx, contact.Thread{
		ID: f.ID, Text: f.Text, State: contact.ThreadState(f.State), People: contactIDs(f.People), Event: f.Event,
		Opened: contact.Day(f.Opened), Closed: contact.Day(f.Closed),
	})
	return t.session.changed(change, err)
}

// Settle says what became of a thread: "done", "dropped" or "open" again.
func (t *Timelines) Settle(id int64, state string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Settle(ctx, id, contact.ThreadState(state))
	return t.session.changed(change, err)
}

// Unthread deletes a thread.
func (t *Timelines) Unthread(id int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Unthread(ctx, id)
	return t.session.changed(change, err)
}

func namesIn(people []contact.Summary) map[contact.ID]string {
	names := make(map[contact.ID]string, len(people))
	for _, p := range people {
		names[p.ID] = p.Name
	}
	return names
}

// others are those of the people who have a name here; who is gone from the book has none.
func others(people []contact.ID, names map[contact.ID]string) []PersonName {
	list := []PersonName{}
	for _, id := range people {
		if name, known := names[id]; known {
			list = append(list, PersonName{ID: int64(id), Name: name})
		}
	}
	return list
}

func plainIDs(ids []contact.ID) []int64 {
	return each(ids, func(id contact.ID) int64 { return int64(id) })
}

func encounterView(e contact.Encounter, names map[contact.ID]string) EncounterView {
	return EncounterView{
		ID: e.ID, Kind: string(e.Kind), Day: string(e.Day), People: plainIDs(e.People), Others: others(e.People, names), Event: e.Event, Note: e.Note,
	}
}

func threadView(t contact.Thread, names map[contact.ID]string) ThreadView {
	return ThreadView{
		ID: t.ID, Text: t.Text, State: string(t.State), People: plainIDs(t.People), Others: others(t.People, names), Event: t.Event,
		Opened: string(t.Opened), Closed: string(t.Closed),
	}
}
