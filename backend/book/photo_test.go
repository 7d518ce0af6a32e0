package book

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestPhoto(t *testing.T) {
	b := newBook(t)
	p := add(t, b, contact.Draft{Name: "Jana Roth"})
	before := dump(t, b)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, 90, 60)), nil); err != nil {
		t.Fatal(err)
	}
	picture := out.Bytes()
	t.Run("a picture is kept as it is", func(t *testing.T) {
		p, change, err := b.SetPhoto(t.Context(), p.ID, picture)
		if err != nil || change.Kind != KindPhoto || change.Name != "Jana Roth" {
			t.Fatalf("change = %+v, %v", change, err)
		}
		data, mime, err := b.Photo(t.Context(), p.Photo)
		if err != nil || !bytes.Equal(data, picture) || mime != "image/jpeg" {
			t.Errorf("photo = %d bytes of %q, %v, want %d", len(data), mime, err, len(picture))
		}
		sound(t, b)
	})
	t.Run("it is removed, and both are undone", func(t *testing.T) {
		p, _, err := b.RemovePhoto(t.Context(), p.ID)
		if err != nil || p.Photo != "" {
			t.Fatalf("photo = %q, %v, want none", p.Photo, err)
		}
		for range 2 {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
	t.Run("what is no picture is refused", func(t *testing.T) {
		if _, _, err := b.SetPhoto(t.Context(), p.ID, []byte("<svg onload=alert(1)>")); Explain(err).Code != "invalid-photo-not-a-picture" {
			t.Errorf("SetPhoto = %v, want it refused", err)
		}
	})
	t.Run("a picture that nobody has is not found", func(t *testing.T) {
		for _, hash := range []string{"", "../../etc/passwd", "00"} {
			if _, _, err := b.Photo(t.Context(), hash); !errors.Is(err, contact.ErrNotFound) {
				t.Errorf("Photo(%q) = %v, want %v", hash, err, contact.ErrNotFound)
			}
		}
	})
}
