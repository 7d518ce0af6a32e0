package book

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // what pictures of cards are made of
	"image/jpeg"
	_ "image/png"
	"sync"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"kaffeerunde/backend/contact"
)

const (
	// maxUnpacked is how many bytes a picture may unpack to, enough for the largest sensors of phones. A few bytes can claim to
	// be billions of pixels.
	maxUnpacked = 256 << 20
	// drawnAtOnce is how many pictures are unpacked at a time, however fast a list is scrolled.
	drawnAtOnce = 2
	// maxThumbnail is the longest side that Thumbnail makes.
	maxThumbnail = 1024
	// keptThumbnails is how many are remembered, a few kilobytes each: some screens of a list.
	keptThumbnails   = 512
	thumbnailQuality = 85
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
	made, err := thumbnail(data, px)
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

func thumbnail(data []byte, px int) ([]byte, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, &contact.InvalidError{Field: "photo", Reason: "not-a-picture"}
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxUnpacked/depth(config.ColorModel)/config.Height {
		return nil, &contact.InvalidError{Field: "photo", Reason: "too-long"}
	}
	whole, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &contact.InvalidError{Field: "photo", Reason: "not-a-picture"}
	}
	small := image.NewRGBA(image.Rect(0, 0, px, px))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src) // behind what is transparent
	draw.CatmullRom.Scale(small, small.Bounds(), whole, square(whole.Bounds()), draw.Over, nil)
	var out bytes.Buffer
	err = jpeg.Encode(&out, upright(small, orientation(data)), &jpeg.Options{Quality: thumbnailQuality})
	return out.Bytes(), err
}

// depth is how many bytes a pixel takes once it is unpacked.
func depth(model color.Model) int {
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.GrayModel:
		return 1
	}
	return 4
}

// square returns the largest square in the middle of r.
func square(r image.Rectangle) image.Rectangle {
	side := min(r.Dx(), r.Dy())
	at := image.Pt(r.Min.X+(r.Dx()-side)/2, r.Min.Y+(r.Dy()-side)/2)
	return image.Rectangle{Min: at, Max: at.Add(image.Pt(side, side))}
}
