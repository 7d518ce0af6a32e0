// Package sheet lays out and draws the contact sheet, the paper that one takes along to an event, as a PDF.
package sheet
