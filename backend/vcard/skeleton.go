package vcard

import (
	"io"

	govcard "github.com/emersion/go-vcard"
)

// Version is the vCard version of a card.
type Version uint8

// The versions. VersionUnknown is a card that names none.
const (
	VersionUnknown Version = iota
	V21
	V30
	V40
)

// String returns "2.1", "3.0", "4.0" or "".
func (v Version) String() string { return [...]string{"", "2.1", "3.0", "4.0"}[v] }

// Param is one parameter of a line, its values decoded. A bare word of vCard 2.1 has the Name it stands for.
type Param struct {
	Name   string
	Values []string
}

// Line is one content line of a card.
type Line struct {
	Number int // first physical line in the file, from 1
}

// Name returns the property name as written.
func (l *Line) Name() string { return "" }

// Group returns the group as written, "" when there is none.
func (l *Line) Group() string { return "" }

// Raw returns the unfolded value as written, not decoded.
func (l *Line) Raw() []byte { return nil }

// Params returns the parameters in order.
func (l *Line) Params() []Param { return nil }

// Is reports whether the line has this property name, in any case.
func (l *Line) Is(name string) bool { return false }

// Text returns the decoded value as one text.
func (l *Line) Text() string { return "" }

// List returns the decoded value as a comma list.
func (l *Line) List() []string { return nil }

// Components returns the decoded value as components of lists.
func (l *Line) Components() [][]string { return nil }

// Types returns the types in lower case.
func (l *Line) Types() []string { return nil }

// Param returns the first value of a parameter.
func (l *Line) Param(name string) string { return "" }

// Binary returns embedded bytes.
func (l *Line) Binary() (data []byte, mime string, ok bool) { return nil, "", false }

// Card is one card: its bytes and its content lines in file order.
type Card struct {
	Raw     []byte
	Charset string
	Version Version
	Lines   []Line
	Number  int
	Line    int
	Offset  int64
	Repairs []Repair
	Counts  Counts
}

// Value is one value with its types and label. Index is its line in Lines.
type Value struct {
	Value string
	Types []string
	Label string
	Pref  bool
	Index int
}

// Address is one ADR.
type Address struct {
	govcard.Address
	Formatted string
	Types     []string
	Label     string
	Pref      bool
	Index     int
}

// Date is one date of a card. Year, Month and Day are 0 when not said.
type Date struct {
	Kind             string
	Year, Month, Day int
	Text             string
	Label            string
	Index            int
}

// Relation is one related person.
type Relation struct {
	Value string
	URI   bool
	Types []string
	Label string
	Index int
}

// Photo is one picture of a card.
type Photo struct {
	Hash  string
	Mime  string
	Data  []byte
	URI   string
	Index int
}

func (c *Card) FN() string                  { return "" }
func (c *Card) FNs() []string               { return nil }
func (c *Card) Names() []govcard.Name       { return nil }
func (c *Card) DisplayName() (string, bool) { return "", false }
func (c *Card) Phones() []Value             { return nil }
func (c *Card) Emails() []Value             { return nil }
func (c *Card) URLs() []Value               { return nil }
func (c *Card) Messengers() []Value         { return nil }
func (c *Card) Socials() []Value            { return nil }
func (c *Card) Addresses() []Address        { return nil }
func (c *Card) Orgs() [][]string            { return nil }
func (c *Card) Titles() []string            { return nil }
func (c *Card) Roles() []string             { return nil }
func (c *Card) Nicknames() []string         { return nil }
func (c *Card) Categories() []string        { return nil }
func (c *Card) Notes() []string             { return nil }
func (c *Card) UID() string                 { return "" }
func (c *Card) Rev() string                 { return "" }
func (c *Card) Dates() []Date               { return nil }
func (c *Card) Related() []Relation         { return nil }
func (c *Card) Members() []string           { return nil }
func (c *Card) Photos() []Photo             { return nil }
func (c *Card) Others() []*Line             { return nil }
func (c *Card) Kind() string                { return "" }
func (c *Card) ContentHash() [16]byte       { return [16]byte{} }
func (c *Card) Fields() govcard.Card        { return nil }
func (c *Card) Clone() *Card                { return nil }

// Detach takes embedded pictures out of Raw and returns them.
func (c *Card) Detach() []Photo { return nil }

// Attach puts detached pictures back.
func Attach(raw []byte, photo func(hash string) ([]byte, error)) ([]byte, error) { return raw, nil }

// Options say how to read.
type Options struct {
	Charset string
	MaxCard int
}

// Reader reads cards from a stream.
type Reader struct{}

func NewReader(r io.Reader, o Options) *Reader   { return nil }
func (r *Reader) Read() (*Card, error)           { return nil, io.EOF }
func (r *Reader) Format() Format                 { return Format{} }
func (r *Reader) Unreadable() []Unreadable       { return nil }
func (r *Reader) Counts() Counts                 { return Counts{} }
func Parse(raw []byte, o Options) (*Card, error) { return nil, nil }

// Format is what a file turned out to be.
type Format struct {
	Encoding string
	Versions []Version
	Producer string
}

// Counts are content lines; Shown, Kept and Unreadable add up to Total.
type Counts struct{ Total, Shown, Kept, Unreadable int }

// Unreadable is a piece of a file that no card holds.
type Unreadable struct {
	Card, Line int
	Text       string
	Reason     Reason
}

// Repair is one departure from what a file says.
type Repair struct {
	Card, Line int
	Reason     Reason
	Text       string
	Made       string
}

// Reason is a stable code, e.g. "missing-end".
type Reason string

// Reasons returns all reasons.
func Reasons() []Reason { return nil }

// Content is a value to be written.
type Content struct{}

func Text(s string) Content                        { return Content{} }
func List(items ...string) Content                 { return Content{} }
func Components(parts ...string) Content           { return Content{} }
func URI(s string) Content                         { return Content{} }
func Bytes(data []byte, mime string) Content       { return Content{} }
func On(year, month, day int) Content              { return Content{} }
func (c *Card) Add(name string, v Content) int     { return 0 }
func (c *Card) Set(i int, v Content)               {}
func (c *Card) Put(name string, v Content)         {}
func (c *Card) SetTypes(i int, types ...string)    {}
func (c *Card) SetLabel(i int, label string)       {}
func (c *Card) Remove(i int)                       {}
func New(v Version) *Card                          { return nil }
func (c *Card) Convert(to Version) (*Card, []Loss) { return nil, nil }

// Loss is something a version cannot say.
type Loss struct {
	Line   int
	Name   string
	Text   string
	Reason Reason
}

// Writer writes cards to a stream.
type Writer struct{}

func NewWriter(w io.Writer) *Writer   { return nil }
func (w *Writer) Write(c *Card) error { return nil }
