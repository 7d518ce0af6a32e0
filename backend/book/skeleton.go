package book

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"kaffeerunde/backend/contact"
)

var errUnbuilt = errors.New("unbuilt")

// Options say how a book is opened. Now and Rand may be nil: the system's clock and randomness. Language, "de" or "en",
// decides the collation of a new book.
type Options struct {
	Now      func() time.Time
	Rand     io.Reader
	Language string
}

// Book is an open book.
type Book struct{}

// Open opens the book at path and creates it where there is none.
func Open(ctx context.Context, path string, o Options) (*Book, error) { return nil, errUnbuilt }

// DefaultPath is where the book lies unless told otherwise: kaffeerunde/book.db in the user's data folder.
func DefaultPath() (string, error) { return "", errUnbuilt }

// Explain turns an error into a sentence of the catalogue. An unknown one becomes "unexpected" with {detail}.
func Explain(err error) contact.Fault { return contact.Fault{Code: "unexpected"} }

func (b *Book) Close() error                                       { return nil }
func (b *Book) Path() string                                       { return "" }
func (b *Book) Count(ctx context.Context) (int, error)             { return 0, errUnbuilt }
func (b *Book) Settings(ctx context.Context) (Settings, error)     { return Settings{}, errUnbuilt }
func (b *Book) SaveSettings(ctx context.Context, s Settings) error { return errUnbuilt }

// Revision changes with every change of the book, by any program.
func (b *Book) Revision(ctx context.Context) (int64, error) { return 0, errUnbuilt }

func (b *Book) People(ctx context.Context, q Query, offset, limit int) (Page, error) {
	return Page{}, errUnbuilt
}
func (b *Book) Letters(ctx context.Context, q Query) ([]Letter, error) { return nil, errUnbuilt }
func (b *Book) IDs(ctx context.Context, q Query) ([]contact.ID, error) { return nil, errUnbuilt }
func (b *Book) Person(ctx context.Context, id contact.ID) (contact.Person, error) {
	return contact.Person{}, errUnbuilt
}
func (b *Book) FindPerson(ctx context.Context, ref string) (contact.Person, error) {
	return contact.Person{}, errUnbuilt
}
func (b *Book) Card(ctx context.Context, id contact.ID) ([]byte, error) { return nil, errUnbuilt }
func (b *Book) Add(ctx context.Context, d contact.Draft) (contact.Person, Change, error) {
	return contact.Person{}, Change{}, errUnbuilt
}
func (b *Book) Edit(ctx context.Context, id contact.ID, d contact.Draft) (contact.Person, Change, error) {
	return contact.Person{}, Change{}, errUnbuilt
}
func (b *Book) Delete(ctx context.Context, ids []contact.ID) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) SetPhoto(ctx context.Context, id contact.ID, data []byte) (contact.Person, Change, error) {
	return contact.Person{}, Change{}, errUnbuilt
}
func (b *Book) RemovePhoto(ctx context.Context, id contact.ID) (contact.Person, Change, error) {
	return contact.Person{}, Change{}, errUnbuilt
}
func (b *Book) Organisations(ctx context.Context, prefix string) ([]OrganisationCount, error) {
	return nil, errUnbuilt
}
func (b *Book) Photo(ctx context.Context, hash string) (data []byte, mime string, err error) {
	return nil, "", errUnbuilt
}

// Thumbnail returns a square JPEG of px pixels a side.
func (b *Book) Thumbnail(ctx context.Context, hash string, px int) ([]byte, error) {
	return nil, errUnbuilt
}

func (b *Book) Tags(ctx context.Context) ([]contact.Tag, error) { return nil, errUnbuilt }
func (b *Book) CreateTag(ctx context.Context, name, colour string) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) RenameTag(ctx context.Context, name, to string) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) MergeTags(ctx context.Context, from []string, into string) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) ColourTag(ctx context.Context, name, colour string) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) DeleteTag(ctx context.Context, name string) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) Tag(ctx context.Context, name string, ids []contact.ID) (Change, error) {
	return Change{}, errUnbuilt
}
func (b *Book) Untag(ctx context.Context, name string, ids []contact.ID) (Change, error) {
	return Change{}, errUnbuilt
}

// Preview is what an import would do. It belongs to one goroutine at a time.
type Preview struct{}

func (p *Preview) Files() []FileSummary { return nil }
func (p *Preview) Plan() Plan           { return Plan{} }
func (p *Preview) Rows(ctx context.Context, pile Pile, offset, limit int) (Rows, error) {
	return Rows{}, errUnbuilt
}
func (p *Preview) Decide(pile Pile, d Decision) error    { return errUnbuilt }
func (p *Preview) DecideRow(index int, d Decision) error { return errUnbuilt }

func (b *Book) Preview(ctx context.Context, files []string, tick Tick) (*Preview, error) {
	return nil, errUnbuilt
}
func (b *Book) Import(ctx context.Context, p *Preview, tick Tick) (Receipt, error) {
	return Receipt{}, errUnbuilt
}
func (b *Book) ImportFiles(ctx context.Context, files []string, o ImportOptions, tick Tick) ([]FileReceipt, error) {
	return nil, errUnbuilt
}

// ReadCards reads a file without a book.
func ReadCards(ctx context.Context, file string) iter.Seq2[CardRead, error] {
	return func(yield func(CardRead, error) bool) { yield(CardRead{}, errUnbuilt) }
}

func (b *Book) Receipts(ctx context.Context) ([]Receipt, error) { return nil, errUnbuilt }
func (b *Book) Receipt(ctx context.Context, operation int64) (Receipt, error) {
	return Receipt{}, errUnbuilt
}
func (b *Book) Repairs(ctx context.Context, operation int64, offset, limit int) (Findings, error) {
	return Findings{}, errUnbuilt
}
func (b *Book) Unreadable(ctx context.Context, operation int64, offset, limit int) (Findings, error) {
	return Findings{}, errUnbuilt
}
func (b *Book) Undecided(ctx context.Context, operation int64, offset, limit int) (Rows, error) {
	return Rows{}, errUnbuilt
}

// DecideLater decides rows of Undecided, by their Index.
func (b *Book) DecideLater(ctx context.Context, rows []int, d Decision) (Change, error) {
	return Change{}, errUnbuilt
}

// AddSample takes in invented people as an import that RemoveSample finds again.
func (b *Book) AddSample(ctx context.Context, cards []byte) (Receipt, error) {
	return Receipt{}, errUnbuilt
}
func (b *Book) RemoveSample(ctx context.Context) (Change, error) { return Change{}, errUnbuilt }
func (b *Book) HasSample(ctx context.Context) (bool, error)      { return false, errUnbuilt }

func (b *Book) History(ctx context.Context, offset, limit int) (Operations, error) {
	return Operations{}, errUnbuilt
}

// Undo undoes an operation, 0 the newest that is not undone, and returns what was undone, newest first.
func (b *Book) Undo(ctx context.Context, operation int64) ([]Operation, error) {
	return nil, errUnbuilt
}

// Redo does the operations of the newest undo again.
func (b *Book) Redo(ctx context.Context) ([]Operation, error) { return nil, errUnbuilt }

// Losses, Export, ExportFile and Sheet are being written by another developer in export*.go and contact_sheet.go of this
// package: leave them to him; he needs Book.IDs, Book.Card or a streaming read of cards in list order.

func (b *Book) Doctor(ctx context.Context) ([]Diagnosis, error) { return nil, errUnbuilt }
func (b *Book) Reindex(ctx context.Context) error               { return errUnbuilt }

// Dump writes the truth of the book as text: two books with equal dumps hold the same.
func (b *Book) Dump(ctx context.Context, w io.Writer) error { return errUnbuilt }
