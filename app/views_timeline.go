package app

// PersonName is somebody by name.
type PersonName struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// TimelineView is what happened with somebody, the latest first, and the threads with them, the open ones first.
type TimelineView struct {
	Encounters []EncounterView `json:"encounters"`
	Threads    []ThreadView    `json:"threads"`
}

// EncounterView is one encounter: Kind as "encounter.kind.<kind>" of the catalogue, Day as "2006-01-02", People everyone who was
// there, Others by name those of them who are in the book, without whom the timeline is about. Event is 0 without one.
type EncounterView struct {
	ID     int64        `json:"id"`
	Kind   string       `json:"kind"`
	Day    string       `json:"day"`
	People []int64      `json:"people"`
	Others []PersonName `json:"others"`
	Event  int64        `json:"event"`
	Note   string       `json:"note"`
}

// ThreadView is something left open: State is "open", "done" or "dropped", Opened and Closed are days, Closed "" while it is
// open. People and Others are as those of an EncounterView.
type ThreadView struct {
	ID     int64        `json:"id"`
	Text   string       `json:"text"`
	State  string       `json:"state"`
	People []int64      `json:"people"`
	Others []PersonName `json:"others"`
	Event  int64        `json:"event"`
	Opened string       `json:"opened"`
	Closed string       `json:"closed"`
}

// EncounterForm is what the dialog for an encounter sends back; ID 0 writes a new one down, Day "" is today.
type EncounterForm struct {
	ID     int64   `json:"id"`
	Kind   string  `json:"kind"`
	Day    string  `json:"day"`
	People []int64 `json:"people"`
	Event  int64   `json:"event"`
	Note   string  `json:"note"`
}

// ThreadForm is what the dialog for a thread sends back; ID 0 leaves a new one open.
type ThreadForm struct {
	ID     int64   `json:"id"`
	Text   string  `json:"text"`
	State  string  `json:"state"`
	People []int64 `json:"people"`
	Event  int64   `json:"event"`
	Opened string  `json:"opened"`
	Closed string  `json:"closed"`
}
