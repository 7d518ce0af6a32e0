package cli

// doctorVerb looks the book over.
type doctorVerb struct {
	Reindex bool `name:"reindex"`
}
