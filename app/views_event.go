package app

// EventView is an event: When is "2006-01-02", or "2006-01-02 15:04" where the time is known, "" where it is not fixed yet. Past says
// that its day is over; Guests counts its list.
type EventView struct {
	ID           int64    `json:"id"`
	Title        string   `json:"title"`
	When         string   `json:"when"`
	Place        string   `json:"place"`
	Link         string   `json:"link"`
	Topics       []string `json:"topics"`
	Note         string   `json:"note"`
	Introduction string   `json:"introduction"`
	Questions    []string `json:"questions"`
	Past         bool     `json:"past"`
	Guests       int      `json:"guests"`
}

// EventForm is what the form of an event sends back; ID 0 adds a new one.
type EventForm struct {
	ID           int64    `json:"id"`
	Title        string   `json:"title"`
	When         string   `json:"when"`
	Place        string   `json:"place"`
	Link         string   `json:"link"`
	Topics       []string `json:"topics"`
	Note         string   `json:"note"`
	Introduction string   `json:"introduction"`
	Questions    []string `json:"questions"`
}

// EventChange is what became of an event that was saved.
type EventChange struct {
	Event  int64  `json:"event"`
	Change Change `json:"change"`
}

// GuestView is a guest of an event. Line is the line of the list as it came. Matches are who they may be in the book, the likeliest
// first; one alone, without a reason, is theirs where that was decided (Person). Stranger says that it was decided that they are
// nobody there. Status is "open", "met" or "unseen".
type GuestView struct {
	ID           int64        `json:"id"`
	Line         string       `json:"line"`
	Name         string       `json:"name"`
	Organisation string       `json:"organisation"`
	Role         string       `json:"role"`
	Mail         string       `json:"mail"`
	Phone        string       `json:"phone"`
	Note         string       `json:"note"`
	Person       int64        `json:"person"`
	Stranger     bool         `json:"stranger"`
	Status       string       `json:"status"`
	Coffee       bool         `json:"coffee"`
	Remark       string       `json:"remark"`
	Matches      []GuestMatch `json:"matches"`
}

// GuestMatch is somebody in the book whom a guest may be: surely, or as a question.
type GuestMatch struct {
	Person  PersonRow `json:"person"`
	Sure    bool      `json:"sure"`
	Reasons []Reason  `json:"reasons"`
}

// GuestListView is a list as it was read, of which nothing is in the book yet. Shapes are how its lines were split, the commonest
// first; there are none for cards and invitations.
type GuestListView struct {
	From    InvitedFrom   `json:"from"`
	Guests  []GuestForm   `json:"guests"`
	Skipped []SkippedLine `json:"skipped"`
	Shapes  []GuestShape  `json:"shapes"`
}

// InvitedFrom is the event of a calendar whose guests a list holds; Others counts the further events of the calendar. Fits says that
// it is the event asked for. Of another list it says nothing.
type InvitedFrom struct {
	Title  string `json:"title"`
	When   string `json:"when"`
	Others int    `json:"others"`
	Fits   bool   `json:"fits"`
}

// GuestForm is a guest of a list that is to be taken in. Text is the line as it came, Line its number. Mended says that somebody wrote
// the name anew, which is then read again; until then its parts are as the list has them. Twin counts from 1 who says the same
// earlier in the list, 0 for nobody; Already says that they stand on the list of the event.
type GuestForm struct {
	Line         int    `json:"line"`
	Text         string `json:"text"`
	Name         string `json:"name"`
	Family       string `json:"family"`
	Given        string `json:"given"`
	Prefixes     string `json:"prefixes"`
	Suffixes     string `json:"suffixes"`
	Before       string `json:"before"`
	Organisation string `json:"organisation"`
	Role         string `json:"role"`
	Mail         string `json:"mail"`
	Phone        string `json:"phone"`
	Note         string `json:"note"`
	Twin         int    `json:"twin"`
	Already      bool   `json:"already"`
	Mended       bool   `json:"mended"`
}

// SkippedLine is a line of a list that holds no guest: Why is "guestlist.skipped.<why>" of the catalogue.
type SkippedLine struct {
	Line int    `json:"line"`
	Text string `json:"text"`
	Why  string `json:"why"`
}

// GuestShape is how lines of one kind are split, and what each column is: "guestlist.field.<field>" of the catalogue. Headers and
// Samples show the columns; Lines is how many are of the kind.
type GuestShape struct {
	Separator string     `json:"separator"`
	Fields    []string   `json:"fields"`
	Headers   []string   `json:"headers"`
	Samples   [][]string `json:"samples"`
	Lines     int        `json:"lines"`
}

// Invitation is an event that an .ics file tells of; Guests counts who is invited, Events what the file holds. Known is the event of
// the book that it is, 0 for none, and News what it says otherwise than that one now.
type Invitation struct {
	Event  EventForm      `json:"event"`
	Guests int            `json:"guests"`
	Events int            `json:"events"`
	Known  int64          `json:"known"`
	News   []ChangedField `json:"news"`
}
