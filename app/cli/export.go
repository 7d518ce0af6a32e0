package cli

// exportVerb writes people to a file that other programs read.
type exportVerb struct {
	selection
	Format string `name:"format" required:"" enum:"vcf,csv,xlsx"`
	VCard  string `name:"vcard" enum:",original,2.1,3.0,4.0" default:""`
	Output string `name:"output" short:"o" required:""`
}
