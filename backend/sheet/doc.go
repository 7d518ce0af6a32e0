// Package sheet lays out and draws the contact sheet, the paper that one takes along to an event, as a PDF.
//
// The way of a sheet: the people become blocks of boxes with a place on a page, in points and without a word of PDF (list, cards,
// pocket); package typeset sets their text; the boxes are drawn with package pdf. Layouts are tested as boxes, so that a change
// shows as a line of text, and looked at when they change.
//
// Why a writer of PDF of its own: none of the libraries in Go shapes text, so Arabic comes out unjoined and in the wrong order,
// and none can place glyphs that somebody else has shaped. What a sheet needs of PDF is little, and package pdf can do what
// outlines with an invisible text behind them could not: type stays type, small and sharp, and what is copied is what is seen.
//
// What gives way when there is too much: text is wrapped, rows of the list grow, long names on cards are set smaller. Only what
// fits nowhere then is cut, with an ellipsis. A QR is never printed with squares of less than 0.4 mm; a vCard that needs more of
// them loses its last lines, so the caller puts first what matters most. A sixth person in the pocket begins another booklet, on
// another sheet of paper: nobody is left out silently.
package sheet
