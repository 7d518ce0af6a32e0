package book

import (
	"context"

	"kaffeerunde/backend/store"
)

// NewestGoodBackup returns the newest backup of the book at path that is sound now, and whether there is one. The book itself is
// not opened, so it may be damaged.
func NewestGoodBackup(ctx context.Context, path string) (Backup, bool) {
	list, err := Backups(ctx, path)
	if err != nil {
		return Backup{}, false
	}
	for _, one := range list {
		if one.People >= 0 && store.Sound(ctx, one.Path) == nil {
			return one, true
		}
	}
	return Backup{}, false
}
