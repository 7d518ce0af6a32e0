package app

// OrganisationView is an organisation as the cards of its people tell of it. Card is the person that it is itself, 0 without
// one; Now and Before are who is there and who was. Topics are what those there now have in common. Ways are who is not there
// and knows somebody who is. Encounters are the latest, Threads those that are open.
type OrganisationView struct {
	Name       string          `json:"name"`
	Card       int64           `json:"card"`
	Now        []MemberView    `json:"now"`
	Before     []MemberView    `json:"before"`
	Topics     []TopicCount    `json:"topics"`
	Ways       []AnswerView    `json:"ways"`
	Encounters []EncounterView `json:"encounters"`
	Threads    []ThreadView    `json:"threads"`
}

// MemberView is somebody at an organisation, with what they are and were there.
type MemberView struct {
	Person    PersonRow  `json:"person"`
	Positions []Position `json:"positions"`
}

// TopicView is a topic with who is into it, offers it and asks about it, the events about it, the encounters and the open
// threads that speak of it.
type TopicView struct {
	Name       string          `json:"name"`
	Into       []HavingView    `json:"into"`
	Offers     []HavingView    `json:"offers"`
	Asks       []HavingView    `json:"asks"`
	Events     []TopicEvent    `json:"events"`
	Encounters []EncounterView `json:"encounters"`
	Threads    []ThreadView    `json:"threads"`
}

// HavingView is somebody who has a topic: Level is a word of RFC 6715, Since as it was written; both may be "".
type HavingView struct {
	Person PersonRow `json:"person"`
	Level  string    `json:"level"`
	Since  string    `json:"since"`
}

// TopicEvent is an event about a topic; When is "2006-01-02", with the time behind it where that is known, or "".
type TopicEvent struct {
	ID    int64  `json:"id"`
	Title string `json:"title"`
	When  string `json:"when"`
	Place string `json:"place"`
}

// TopicCount is a topic with how many people have it, and in what way.
type TopicCount struct {
	Name   string `json:"name"`
	People int    `json:"people"`
	Into   int    `json:"into"`
	Offers int    `json:"offers"`
	Asks   int    `json:"asks"`
}
