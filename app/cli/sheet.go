package cli

// sheetVerb writes a contact sheet as a PDF.
type sheetVerb struct {
	selection
	Layout string `name:"layout" enum:"list,cards,pocket" default:"list"`
	Lang   string `name:"lang" enum:",de,en" default:""`
	Title  string `name:"title"`
	Output string `name:"output" short:"o" required:""`
}
