package cli

// undoVerb takes an operation back.
type undoVerb struct {
	Operation number `arg:"" optional:"" name:"operation"`
}

// redoVerb does again what was undone last.
type redoVerb struct{}
