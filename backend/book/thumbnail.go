package book

import (
	"context"
	"fmt"
	"sync"

	"kaffeerunde/backend/thumbnail"
)

const (
	// drawnAtOnce is how many pictures are unpacked at a time, however fast a list is scrolled.
	drawnAtOnce = 2
	// maxThumbnail is the longest side that Thumbnail makes.
	maxThumbnail = 1024
	// keptThumbnails is how many are remembered, a few kilobytes each: some screens of a list.
	keptThumbnails = 512
)

// thumbnails remembers the small pictures that lists show.
type thumbnails struct {
	mutex   sync.Mutex
	made    map[thumbnailKey][]byte
	drawing chan struct{}
}

func newThumbnails() thumbnails {
	return thumbnails{made: map[thumbnailKey][]byte{}, drawing: make(chan struct{}, drawnAtOnce)}
}

type thumbnailKey struct {
	hash string
	px   int
}

// Thumbnail returns a square JPEG of px pixels a side, cut from the middle of the picture and turned upright. The error is
// contact.ErrNotFound without the picture and a *contact.InvalidError for one that cannot be shown.
func (b *Book) Thumbnail(ctx context.Context, hash string, px int) ([]byte, error) {
	px = min(max(px, 1), maxThumbnail)
	key := thumbnailKey{hash, px}
	if made, ok := b.thumbnails.load(key); ok {
		return made, nil
	}
	select {
	case b.thumbnails.drawing <- struct{}{}:
		defer func() { <-b.thumbnails.drawing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	data, _, err := b.Photo(ctx, hash)
	if err != nil {
		return nil, err
	}
	made, err := thumbnail.Draw(data, px)
	if err != nil {
		return nil, fmt.Errorf("draw picture %s: %w", hash, err)
	}
	b.thumbnails.store(key, made)
	return made, nil
}

func (t *thumbnails) load(key thumbnailKey) ([]byte, bool) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	made, ok := t.made[key]
	return made, ok
}

func (t *thumbnails) store(key thumbnailKey, made []byte) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for old := range t.made {
		if len(t.made) < keptThumbnails {
			break
		}
		delete(t.made, old)
	}
	t.made[key] = made
}
