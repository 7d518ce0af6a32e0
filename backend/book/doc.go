// Package book is what one does with one's people: the use cases, one file each. Both shells, the window and the terminal,
// call it and nothing below it.
//
// Every change is one operation in one transaction, written to the journal, so that [Book.Undo] can take it back after a
// restart too. The card is the truth for what a vCard can say; what lists and searches read is derived from it in the same
// transaction and can be derived again with [Book.Reindex].
//
// A Book is safe for concurrent use. All methods that take a context stop when it is cancelled and then leave the book as
// it was. [Explain] turns any error of this package into a sentence of the catalogue.
package book
