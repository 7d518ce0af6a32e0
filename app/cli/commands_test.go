package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/rogpeppe/go-internal/testscript"

	"kaffeerunde/backend/book"
)

// commands are what scripts can say besides what testscript brings.
var commands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"exits":  exits,
	"json":   checkJSON,
	"dump":   dump,
	"bytes":  writeBytes,
	"scan":   scan,
	"zip":    pack,
	"hurt":   hurt,
	"loosen": loosen,
}

// exits runs a command that is to end with a code: "exits 2 kaffeerunde lsit".
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code command...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%v ended with %d, want %d", args[1:], got, want)
	}
}

// checkJSON demands that a file is JSON without null. With keys, the object in it, or each in its list, has exactly these, in
// this order: "json stdout name colour count".
func checkJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: json file [key...]")
	}
	text := []byte(ts.ReadFile(args[0]))
	ts.Check(withoutNull(text))
	if len(args) == 1 {
		return
	}
	objects := []json.RawMessage{text}
	if bytes.HasPrefix(text, []byte("[")) {
		ts.Check(json.Unmarshal(text, &objects))
	}
	for _, object := range objects {
		keys, err := keysOf(object)
		ts.Check(err)
		if !slices.Equal(keys, args[1:]) {
			ts.Fatalf("an object has the keys %v, want %v", keys, args[1:])
		}
	}
}

func withoutNull(text []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	for {
		switch token, err := decoder.Token(); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("read the answer: %w", err)
		case token == nil:
			return fmt.Errorf("null at byte %d", decoder.InputOffset())
		}
	}
}

// keysOf are the keys of an object in the order they stand in.
func keysOf(object json.RawMessage) ([]string, error) {
	decoder := json.NewDecoder(bytes.NewReader(object))
	if _, err := decoder.Token(); err != nil {
		return nil, err
	}
	var keys []string
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		keys = append(keys, fmt.Sprint(key))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, err
		}
	}
	return keys, nil
}

// dump writes the truth of the book to a file, to be compared with an earlier one: "dump before.txt".
func dump(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: dump file")
	}
	b, err := book.Open(context.Background(), ts.Getenv("KAFFEERUNDE_BOOK"), book.Options{})
	ts.Check(err)
	var text bytes.Buffer
	ts.Check(errors.Join(b.Dump(context.Background(), &text), b.Close()))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), text.Bytes(), 0o600))
}

// writeBytes writes what a text file of a script cannot hold, with Go's escapes: bytes file.vcf "FN:\x1b[31m\r\n".
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes file text")
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// scan photographs the pages of a sheet and reads its codes like a phone: each text must stand in one of them.
func scan(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: scan file.pdf text...")
	}
	pages := ts.MkAbs("page")
	ts.Check(ts.Exec("pdftoppm", "-png", "-gray", "-r", "200", args[0], pages))
	names, err := filepath.Glob(pages + "*.png")
	ts.Check(err)
	var codes []string
	for _, name := range names {
		read, err := codesOn(name)
		ts.Check(err)
		codes = append(codes, read...)
	}
	for _, text := range args[1:] {
		if !slices.ContainsFunc(codes, func(code string) bool { return strings.Contains(code, text) }) {
			ts.Fatalf("none of %d codes says %q", len(codes), text)
		}
	}
}

func codesOn(name string) ([]string, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var codes []string
	for _, view := range views(picture.Bounds()) {
		bitmap, err := gozxing.NewBinaryBitmapFromImage(picture.(interface {
			SubImage(image.Rectangle) image.Image
		}).SubImage(view))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		// Most views cut a code in two; what is on one of them is enough.
		if result, err := qrcode.NewQRCodeReader().DecodeWithoutHints(bitmap); err == nil {
			codes = append(codes, result.GetText())
		}
	}
	return codes, nil
}

// views are how a phone is moved over a page, one card at a time: the left half and the right, in overlapping steps.
func views(page image.Rectangle) []image.Rectangle {
	width, height := page.Dx()/2, page.Dy()/5
	var all []image.Rectangle
	for top := page.Min.Y; top+height <= page.Max.Y; top += height / 2 {
		for _, left := range []int{page.Min.X, page.Min.X + width} {
			all = append(all, image.Rect(left, top, left+width, top+height))
		}
	}
	return all
}
