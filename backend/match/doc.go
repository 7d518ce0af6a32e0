// Package match says who is the same person. It brings names, mail addresses and phone numbers into the form in which two
// spellings of one thing are equal, and finds people by them. It is pure: no database, no clock.
package match
