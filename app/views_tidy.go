package app

// OperationView is one entry of the history: "operation.<kind>" with {n} and {name}. StandsOn counts the later operations that
// an undo of this one takes along.
type OperationView struct {
	ID       int64  `json:"id"`
	At       string `json:"at"`
	Kind     string `json:"kind"`
	Name     string `json:"name"`
	Count    int    `json:"count"`
	Undone   bool   `json:"undone"`
	CanUndo  bool   `json:"canUndo"`
	StandsOn int    `json:"standsOn"`
}

// OperationPage is a stretch of the history, newest first. CanUndo and CanRedo are about the newest of each.
type OperationPage struct {
	Total   int             `json:"total"`
	Offset  int             `json:"offset"`
	Items   []OperationView `json:"items"`
	CanUndo bool            `json:"canUndo"`
	CanRedo bool            `json:"canRedo"`
}

// SettingsView is what a person chose. Language "" and Theme "" follow the system.
type SettingsView struct {
	Language          string `json:"language"`
	Theme             string `json:"theme"`
	SortBy            string `json:"sortBy"`
	NameOrder         string `json:"nameOrder"`
	Region            string `json:"region"`
	SheetIntroduction string `json:"sheetIntroduction"`
	BinDays           int    `json:"binDays"`     // until the bin lets somebody go, 0 for never
	HistoryDays       int    `json:"historyDays"` // for which an operation can be undone, 0 for ever
}

// StartView is what the frontend needs for its first frame. Language is resolved ("de" or "en"), Theme "" follows the
// system. Problem tells why the book could not be opened. Files are those the program was started with. Empty and
// SampleHere describe the book. Aside is the name of a damaged book whose place this one has just taken, "" else.
type StartView struct {
	Settings   SettingsView `json:"settings"`
	Language   string       `json:"language"`
	Mac        bool         `json:"mac"`
	Version    string       `json:"version"`
	Book       string       `json:"book"`
	People     int          `json:"people"`
	SampleHere bool         `json:"sampleHere"`
	Files      []string     `json:"files"`
	Aside      string       `json:"aside"`
	Problem    *Problem     `json:"problem"`
}

// HealthView says of a book that can be read but not changed, or does not open, why that is: "error.<Code>"; "" for a sound one. Damaged
// tells that Recoveries can do something for it. Date, RFC 3339, and People are of the newest good backup; Date is "" without one.
type HealthView struct {
	Code    string `json:"code"`
	Damaged bool   `json:"damaged"`
	Date    string `json:"date"`
	People  int    `json:"people"`
}

// RecoveryView says what could be read of a damaged book: how many People, whom it Lost, whose card is the Same in
// the backup and was taken from there, and whose is Changed, of which Things,
// "recovery.things.<thing>.some", not everything came; History tells that what was done can still be undone. Nothing tells that nothing could be
// read. Date, RFC 3339, is of the newest good backup, "" without one, with BackedUp people; Since is how that differs from what could
// be read.
type RecoveryView struct {
	Nothing  bool          `json:"nothing"`
	People   int           `json:"people"`
	Lost     DifferingView `json:"lost"`
	Same     DifferingView `json:"same"`
	Changed  DifferingView `json:"changed"`
	Things   []string      `json:"things"`
	History  bool          `json:"history"`
	Carved   bool          `json:"carved"`
	Date     string        `json:"date"`
	BackedUp int           `json:"backedUp"`
	Since    RestoreView   `json:"since"`
}

// ExportForm says what to write. Format is "vcf", "csv" or "xlsx"; Version "original", "2.1", "3.0" or "4.0". Notes are
// private and stay here unless ticked. Groups lets the tags go out as cards of groups, else they are the categories of the
// cards; it is for the versions of "vcf".
type ExportForm struct {
	Query   PersonQuery `json:"query"`
	Format  string      `json:"format"`
	Version string      `json:"version"`
	Notes   bool        `json:"notes"`
	Groups  bool        `json:"groups"`
}

// Loss is one thing a version cannot hold, with how many people have it and one of them.
type Loss struct {
	Property string `json:"property"`
	Reason   string `json:"reason"`
	Count    int    `json:"count"`
	Example  string `json:"example"`
}

// WrittenFile is a file that was written; Path is "" when the person closed the dialog. Count is people, Pages of a sheet.
type WrittenFile struct {
	Path    string   `json:"path"`
	Count   int      `json:"count"`
	Pages   int      `json:"pages"`
	Missing []string `json:"missing"`
}

// SheetForm says which sheet to draw: of the people of a query, or where Event is not 0 of the coffees of an event. Layout is "list", "cards" or "pocket"; Paper "A4" or "Letter"; Lang "de" or "en".
type SheetForm struct {
	Query        PersonQuery `json:"query"`
	Event        int64       `json:"event"`
	Layout       string      `json:"layout"`
	Paper        string      `json:"paper"`
	Lang         string      `json:"lang"`
	Title        string      `json:"title"`
	Date         string      `json:"date"`
	Place        string      `json:"place"`
	Introduction string      `json:"introduction"`
	Questions    []string    `json:"questions"`
	Fields       SheetFields `json:"fields"`
}

// SheetFields are the parts of a person that are printed. Note is private and off until ticked.
type SheetFields struct {
	Photo        bool `json:"photo"`
	Role         bool `json:"role"`
	Organisation bool `json:"organisation"`
	Phone        bool `json:"phone"`
	Email        bool `json:"email"`
	Tags         bool `json:"tags"`
	Tick         bool `json:"tick"`
	Line         bool `json:"line"`
	Address      bool `json:"address"`
	Birthday     bool `json:"birthday"`
	Note         bool `json:"note"`
	QR           bool `json:"qr"`
}

// SheetPreview is a drawn sheet: URL, below /sheets/, answers with the PDF until the next preview.
type SheetPreview struct {
	URL     string   `json:"url"`
	Pages   int      `json:"pages"`
	People  int      `json:"people"`
	Missing []string `json:"missing"`
}

// FailureView is the JSON text of every rejected call: "error.<code>" with its arguments.
type FailureView struct {
	Code string     `json:"code"`
	Args []Argument `json:"args"`
}
