package contact

// Day is a day of the calendar as "2006-01-02", "" for none.
type Day string

// Encounter is a time when one met, called or wrote to people, with or without an event. What it says is private: it is no
// part of any card.
type Encounter struct {
	ID     int64
	Kind   EncounterKind
	Day    Day
	People []ID // in ascending order
	Event  int64
	Note   string
}

// EncounterKind says how one met.
type EncounterKind string

// The kinds of encounters.
const (
	CoffeeEncounter  EncounterKind = "coffee"
	CallEncounter    EncounterKind = "call"
	MessageEncounter EncounterKind = "message"
	EventEncounter   EncounterKind = "event"
	MeetingEncounter EncounterKind = "meeting"
)

// EncounterKinds returns all kinds, in the order in which a person is offered them.
func EncounterKinds() []EncounterKind {
	return []EncounterKind{CoffeeEncounter, CallEncounter, MessageEncounter, EventEncounter, MeetingEncounter}
}

// Thread is something left open with people: "she wanted to send me the article". It never becomes due.
type Thread struct {
	ID     int64
	Text   string
	State  ThreadState
	People []ID // in ascending order
	Event  int64
	Opened Day
	Closed Day // "" while it is open
}

// ThreadState says what became of a thread.
type ThreadState string

// The states of a thread.
const (
	ThreadOpen    ThreadState = "open"
	ThreadDone    ThreadState = "done"
	ThreadDropped ThreadState = "dropped" // let go
)

// ThreadStates returns all states.
func ThreadStates() []ThreadState { return []ThreadState{ThreadOpen, ThreadDone, ThreadDropped} }
