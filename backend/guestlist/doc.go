// Package guestlist reads the guests of an event from a list as people get it: pasted from a mail, a web page or a PDF, numbered,
// bulleted, in columns or not, or as the rows of a table.
//
// # What it promises
//
// Nothing is lost. Every line is kept as it came, with its number, in its guests or as a line that was left out with the reason;
// it is never in both. What a line says that no field fits is the guest's note.
//
// Nothing is made up. A name that is made of a mail address says so. Nobody is dropped for coming twice: the second says whose
// twin it is. What a column means is judged over all lines that are split alike, never by one line, and can be mended: a [List]
// says how it was read ([Shape]), and the same shapes, mended, are taken back by [Read].
//
// Nothing runs away. The work grows with the length of the list; a list has limits (see the constants), and what is beyond them is
// left out with a reason.
//
// # What is out of its reach
//
// Names in one block and companies in the next, as some PDFs are copied, and a guest over several lines: each line is read for
// itself. Which word of a name is the family name is known where a comma, capitals, a particle, the script or the rest of the list
// tells; else the last word is. Package match does not depend on it.
//
// It is pure: it knows text and rows, no files, no tables, no cards and no people. Who has a workbook hands over its rows, who has
// cards makes guests of them.
package guestlist
