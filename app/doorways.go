package app

import "errors"

var errUnbuilt = errors.New("unbuilt")

// Shell is bound.
type Shell struct{ s *session }

// Start is a doorway.
func (x *Shell) Start() (r StartView, err error) { return r, errUnbuilt }

// ChooseFiles is a doorway.
func (x *Shell) ChooseFiles() (r []string, err error) { return r, errUnbuilt }

// ChoosePhoto is a doorway.
func (x *Shell) ChoosePhoto() (r string, err error) { return r, errUnbuilt }

// OpenLink is a doorway.
func (x *Shell) OpenLink(address string) error { return errUnbuilt }

// Copy is a doorway.
func (x *Shell) Copy(text string) error { return errUnbuilt }

// OpenFile is a doorway.
func (x *Shell) OpenFile(path string) error { return errUnbuilt }

// ShowFile is a doorway.
func (x *Shell) ShowFile(path string) error { return errUnbuilt }

// Report is a doorway.
func (x *Shell) Report(message string) error { return errUnbuilt }

// People is bound.
type People struct{ s *session }

// List is a doorway.
func (x *People) List(q PersonQuery, offset, limit int) (r PersonPage, err error) {
	return r, errUnbuilt
}

// Letters is a doorway.
func (x *People) Letters(q PersonQuery) (r []Letter, err error) { return r, errUnbuilt }

// IDs is a doorway.
func (x *People) IDs(q PersonQuery) (r []int64, err error) { return r, errUnbuilt }

// Read is a doorway.
func (x *People) Read(id int64) (r PersonView, err error) { return r, errUnbuilt }

// Add is a doorway.
func (x *People) Add(f PersonForm) (r PersonChange, err error) { return r, errUnbuilt }

// Edit is a doorway.
func (x *People) Edit(id int64, f PersonForm) (r PersonChange, err error) { return r, errUnbuilt }

// Delete is a doorway.
func (x *People) Delete(ids []int64) (r Change, err error) { return r, errUnbuilt }

// SetPhoto is a doorway.
func (x *People) SetPhoto(id int64, path string) (r PersonChange, err error) { return r, errUnbuilt }

// RemovePhoto is a doorway.
func (x *People) RemovePhoto(id int64) (r PersonChange, err error) { return r, errUnbuilt }

// Organisations is a doorway.
func (x *People) Organisations(prefix string) (r []Organisation, err error) { return r, errUnbuilt }

// Tags is bound.
type Tags struct{ s *session }

// List is a doorway.
func (x *Tags) List() (r []Tag, err error) { return r, errUnbuilt }

// Create is a doorway.
func (x *Tags) Create(name, colour string) (r Change, err error) { return r, errUnbuilt }

// Rename is a doorway.
func (x *Tags) Rename(name, to string) (r Change, err error) { return r, errUnbuilt }

// Colour is a doorway.
func (x *Tags) Colour(name, colour string) (r Change, err error) { return r, errUnbuilt }

// Delete is a doorway.
func (x *Tags) Delete(name string) (r Change, err error) { return r, errUnbuilt }

// Merge is a doorway.
func (x *Tags) Merge(names []string, into string) (r Change, err error) { return r, errUnbuilt }

// Put is a doorway.
func (x *Tags) Put(name string, ids []int64) (r Change, err error) { return r, errUnbuilt }

// Take is a doorway.
func (x *Tags) Take(name string, ids []int64) (r Change, err error) { return r, errUnbuilt }

// Imports is bound.
type Imports struct{ s *session }

// Preview is a doorway.
func (x *Imports) Preview(job string, paths []string) (r ImportPreview, err error) {
	return r, errUnbuilt
}

// Rows is a doorway.
func (x *Imports) Rows(preview string, pile Pile, offset, limit int) (r ImportRows, err error) {
	return r, errUnbuilt
}

// Decide is a doorway.
func (x *Imports) Decide(preview string, pile Pile, d Decision) (r ImportPlan, err error) {
	return r, errUnbuilt
}

// DecideRow is a doorway.
func (x *Imports) DecideRow(preview string, index int, d Decision) (r ImportPlan, err error) {
	return r, errUnbuilt
}

// Run is a doorway.
func (x *Imports) Run(job, preview string) (r ReceiptView, err error) { return r, errUnbuilt }

// Close is a doorway.
func (x *Imports) Close(preview string) error { return errUnbuilt }

// Receipts is a doorway.
func (x *Imports) Receipts() (r []ReceiptView, err error) { return r, errUnbuilt }

// Receipt is a doorway.
func (x *Imports) Receipt(operation int64) (r ReceiptView, err error) { return r, errUnbuilt }

// Repairs is a doorway.
func (x *Imports) Repairs(operation int64, offset, limit int) (r RepairRows, err error) {
	return r, errUnbuilt
}

// Unreadable is a doorway.
func (x *Imports) Unreadable(operation int64, offset, limit int) (r RepairRows, err error) {
	return r, errUnbuilt
}

// Undecided is a doorway.
func (x *Imports) Undecided(operation int64, offset, limit int) (r ImportRows, err error) {
	return r, errUnbuilt
}

// DecideUndecided is a doorway.
func (x *Imports) DecideUndecided(operation int64, indexes []int, d Decision) (r Change, err error) {
	return r, errUnbuilt
}

// AddSample is a doorway.
func (x *Imports) AddSample() (r ReceiptView, err error) { return r, errUnbuilt }

// RemoveSample is a doorway.
func (x *Imports) RemoveSample() (r Change, err error) { return r, errUnbuilt }

// Exports is bound.
type Exports struct{ s *session }

// Losses is a doorway.
func (x *Exports) Losses(f ExportForm) (r []Loss, err error) { return r, errUnbuilt }

// Save is a doorway.
func (x *Exports) Save(job string, f ExportForm) (r WrittenFile, err error) { return r, errUnbuilt }

// Sheets is bound.
type Sheets struct{ s *session }

// Preview is a doorway.
func (x *Sheets) Preview(f SheetForm) (r SheetPreview, err error) { return r, errUnbuilt }

// Save is a doorway.
func (x *Sheets) Save(f SheetForm) (r WrittenFile, err error) { return r, errUnbuilt }

// Open is a doorway.
func (x *Sheets) Open(f SheetForm) (r WrittenFile, err error) { return r, errUnbuilt }

// Fields is a doorway.
func (x *Sheets) Fields(layout string) (r SheetFields, err error) { return r, errUnbuilt }

// History is bound.
type History struct{ s *session }

// List is a doorway.
func (x *History) List(offset, limit int) (r OperationPage, err error) { return r, errUnbuilt }

// Undo is a doorway.
func (x *History) Undo(operation int64) (r []OperationView, err error) { return r, errUnbuilt }

// Redo is a doorway.
func (x *History) Redo() (r []OperationView, err error) { return r, errUnbuilt }

// Preferences is bound.
type Preferences struct{ s *session }

// Save is a doorway.
func (x *Preferences) Save(v SettingsView) (r SettingsView, err error) { return r, errUnbuilt }
