// Package coffee says which few guests of an event may be worth a coffee, and why.
//
// It is pure: it gets what the book says of each guest and of its owner, and gives back reasons as codes with arguments; the
// catalogue has the words. The same facts give the same answer, in the same order.
//
// # What it promises
//
// A guest is suggested for a reason that can be said in words, or not at all. At most [Most] are; everybody else follows by the
// alphabet. No number of a person leaves this package: there is none, guests are compared by their reasons alone. Whoever has nothing
// obvious in common with anybody is told to go for the content, and that is an answer.
//
// It stands beside package guestlist, which only knows what a list says, and beside package match, which only knows who somebody
// is: this is about what one has to talk about.
package coffee
