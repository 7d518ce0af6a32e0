package book

// CardRead is what one card of a file says, decoded, in the order of the file. No slice is nil.
type CardRead struct {
	FN         []string
	N          [][]string // family, given, additional, prefixes, suffixes
	Tel        []string
	Email      []string
	Org        [][]string
	Note       []string
	Categories []string
	Photo      []PhotoRead
}

// PhotoRead is an embedded picture: its size in bytes and its SHA-1 in hex.
type PhotoRead struct {
	Bytes int
	SHA1  string
}
