// Package lock keeps two programs on one computer from doing the same at once. The system takes a lock back when the program
// that holds it ends, however it ends, so none is ever left behind.
package lock

import "os"

// Try takes the lock on an open file or folder, and reports whether it could: false while another program, or another open
// file of this one, has it. The lock is held until f is closed. The error is the system's, where its files know no locks.
func Try(f *os.File) (bool, error) { return try(f) }
