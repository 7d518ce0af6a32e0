package contact

// Event is an occasion with a guest list: a title, when and where, what it is about, and what one brings along.
type Event struct {
	ID    int64
	Title string
	// When is the day, with the time where it is known: "2006-01-02" or "2006-01-02 15:04"; "" where it is not fixed yet.
	When         string
	Place, Link  string
	Topics       []string
	Note         string
	Introduction string   // how I introduce myself there
	Questions    []string // what I bring along to ask
	// Invitation is what the invitation said that the event came with; the zero Invitation where there was none.
	Invitation Invitation
}

// Invitation is what an invitation said of an event when it came last. UID is its own, by which it is known again, "" where it has none.
type Invitation struct {
	UID, Title, When, Place, Link, Note string
}

// Day returns the day of the event, "" where it is not fixed yet.
func (e Event) Day() Day { return Day(e.When[:min(len(e.When), len("2006-01-02"))]) }

// Guest is a name on the list of an event. A guest is no person: they stay with the event until they are met or kept.
type Guest struct {
	ID    int64
	Event int64
	// Line is the line of the list as it came, Number where it stood, from 1. Several guests may have come with one line.
	Line   string
	Number int
	// Name is as it is shown. N are its parts as far as they are known, Before is a family name from before a wedding.
	Name                                  string
	N                                     Name
	Before                                string
	Organisation, Role, Mail, Phone, Note string
	// Person is who the guest is, where that was decided or came about; Stranger says that they were decided to be nobody in
	// the book.
	Person   ID
	Stranger bool
	Status   GuestStatus
	Coffee   bool
	// Remark is what one noted of the guest on site or afterwards, Promise what was left open with them, and Topics what they are
	// into, one a line. Promise and Topics go to the person whom the guest becomes.
	Remark, Promise, Topics string
}

// Turnout is how many people came to an event, about, of how many names on its list.
type Turnout struct {
	Event       int64
	Names, Came int
}

// GuestStatus says what became of a guest.
type GuestStatus string

// The states of a guest. That somebody was not seen is said of the event, and never held against them.
const (
	GuestOpen   GuestStatus = "open"
	GuestMet    GuestStatus = "met"
	GuestUnseen GuestStatus = "unseen"
)

// GuestStatuses returns all states.
func GuestStatuses() []GuestStatus { return []GuestStatus{GuestOpen, GuestMet, GuestUnseen} }

// MaxCoffees is how many guests one can have a coffee with on one evening; after it the program says that this is enough.
const MaxCoffees = 5
