// Package vcard reads, edits, converts and writes vCards: 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), and what
// phones and programs write under these names.
//
// # What it promises
//
// Nothing is lost. A Card keeps its bytes and its content lines in their order, shown or not. A card that was not
// edited is written as it came; an edit rewrites only its own lines; unknown properties survive every edit and every
// version. Pictures can be kept elsewhere (Detach) and come back to the byte (Attach).
//
// Nothing is made up. Every departure from the letter of a file is a Repair that says which card and line, what was
// there and why. A derived name is told apart from one that the card says, a year that is not said stays unsaid, and
// an address of a picture is never fetched.
//
// Nothing stops it. A Reader goes on after any bad line or card; its errors are those of the stream it reads. It
// holds one card at a time, whatever the size of the file, and passes over cards beyond Options.MaxCard.
//
// # How it reads
//
// A Reader cuts the stream into physical lines, those into content lines (RFC 6350 section 3.2 for folding, RFC 2045
// section 6.7 for the soft line breaks of vCard 2.1, base64 in any layout), and judges what needs repair. Values are
// decoded when a method asks for them. Lines follow the rules of the card's version; a card that names none is read
// as what it looks like.
//
// Beside the RFCs of the versions it knows the parameter values of RFC 6868, the data: URIs of RFC 2397, the messengers
// of RFC 4770, the topics of RFC 6715, the social profiles of RFC 9554, and the private properties of Apple, Google,
// Android, Microsoft, Evolution and KDE that say something of a person. The places of RFC 6474, the CONTACT-URI of RFC
// 8605, the XML of RFC 6351 and whatever else a card holds are lines that are kept.
//
// # How it writes
//
// Add, Set, Put and Remove write single lines of a card, by the rules of its version and with its line ends. Convert
// writes a whole card anew and lists what the other version cannot hold. What is written is folded at 75 octets on
// character borders and is read without complaint by strict programs; Write puts cards into a file.
package vcard
