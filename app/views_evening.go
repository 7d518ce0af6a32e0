package app

// EveningView is an event from the coffees to the morning after. Guests stand in the order of the list; Suggested are the few, by their
// ids, with whom there is most to talk about. Came is how many people came, about, 0 where nobody told.
type EveningView struct {
	Guests    []EveningGuest `json:"guests"`
	Suggested []int64        `json:"suggested"`
	Turnout   TurnoutView    `json:"turnout"`
	Came      int            `json:"came"`
}

// EveningGuest is a guest with what speaks for a coffee with them and what one noted. Person is who they surely are in the book, or
// 0; May is whom they may be, which somebody has to decide, or nobody. Written says that all that was noted is written down
// with the person.
type EveningGuest struct {
	ID           int64          `json:"id"`
	Line         string         `json:"line"`
	Name         string         `json:"name"`
	Organisation string         `json:"organisation"`
	Role         string         `json:"role"`
	Person       int64          `json:"person"`
	Photo        string         `json:"photo"`
	May          []PersonRow    `json:"may"`
	Reasons      []CoffeeReason `json:"reasons"`
	Coffee       bool           `json:"coffee"`
	Status       string         `json:"status"`
	Remark       string         `json:"remark"`
	Promise      string         `json:"promise"`
	Topics       []string       `json:"topics"`
	Written      bool           `json:"written"`
}

// CoffeeReason is the sentence "coffee.reason.<code>"; When, where it is not "", is the month of {when} as a day.
type CoffeeReason struct {
	Code string     `json:"code"`
	Args []Argument `json:"args"`
	When string     `json:"when"`
}

// TurnoutView is how many of the names will come: "coffee.turnout.<source>".
type TurnoutView struct {
	Names  int    `json:"names"`
	Low    int    `json:"low"`
	High   int    `json:"high"`
	Source string `json:"source"`
}

// GuestNoteForm is what one notes of a guest. On is the operation that a note goes on with while it is being written, 0 for none.
type GuestNoteForm struct {
	Guest   int64    `json:"guest"`
	Remark  string   `json:"remark"`
	Promise string   `json:"promise"`
	Topics  []string `json:"topics"`
	On      int64    `json:"on"`
}

// WrittenEvening is what became of writing an evening down: Waiting are the guests of whom somebody has to decide first who they are.
type WrittenEvening struct {
	Change  Change   `json:"change"`
	Waiting []string `json:"waiting"`
}
