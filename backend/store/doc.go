// Package store keeps a book in one SQLite file: the truth (cards, photos, tags), the index that is derived from it, the
// journal from which every operation is undone, and the receipts of imports.
//
// Everything runs in a transaction that is a function: [DB.Write] or [DB.Read]. Triggers on the tables of truth write
// down what a row was before the running operation first touched it, so a change that no operation was announced for
// ([Tx.Begin]) fails instead of escaping the journal. The package knows no vCard: cards are bytes to it, and what is
// derived from them is handed in as an [Entry].
//
// # The journal
//
// Each use case is one operation in one transaction. Triggers on the tables of truth write the inverse of every row they
// see; undo runs them newest first, and the same triggers write the inverse of that, which is redo. An imported person
// costs one short row. An older operation can be undone too: the later ones that touched the same rows go with it, and
// the person is told before.
//
// What a row said before stands there under the operation; what it said after stands under the next one that touched the
// row, or in the table. While an operation is undone it is the other way round. So the history needs no record of its
// own, and tells the same of what is done and of what is undone; of what was undone before something new came nothing is
// left to tell.
//
// # The bin
//
// Who was deleted lies there as the row that the deletion wrote; the bin is a question to it, and trimming the history
// leaves those rows. Emptying it takes them out of the journal, with whoever had become a part of them, and out of all
// else that tells of them: receipts quote "…" in their stead, cards that wait to be decided and the guest whom they were
// go, others' cards lose the states from while the two were one. Then the file is written anew, since SQLite does not
// write over every page it lets go of; where that cannot be now, a mark in the book lets it be done when it is next
// tended. It is the one thing that cannot be undone; backups keep what they have until they are thinned out.
//
// # Searching without an index
//
// There is no FTS5 and no table of numbers. Importing 100,000 cards with everything has to stay within five times what a
// bare vCard decoder takes; tokenising for a full-text index alone would use that up, and it finds neither inner digits
// nor a single Chinese character. Instead each person has one line of folded text. The window scans them in memory, in
// the order of the list, and passes over those whose pairs of letters say that they cannot fit, 64 bytes for each person; a terminal
// verb, which asks once, lets SQLite find who holds the rarest word and looks at those alone. Match keys are packed beside it and
// loaded in bulk when an import starts, which is why an import into a full book costs about what it costs into an empty one.
package store
