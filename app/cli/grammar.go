package cli

import "strings"

// grammar is the command line as kong reads it. What each word is for stands in the catalogue under "cli.<verb>".
type grammar struct {
	Book string `name:"book" env:"KAFFEERUNDE_BOOK"`

	Import     importVerb     `cmd:""`
	List       listVerb       `cmd:""`
	Show       showVerb       `cmd:""`
	Tag        tagVerbs       `cmd:""`
	Topic      topicVerbs     `cmd:""`
	Export     exportVerb     `cmd:""`
	Sheet      sheetVerb      `cmd:""`
	Connect    connectVerb    `cmd:""`
	Disconnect disconnectVerb `cmd:""`
	Path       pathVerb       `cmd:""`
	Common     commonVerb     `cmd:""`
	Circles    circlesVerb    `cmd:""`
	Graph      graphVerb      `cmd:""`
	Note       noteVerb       `cmd:""`
	Thread     threadVerbs    `cmd:""`
	Event      eventVerbs     `cmd:""`
	Guests     guestsVerbs    `cmd:""`
	Coffee     coffeeVerb     `cmd:""`
	Met        metVerb        `cmd:""`
	Duplicates duplicatesVerb `cmd:""`
	Merge      mergeVerb      `cmd:""`
	Split      splitVerb      `cmd:""`
	Distinct   distinctVerb   `cmd:""`
	History    historyVerb    `cmd:""`
	Undo       undoVerb       `cmd:""`
	Redo       redoVerb       `cmd:""`
	Delete     deleteVerb     `cmd:""`
	Bin        binVerbs       `cmd:""`
	Backup     backupVerb     `cmd:""`
	Restore    restoreVerb    `cmd:""`
	Doctor     doctorVerb     `cmd:""`
}

// verbs are the first words that the terminal answers.
var verbs = []string{
	"import", "list", "show", "tag", "topic", "export", "sheet", "connect", "disconnect", "path", "common", "circles", "graph", "note",
	"thread", "event", "guests", "coffee", "met", "duplicates", "merge", "split", "distinct", "history", "undo", "redo", "delete", "bin", "backup", "restore", "doctor",
	"help",
}

// selection is how list, export and sheet say whom they mean.
type selection struct {
	Query []string `arg:"" optional:""`
	Tag   []string `name:"tag" sep:"none"`
	Topic []string `name:"topic" sep:"none"`
}

// text is the search: several words may stand on the command line without quotes.
func (s selection) text() string { return strings.Join(s.Query, " ") }

// withoutBook drops --book FILE and --book=FILE from the front of a command line.
func withoutBook(args []string) []string {
	for len(args) > 0 {
		switch {
		case args[0] == "--book" && len(args) > 1:
			args = args[2:]
		case args[0] == "--book" || strings.HasPrefix(args[0], "--book="):
			args = args[1:]
		default:
			return args
		}
	}
	return args
}

// looksLikeFile tells whether a word can only be meant as a file or as a flag of the window.
func looksLikeFile(word string) bool {
	return word == "" || strings.HasPrefix(word, "-") || strings.ContainsAny(word, `/\.:`)
}
