package cli

// listVerb lists people.
type listVerb struct {
	selection
	Limit number `name:"limit"`
	JSON  bool   `name:"json"`
}
