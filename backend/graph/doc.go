// Package graph answers questions about who knows whom: routes from one person to another, whom two have in common, the
// circles that people form and who links them. And it draws: where everybody is to be in a picture of the whole.
//
// It knows no names, no database and no clock. People are the numbers 0 to n-1, and whoever asks keeps the list of who
// they are. The same graph gives the same answer everywhere: whatever needs chance takes its source as an argument.
//
// # The picture
//
// Circles come to rest first, as single bodies from the best of several beginnings, then the circles within them, then
// people (multilevel, Barnes and Hut): twenty thousand settle in a fifth of what graphviz needs. Each body is moved by
// what it reads and nobody else writes, so the number of cores changes nothing; every product is rounded before it is
// added to, so the processor changes nothing. Parts that hang apart come to rest by themselves and are laid beside each
// other after, and who stands alone gets a ring.
//
// Around somebody everybody stands on a ring for each step; the rings share what room the outermost needs, lines and
// names grow fainter outward, and a line through the whole picture counts half, so that three steps of two hundred people
// can be read.
//
// gonum measures us in the bench and is not in the program: its ways and circles take more than ten times as long.
package graph
