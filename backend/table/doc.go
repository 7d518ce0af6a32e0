// Package table reads contacts from tables: CSV of any delimiter and encoding, and XLSX. Bytes become rows, the headers are
// recognised as a layout (Google, Outlook, LinkedIn …) or mapped column by column, and each row becomes a vCard of
// version 3.0.
//
// # What it promises
//
// Nothing is lost. A cell whose column no field fits stays in the card as a private property named after its header; cells
// beyond the header go into the note. What was mended is a vcard.Repair of the card, and a row that cannot be read is a
// vcard.Unreadable with its line.
//
// Nothing is made up. A number that a spreadsheet cut short is kept as it stands and said so; a date whose order of day and
// month is not certain is said so too; the address of a picture is never fetched.
//
// Nothing runs away. A row, a row's cells and a workbook have limits (see the constants), and a table is read row by row.
//
// # Lines
//
// A receipt counts content lines. The lines of a table are those of the cards that were made of it, and one for each row
// that could not be read; the header and what stands above it count nothing.
package table
