package book

import (
	"context"
	"io"
)

func (b *Book) Losses(ctx context.Context, q Query, v Version) ([]Loss, error) {
	return nil, errUnbuilt
}

// Export writes people to w and returns how many.
func (b *Book) Export(ctx context.Context, q Query, o ExportOptions, w io.Writer, tick Tick) (int, error) {
	return 0, errUnbuilt
}

// ExportFile writes beside path and renames, so that no half file is ever there.
func (b *Book) ExportFile(ctx context.Context, q Query, o ExportOptions, path string, tick Tick) (int, error) {
	return 0, errUnbuilt
}

