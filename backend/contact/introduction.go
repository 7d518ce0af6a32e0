package contact

// Introduction is how the owner of the book introduces themselves on one kind of occasion: in German and in English, in some ten
// seconds and in some thirty. Any of the texts may be "".
type Introduction struct {
	ID              int64
	Occasion        string
	ShortDE, LongDE string
	ShortEN, LongEN string
}

// Length says how long an introduction takes.
type Length string

// The lengths.
const (
	Short Length = "short" // some ten seconds
	Long  Length = "long"  // some thirty
)

// Text returns where the text of a language, "de" or "en", and a length is kept.
func (i *Introduction) Text(language string, length Length) *string {
	switch {
	case language == "de" && length == Long:
		return &i.LongDE
	case language == "de":
		return &i.ShortDE
	case length == Long:
		return &i.LongEN
	}
	return &i.ShortEN
}
