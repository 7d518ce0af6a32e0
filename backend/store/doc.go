// Package store keeps a book in one SQLite file: the truth (cards, photos, tags), the index that is derived from it, the
// journal from which every operation is undone, and the receipts of imports.
//
// Everything runs in a transaction that is a function: [DB.Write] or [DB.Read]. Triggers on the tables of truth write down
// what a row was before the running operation first touched it, so a change that no operation was announced for
// ([Tx.Begin]) fails instead of escaping the journal. The package knows no vCard: cards are bytes to it, and what is derived
// from them is handed in as an [Entry].
package store
