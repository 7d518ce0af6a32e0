// Package book is what one does with one's people: the use cases, one file each. Both shells, the window and the
// terminal, call it and nothing below it.
//
// Every change is one operation in one transaction, written to the journal, so that [Book.Undo] can take it back after a
// restart too. The card is the truth for what a vCard can say; what lists and searches read is derived from it in the
// same transaction and can be derived again with [Book.Reindex].
//
// A Book is safe for concurrent use. All methods that take a context stop when it is cancelled and then leave the book as
// it was. [Explain] turns any error of this package into a sentence of the catalogue.
//
// # What stands on a card
//
// A group is a tag, beside the cards. The card of a group (KIND:group, X-ADDRESSBOOKSERVER-KIND:group, a list of
// Evolution) is kept to the letter and is nobody: what is derived from it has a table of its own, so no list, search or
// match ever meets it. Who belongs to it wears its name as a tag, in the table membership, which is truth and in the
// journal. Written into CATEGORIES instead, the tag would make another card of every member, which then neither leaves as
// it came nor is recognised when it comes again. Once a person takes such a tag off or renames it, that is an edit like
// any other: a renamed tag stands on the card. Groups leave as CATEGORIES, or as cards where that is wanted; one with
// members who are not in the book always does, with the whole book.
//
// A connection stands on a card. How two people know each other is a RELATED on the card of one of them, in the types of
// RFC 6350 where they say it, with what they cannot say (since when, how, a note, "don't ask") beside it in its group; so
// it travels, is undone and merged like any other line. The relations that cards bring along are read the same way. The
// index notes whom each card names, so that only those cards are read when somebody asks for a network. What was read is
// kept in memory until the book changes.
//
// A name on a card becomes a connection by a link beside it. Where a line calls somebody "Maria", linking her adds a
// RELATED to her card's UID, with what the line calls her beside it; the line itself is not touched, so it leaves as it
// came and is an offer again once the connection is taken back.
//
// Topics and former organisations are lines of the card. INTEREST, HOBBY and EXPERTISE say what somebody is into and
// offers (RFC 6715); a question, for which there is no property, is one of ours. The years of an organisation stand
// beside it in its group, as what RELATED cannot say does, and so does since when somebody has a topic; a merge brings
// them to the line that both cards have. Their index costs nothing for a card that has none. The screens of an
// organisation and of a topic read the cards of those they are about when they are opened: neither is a thing of its own
// in the book, so there is nothing to keep in step and nothing to undo. Spellings that differ in case and accents are
// one.
//
// Two cards are compared by what they say. A statement is a line or an item of a list with its meaning: the number behind
// a format, the day behind a date, a connection with all that stands beside it. A merge does as was chosen for each
// difference, and without a choice loses nothing: where one value only can stand, the other is kept beside it. A newer
// card of the same UID, somebody similar and a twin in the same file go the same way.
//
// # What comes in, and who is merged
//
// A preview writes nothing and keeps little: it reads the file once and remembers where each card lies and what it
// resembles; the import reads the file again in one transaction with the decisions taken. Cancel, a crash or a full disk
// is a rollback.
//
// A table becomes cards before anything else, so piles, receipt, undo and a second import know one kind of thing only. How
// columns are read is remembered by the headers; a preview keeps the mapping it was made with. Archives are read in place,
// by offset, and held to what their directory says.
//
// Who is merged stays a part. The row of the one who goes is kept with the card of the whole before and after, and with
// what named them; a split takes out of the card what the merge brought and nobody has touched since. Cards of others
// that name a part by UID or by name are not rewritten: whoever looks for a part finds the whole, also the next import of
// the same phone, and a search by the name that gave way. Only what leaves in a version names the whole by its UID, since
// nobody else knows of the merge. What is no card (encounters, threads, guests, names of circles) is moved in one place,
// store.Tx.Move.
//
// # Questions and pictures
//
// A question is answered with reasons, never with figures. What weighs people (ways, betweenness) orders an answer and is
// not shown; each person in it comes with whom of those asked about they know, or with what their card says. What cards
// say of places, organisations and topics is read once per state of the book and kept in memory. A message over a route
// is made in the book, which writes none without what it is about. Whom the quiet review has shown is a setting and no
// operation.
//
// A picture has one source, and its places are kept. book.Picture says which nodes and edges there are, in which groups
// and where; the canvas, the list beside it, SVG and PNG all show that. Places lie in the book for each centre and choice
// of nodes, so only newcomers move. They are no truth but a setting: keeping them is no operation and makes no new
// revision, so nothing that was read before is out of date. Around one person only what was put there by hand is kept,
// since the rest follows from who knows whom. The name of a circle is truth: it belongs to the people who were in it when
// it was given and follows them while most share a circle. Who the owner of the book is, is a setting too: an undo of
// what was done to people must not change it. Pictures are drawn in Go (plot), not by the canvas, so that every script is
// drawn, names never cover each other and the terminal can do it.
//
// # What happened, and an evening out
//
// What happened is no part of a card. Encounters, threads, events and guests are tables of truth with a journal of their
// own. Whom an encounter or a thread is about stands in it as a list of IDs, and a table that triggers keep finds them by
// person. An operation is noted to stand on the people it names, so that undoing the import that brought them takes it
// along. A guest is nobody in the book: whoever was not met is forgotten some months after the event or after they came
// onto its list, from the list and from the journal, so that no undo brings them back.
//
// A guest list is text or rows, and nothing else. Package guestlist knows neither workbooks nor cards: the book opens a
// file with the packages that can, and hands over rows, or makes guests of cards itself. So the one place that has to
// guess stays free of formats, and can be fuzzed whole. A column is judged over all lines that are split alike, never by
// one line; each line ends up in guests or among those left out with the reason, which is a property the fuzz test holds.
//
// A list is mended in the window and read in Go. What it holds is answered whole and nothing of it is kept in the
// backend: the window sends the shapes back where a column means something else, keeps what was written by hand by line,
// and hands over the guests to be taken in.
//
// An invitation (.ics) is tidied before go-ical reads it, which gives a calendar up for one bad line. Its time stays as
// the clock of the place tells it, so that no zone has to be known.
//
// On site is a note, afterwards is a deed. A tap on site says of a guest that they were met and changes nobody, so a slip
// costs nothing. A note is kept while it is being written and goes on with the same operation until something else
// happens, so it is one step back. Writing down is one operation for the whole evening: people, encounters, threads and
// topics come with it and go with its undo. How many came is a number of the event; it holds nobody's name, outlives the
// guests and tells later lists what to expect.
//
// Today looks and does not count: it shows the next event, the threads that fit whoever comes there, and three people
// drawn by the date, so that a day shows the same three however often one looks, and none of them is there for being
// neglected. How one introduces oneself is truth in a table, and an event takes a copy: later it still says what was said
// there.
//
// # The safety net
//
// Anything may be killed, and anything undone. One list of deeds (deed_test.go) holds every kind of operation, returns
// from the bin, from a backup and from a whole book among them. A test kills a program at a random moment of each, beside
// a second book to which the same is done unharmed; another takes any sequence back step by step. A new kind of operation
// is put on that list.
//
// A damaged book is read, never written. Damage is noticed when SQLite comes across it, by a look over the whole file (a
// small one before each verb, any one after the window's first picture) and when a backup is verified; from then on every
// change is refused in one sentence, because it could only make things worse.
//
// The doctor tells what follows from the cards, which --mend makes again, from what is lost. --salvage reads a copy of
// the file table by table from both ends and then row by row, takes the history along only whole, and finds who is
// missing by the index: a card that stands in one piece anywhere in the file is known again by the hash of its content,
// and whoever stays lost is named. A file of any size is looked through piece by piece.
//
// The window makes that new book first, in a place of its own, fills it from the newest good backup with whoever is the
// same there by the index, and compares the two; only then does it say what either costs, and asks before one takes the
// place of the file, which stays beside it. A change is refused as well once the file is no longer where it was.
//
// A backup is a copy that was read again. SQLite copies the book page by page into a file that nobody knows yet; only
// when the copy has been checked whole and counted does it get its name, in book.db.backups beside the book. There is one
// a day if something changed, also in a window that stays open for days, one before many people change and one before the
// schema does; before a hundred thousand come to as many it takes a twelfth of what their import takes. A restore reads a
// backup into a copy of its own, brings that to the newest schema and reads all of it once, says what would come, go and
// change, and takes the rows over as one operation like any other, so that an undo leads back. What was chosen (settings,
// places in pictures) is no part of the history; what a restore changes of it is kept with that one operation, and an
// undo gives back what nobody has chosen otherwise since.
//
// A whole book leaves as what others can read. It is a ZIP with contacts.vcf, the pictures, and what cards cannot say as
// lines of JSON, with a README that says how they hang together; with a passphrase it is encrypted (age). Nothing in it
// becomes a path, and what it unpacks to is limited; a table so uniform that it would be taken for endless is packed less
// tightly. Whoever comes next into a book that was read from it gets a number that nobody in it has and nothing names.
package book
