// Package match says who is the same person, and why. It brings names, mail addresses and phone numbers into the form in
// which two spellings of one thing are equal ([Fold], [E164]), keeps of everyone what they are recognised by (a
// [Profile]), and finds for a newcomer whom they resemble (a [Circle]). It never decides: it gives reasons, and says how
// sure they are. It is pure: no database, no clock.
//
// # Duplicates
//
// Everyone is laid into blocks by number, address, name, birthday and what is left of a name without one letter; only
// those who share a block are compared, on the packed keys alone, and of those who share nothing but a common name
// nothing more is asked. A hundred thousand take half a second, so no index is kept in the book. What is kept in memory,
// some twenty megabytes of a hundred thousand, follows each change of this program: whoever changed is compared with whom
// they can be met by, and whoever shares a number that came or went is judged again, in a few hundredths of a second. How
// common a name is stays what the first look counted.
//
// Sure is one name with a number or an address that nobody of another name has, and nothing that speaks against it; a
// name alone is never sure, nor is a number that a family or a switchboard shares. A son who is called like his father
// has his number at home: where one is junior, where each has a birthday or a mail address of their own, or where both
// live at one address and something is known of one that is not of the other, nobody is sure of them, nor of whoever else
// has that number. A name says something by itself only where it is rare in numbers; a share of a large book would be a
// list of namesakes. Where people only may be one, nobody joins a group through somebody else while a number or an
// address of their own is another. What was decided ("not the same", "later") is truth and undone like anything else.
//
// # Guests
//
// A newcomer in an import needs more than a name in common to resemble somebody, so a circle has no index of names.
// Guests often bring nothing else: a register adds one for as long as a list is matched, under the name as it sounds
// (pinyin for Han, the spellings of Cyrillic, Arabic and Turkish names in Latin drawn together). What it finds by the
// name alone is always a question; sure is a mail address, a number, or the same name at the same organisation where
// nobody else can be meant. Whom guests were found to be is remembered while nobody in the book changes, so that a
// decision about one of thousands looks for nobody again.
package match
