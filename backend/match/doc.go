// Package match says who is the same person, and why. It brings names, mail addresses and phone numbers into the form in
// which two spellings of one thing are equal ([Fold], [E164]), keeps of everyone what they are recognised by (a [Profile]),
// and finds for a newcomer whom they resemble (a [Circle]). It never decides: it gives reasons, and says how sure they are.
// It is pure: no database, no clock.
package match
