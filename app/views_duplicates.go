package app

// DuplicatePage is a stretch of the groups that may be one person. Sure and SurePeople count those that are sure and not put off.
type DuplicatePage struct {
	Total      int             `json:"total"`
	Later      int             `json:"later"`
	Sure       int             `json:"sure"`
	SurePeople int             `json:"surePeople"`
	Offset     int             `json:"offset"`
	Items      []DuplicateView `json:"items"`
}

// DuplicateView is two or more people who may be one, with the reasons: "reason.<code>".
type DuplicateView struct {
	People  []PersonRow `json:"people"`
	Sure    bool        `json:"sure"`
	Later   bool        `json:"later"`
	Reasons []Reason    `json:"reasons"`
}

// PeopleGroup is people who are to be one.
type PeopleGroup struct {
	People []int64 `json:"people"`
}

// MergeView is what people say, side by side: each row has a cell for each of them. Where some of them are Missing there are no rows.
type MergeView struct {
	People  []PersonRow     `json:"people"`
	Rows    []MergeRow      `json:"rows"`
	Missing []MissingPerson `json:"missing"`
}

// MissingPerson is somebody who is not in the book any more: Whole, called WholeName, is whose part they became, 0 for nobody's; else
// they were Deleted and lie in the bin, or nothing is known of them.
type MissingPerson struct {
	Name      string `json:"name"`
	Whole     int64  `json:"whole"`
	WholeName string `json:"wholeName"`
	Deleted   bool   `json:"deleted"`
}

// MergeRow is one thing that people say: "difference.<field>", Property is the name of the property for the field "property", else
// "". Where one value alone can stand the row is Single and Lead is whose it would be, else every value stays.
type MergeRow struct {
	Key      string      `json:"key"`
	Field    string      `json:"field"`
	Property string      `json:"property"`
	Single   bool        `json:"single"`
	Lead     int64       `json:"lead"`
	Cells    []MergeCell `json:"cells"`
}

// MergeCell is what one person says, [] for nothing.
type MergeCell struct {
	Values []DifferenceValue `json:"values"`
}

// MergeChoice is what becomes of a row otherwise than proposed: whose value stands, or that a value goes.
type MergeChoice struct {
	Key    string `json:"key"`
	Person int64  `json:"person"`
	Drop   bool   `json:"drop"`
}

// PartView is somebody who became a part of a person.
type PartView struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// SplitView is what a split did. What was written since the merge stayed with the person it was written on; what was taken off since
// is Gone from them.
type SplitView struct {
	Change Change        `json:"change"`
	Stayed []StayedValue `json:"stayed"`
	Gone   []StayedValue `json:"gone"`
}

// StayedValue is a value that was written or taken off since a merge.
type StayedValue struct {
	Field    string          `json:"field"`
	Property string          `json:"property"`
	Value    DifferenceValue `json:"value"`
}
