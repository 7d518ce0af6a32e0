package app

// Choice is what becomes of a difference between a card of a file and the person it meets.
type Choice string

// The choices. Both keeps mine, and theirs beside it.
const (
	ChoiceMine   Choice = "mine"
	ChoiceTheirs Choice = "theirs"
	ChoiceBoth   Choice = "both"
)

// DifferenceView is one thing that two cards say otherwise: "difference.<field>" of the catalogue, Property is the name of the
// property for the field "property", else "". Mine or Theirs is empty where only the other side says something. Choices are
// what can become of it, Choice is what would.
type DifferenceView struct {
	Index    int               `json:"index"`
	Field    string            `json:"field"`
	Property string            `json:"property"`
	Mine     []DifferenceValue `json:"mine"`
	Theirs   []DifferenceValue `json:"theirs"`
	Choices  []Choice          `json:"choices"`
	Choice   Choice            `json:"choice"`
}

// DifferenceValue is one value of a difference. Year, Month and Day are 0 for what is no date or is not said. Photo is "" or
// the data: address of a small picture. What is said of a connection follows its Value in lines of its own; Closed is "don't
// ask".
type DifferenceValue struct {
	Value  string   `json:"value"`
	Types  []string `json:"types"`
	Label  string   `json:"label"`
	Year   int      `json:"year"`
	Month  int      `json:"month"`
	Day    int      `json:"day"`
	Photo  string   `json:"photo"`
	Closed bool     `json:"closed"`
}
