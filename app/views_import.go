package app

// Lines counts content lines: Shown, Kept and Unreadable add up to Total.
type Lines struct {
	Total      int `json:"total"`
	Shown      int `json:"shown"`
	Kept       int `json:"kept"`
	Unreadable int `json:"unreadable"`
}

// Pile is one of the four heaps of an import's preview.
type Pile string

// The piles of a preview.
const (
	PileNew        Pile = "new"
	PileSame       Pile = "same"
	PileSimilar    Pile = "similar"
	PileUnreadable Pile = "unreadable"
)

// Decision is what becomes of a card of an import.
type Decision string

// The decisions of a preview.
const (
	DecisionAdd   Decision = "add"
	DecisionMerge Decision = "merge"
	DecisionSkip  Decision = "skip"
	DecisionLater Decision = "later"
)

// ImportFile is what was recognised of one file. Problem is nil when it could be read. Table is "" for a file of vCards;
// Layout is whose layout a table has, or ""; KeptColumns are the headers that no field fits, whose values are kept in the
// cards all the same.
type ImportFile struct {
	Name     string   `json:"name"`
	Path     string   `json:"path"`
	Bytes    int64    `json:"bytes"`
	Cards    int      `json:"cards"`
	Encoding string   `json:"encoding"`
	Guessed  bool     `json:"guessed"`
	Versions []string `json:"versions"`
	Producer string   `json:"producer"`
	Repairs  int      `json:"repairs"`
	Problem  *Problem `json:"problem"`

	Table       TableKnowledge `json:"table"`
	Layout      string         `json:"layout"`
	KeptColumns []string       `json:"keptColumns"`
	// Groups are the cards of groups that are new; their names become tags on their members.
	Groups []ImportGroup `json:"groups"`
}

// ImportGroup is the card of a group. Before the import only Name and Members are known: how many of these were found and wear
// the name as a tag now, and the addresses of some that were not.
type ImportGroup struct {
	Name    string   `json:"name"`
	Members int      `json:"members"`
	Joined  int      `json:"joined"`
	Missing []string `json:"missing"`
}

// Problem is a fault in words of the catalogue: "error.<code>" with its arguments.
type Problem struct {
	Code string     `json:"code"`
	Args []Argument `json:"args"`
}

// Argument fills one {name} of a sentence.
type Argument struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// ImportPreview is what an import would do. Plan counts what would happen with the decisions as they stand. Changed counts
// those of the same pile about whom the files say something else; they are its first rows.
type ImportPreview struct {
	ID         string       `json:"id"`
	Files      []ImportFile `json:"files"`
	Cards      int          `json:"cards"`
	New        int          `json:"new"`
	Same       int          `json:"same"`
	Changed    int          `json:"changed"`
	Similar    int          `json:"similar"`
	Unreadable int          `json:"unreadable"`
	Lines      Lines        `json:"lines"`
	Repairs    int          `json:"repairs"`
	Plan       ImportPlan   `json:"plan"`
}

// ImportPlan counts the cards by what would become of them.
type ImportPlan struct {
	Add   int `json:"add"`
	Merge int `json:"merge"`
	Skip  int `json:"skip"`
	Later int `json:"later"`
}

// ImportRow is one card of a pile; of the unreadable pile one line. Match is the person in the book that it meets, nil
// without one; Twin the earlier card of the same import, nil without one. Changed says that a person already here has other
// content in the file, Organisation that the card is of a company or the like.
type ImportRow struct {
	Index        int        `json:"index"`
	File         string     `json:"file"`
	Card         int        `json:"card"`
	Line         int        `json:"line"`
	Name         string     `json:"name"`
	Detail       string     `json:"detail"`
	Organisation bool       `json:"organisation"`
	Changed      bool       `json:"changed"`
	Match        *PersonRow `json:"match"`
	Twin         *TwinView  `json:"twin"`
	Reasons      []Reason   `json:"reasons"`
	Decision     Decision   `json:"decision"`
}

// TwinView is a card that came earlier in the same import.
type TwinView struct {
	Name string `json:"name"`
	File string `json:"file"`
	Card int    `json:"card"`
	Line int    `json:"line"`
}

// Reason is "reason.<code>" of the catalogue with its arguments.
type Reason struct {
	Code string     `json:"code"`
	Args []Argument `json:"args"`
}

// ImportRows is a stretch of a pile.
type ImportRows struct {
	Total  int         `json:"total"`
	Offset int         `json:"offset"`
	Items  []ImportRow `json:"items"`
}

// ReceiptView is what an import did. Undone says that it has been undone since; Sample marks the invented people.
type ReceiptView struct {
	Operation  int64        `json:"operation"`
	At         string       `json:"at"`
	Files      []ImportFile `json:"files"`
	Cards      int          `json:"cards"`
	Added      int          `json:"added"`
	Merged     int          `json:"merged"`
	Skipped    int          `json:"skipped"`
	Later      int          `json:"later"`
	Undecided  int          `json:"undecided"`
	Unreadable int          `json:"unreadable"`
	Lines      Lines        `json:"lines"`
	Repairs    int          `json:"repairs"`
	Undone     bool         `json:"undone"`
	Sample     bool         `json:"sample"`
	StandsOn   int          `json:"standsOn"`
}

// RepairRow is one departure from a file: "repair.<reason>" of the catalogue with {text} and {made}. An unreadable line
// has the same shape.
type RepairRow struct {
	File   string `json:"file"`
	Card   int    `json:"card"`
	Line   int    `json:"line"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
	Made   string `json:"made"`
}

// RepairRows is a stretch of a receipt's repairs.
type RepairRows struct {
	Total  int         `json:"total"`
	Offset int         `json:"offset"`
	Items  []RepairRow `json:"items"`
}

// ProgressView is sent as the event "progress" while a job runs: absolute figures and a growing sequence number. Total is 0
// when it is not known.
type ProgressView struct {
	Job   string `json:"job"`
	Seq   int    `json:"seq"`
	Done  int64  `json:"done"`
	Total int64  `json:"total"`
	Count int    `json:"count"`
}
