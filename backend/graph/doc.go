// Package graph answers questions about who knows whom: routes from one person to another, whom two have in common, the
// circles that people form and who links them. And it draws: where everybody is to be in a picture of the whole.
//
// It knows no names, no database and no clock. People are the numbers 0 to n-1, and whoever asks keeps the list of who they
// are. The same graph gives the same answer everywhere: whatever needs chance takes its source as an argument.
package graph
