// Package sample holds forty invented people, as a phone would export them, for whoever wants to try the program before
// trusting it with their own. Nobody in it is real: names are made up, mail and web addresses end in .example, phone numbers
// are from the ranges that the authorities of Germany, the United Kingdom, France and North America keep for fiction, and
// the portraits are drawn by a program.
//
// people.vcf is the list to edit; "go generate" adds the portraits and folds it into sample.vcf.
package sample

import _ "embed"

//go:generate go run ./draw

//go:embed sample.vcf
var cards []byte

// VCards returns the file: 40 cards, most of them vCard 3.0, a few 2.1 and 4.0. The slice is shared; callers do not
// change it.
func VCards() []byte { return cards }
