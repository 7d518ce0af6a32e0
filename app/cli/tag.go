package cli

// tagVerbs put tags on people, take them off, and list them.
type tagVerbs struct {
	Add    tagAddVerb    `cmd:""`
	Remove tagRemoveVerb `cmd:""`
	List   tagListVerb   `cmd:""`
}

type tagAddVerb struct {
	Tag    string   `arg:"" name:"tag"`
	Person []string `arg:"" name:"person"`
}

type tagRemoveVerb struct {
	Tag    string   `arg:"" name:"tag"`
	Person []string `arg:"" name:"person"`
}

type tagListVerb struct {
	JSON bool `name:"json"`
}
