package sheet

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"runtime"
	"sync"

	// The formats in which address books keep a photo, besides JPEG.
	_ "image/gif"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"kaffeerunde/backend/sheet/pdf"
)

// photo is a photo as it goes into the document.
type photo struct{ pdf.JPEG }

const (
	// mostBytes is how large a JPEG may be to go in as it came. Larger ones are brought down to what print shows.
	mostBytes = 96 << 10
	// mostSide is how many pixels such a JPEG may have on a side, so that no viewer chokes on it.
	mostSide = 4096
	// mostPixels keeps a picture that claims to be huge from taking all memory.
	mostPixels = 64e6
	// printDots is how many pixels an inch of paper shows.
	printDots = 300
	quality   = 86
)

// photosOf prepares the photos of all people to be printed side points wide, by their bytes. What is no photo is missing.
// Large ones take a moment to read, so all processors help.
func photosOf(people []Person, side float64) map[string]*photo {
	var different [][]byte
	known := map[string]bool{}
	for _, p := range people {
		if len(p.Photo) > 0 && !known[string(p.Photo)] {
			known[string(p.Photo)] = true
			different = append(different, p.Photo)
		}
	}
	read := make([]*photo, len(different))
	var group sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, raw := range different {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			read[i] = readPhoto(raw, int(side/72*printDots))
		})
	}
	group.Wait()
	out := map[string]*photo{}
	for i, raw := range different {
		if read[i] != nil {
			out[string(raw)] = read[i]
		}
	}
	return out
}

// readPhoto returns a photo with at least pixels on its shorter side, if it has as many, or nil if the bytes are none.
func readPhoto(raw []byte, pixels int) *photo {
	if header, ok := jpegHeader(raw); ok && len(raw) <= mostBytes && max(header.Width, header.Height) <= mostSide {
		header.Data = raw
		return &photo{header}
	}
	about, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || about.Width < 1 || about.Height < 1 || float64(about.Width)*float64(about.Height) > mostPixels {
		return nil
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	small := flattened(picture, pixels)
	if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: quality}); err != nil {
		return nil
	}
	orientation := 1
	if header, ok := jpegHeader(raw); ok {
		orientation = header.Orientation
	}
	return &photo{pdf.JPEG{Data: out.Bytes(), Width: small.Bounds().Dx(), Height: small.Bounds().Dy(), Channels: 3, Orientation: orientation}}
}

// flattened returns a picture on white, its shorter side no longer than pixels.
func flattened(picture image.Image, pixels int) image.Image {
	from := picture.Bounds()
	width, height := from.Dx(), from.Dy()
	if shorter := min(width, height); shorter > pixels {
		width, height = max(1, width*pixels/shorter), max(1, height*pixels/shorter)
		// A strip is no photo; at least it does not blow up.
		width, height = min(width, 8*pixels), min(height, 8*pixels)
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.BiLinear.Scale(out, out.Bounds(), picture, from, draw.Over, nil)
	return out
}
