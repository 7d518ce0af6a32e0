package cli

// importVerb takes in the cards of .vcf files.
type importVerb struct {
	File    []string `arg:"" name:"file"`
	DryRun  bool     `name:"dry-run"`
	Similar string   `name:"similar" enum:",add,merge,skip" default:""`
	JSON    bool     `name:"json"`
}
