package cli

// historyVerb lists what was done to the book, the newest first.
type historyVerb struct {
	JSON bool `name:"json"`
}
