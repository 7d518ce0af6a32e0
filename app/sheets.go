package app

import "errors"

var errUndrawn = errors.New("undrawn")

// Sheets serves the contact sheet.
type Sheets struct{ session *session }

// Preview draws the sheet and returns where the page reads it.
func (s *Sheets) Preview(f SheetForm) (v SheetPreview, err error) { return v, errUndrawn }

// Save asks where to and writes the sheet; Path is "" when the dialog was closed.
func (s *Sheets) Save(f SheetForm) (v WrittenFile, err error) { return v, errUndrawn }

// Open writes the sheet into a folder of its own and opens it with the system's viewer.
func (s *Sheets) Open(f SheetForm) (v WrittenFile, err error) { return v, errUndrawn }

// Fields returns what a layout prints unless told otherwise.
func (s *Sheets) Fields(layout string) (v SheetFields, err error) { return v, errUndrawn }
