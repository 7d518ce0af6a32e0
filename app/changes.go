package app

import (
	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// changed passes on the outcome of a use case that changed the book.
func (s *session) changed(c book.Change, err error) (Change, error) {
	if err != nil {
		return Change{}, err
	}
	return changeView(c), nil
}

func (s *session) changedPerson(p contact.Person, c book.Change, err error) (PersonChange, error) {
	if err != nil {
		return PersonChange{}, err
	}
	return PersonChange{Person: personView(p), Change: changeView(c)}, nil
}

func (s *session) receipt(r book.Receipt, err error) (ReceiptView, error) {
	if err != nil {
		return ReceiptView{Files: []ImportFile{}}, err
	}
	return receiptView(r), nil
}

func (s *session) operations(done []book.Operation, err error) ([]OperationView, error) {
	if err != nil {
		return []OperationView{}, err
	}
	return each(done, operationView), nil
}

func changeView(c book.Change) Change {
	return Change{Operation: c.Operation, Kind: string(c.Kind), Name: c.Name, Count: c.Count}
}
