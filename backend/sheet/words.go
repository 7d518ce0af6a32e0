package sheet

// Words are the few fixed words on a sheet, in the language of Options.Lang. Braces are filled in.
type Words struct {
	Page         string // "Page {page} of {pages}"
	Booklet      string // "Booklet {number} of {total}", on the cover when five pages are not enough
	Nobody       string // in place of the people when there are none
	Introduction string // heading of my introduction
	Questions    string // heading of my questions
	Known        string // heading of the guests whom I know
	Open         string // "Still open: {what}"
	Offer        string // "I could offer: {what}"
	Notes        string // heading of the lines to write on
	Birthday     string // "Birthday: {date}"
	Fold         string // beside a line to fold
	Cut          string // beside the line to cut
}

// WordsFrom takes the words from a catalogue, which answers a key ("sheet.page") with its sentence, braces and all.
func WordsFrom(sentence func(key string) string) Words {
	return Words{
		Page:         sentence("sheet.page"),
		Booklet:      sentence("sheet.booklet"),
		Nobody:       sentence("sheet.nobody"),
		Introduction: sentence("sheet.introduction"),
		Questions:    sentence("sheet.questions"),
		Known:        sentence("sheet.known"),
		Open:         sentence("sheet.open"),
		Offer:        sentence("sheet.offer"),
		Notes:        sentence("sheet.notes"),
		Birthday:     sentence("sheet.birthday"),
		Fold:         sentence("sheet.fold"),
		Cut:          sentence("sheet.cut"),
	}
}
