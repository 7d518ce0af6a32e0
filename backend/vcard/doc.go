// Package vcard reads, edits and writes vCards 2.1, 3.0 and 4.0 without losing what a file says.
package vcard
