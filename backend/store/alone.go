package store

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"kaffeerunde/backend/lock"
)

const (
	// patience is how long a change of the schema by another program is waited for; that of a large book takes a while.
	patience = time.Minute
	// lookAgain is how soon it is seen that the other one is done.
	lookAgain = 50 * time.Millisecond
)

// alone runs f while no other program does what it does to a book in the same folder: SQLite keeps two programs from writing
// at once, but not from finding the same schema and both changing it. The folder is locked, not the book, because to close a
// file gives up the locks that SQLite has on it. The error is ErrLocked when the other program does not come to an end.
func alone(ctx context.Context, path string, f func() error) error {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer folder.Close()
	waiting, stop := context.WithTimeout(ctx, patience)
	defer stop()
	for {
		held, err := lock.Try(folder)
		// A file system without locks has to do without; its books are hardly opened by two at once.
		if held || err != nil {
			return f()
		}
		select {
		case <-time.After(lookAgain):
		case <-waiting.Done():
			if err := ctx.Err(); err != nil {
				return err
			}
			return ErrLocked
		}
	}
}
