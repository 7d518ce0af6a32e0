package app

// TableKnowledge says how a table came by the meaning of its columns; "" for a file that is no table.
type TableKnowledge string

// What is known of a table. One that is guessed is shown to the person before it is taken in.
const (
	TableNone       TableKnowledge = ""
	TableRecognised TableKnowledge = "recognised"
	TableRemembered TableKnowledge = "remembered"
	TableGuessed    TableKnowledge = "guessed"
)

// TableView is how a table would be read. Layout is "google", "outlook", "linkedin", "thunderbird" ("table.layout.<Layout>" of
// the catalogue), or "". Headed is false when the first row is a person already. Samples are the first five rows, which may
// be shorter or longer than Columns. Fields are all that a column can be taken for.
type TableView struct {
	Name     string         `json:"name"`
	Path     string         `json:"path"`
	Known    TableKnowledge `json:"known"`
	Layout   string         `json:"layout"`
	Headed   bool           `json:"headed"`
	Encoding string         `json:"encoding"`
	Columns  []ColumnView   `json:"columns"`
	Samples  [][]string     `json:"samples"`
	Fields   []FieldView    `json:"fields"`
}

// ColumnView is what one column is taken for. Header is "" where it has none.
type ColumnView struct {
	Header string `json:"header"`
	Field  string `json:"field"`
	Type   string `json:"type"`
}

// ColumnForm says what a column is: one of the Fields of the TableView and one of its types, "" for none.
type ColumnForm struct {
	Field string `json:"field"`
	Type  string `json:"type"`
}

// FieldView is something that a column can be taken for: "table.field.<Field>" of the catalogue. Types are empty for a field
// that has none, else "table.type.<type>"; "" is no type, "table.type.none".
type FieldView struct {
	Field string   `json:"field"`
	Types []string `json:"types"`
}
