// Package cli is the terminal shell: the same use cases as the window, on the same book, for scripts and for people who
// like it. One file holds one verb: what may stand on its command line, what it does, and how its answer reads. Every word
// comes from the catalogue, in the language of the environment.
//
// Answers go to standard output; sentences about what went wrong, and progress on a terminal, to standard error. The exit
// code is 0 when it is done, 1 when it failed, 2 when the command line is not one. With --json the answer is JSON for
// scripts, and a list in it is never null.
package cli
