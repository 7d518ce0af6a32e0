// Command draw makes sample.vcf of people.vcf: it gives some of the people a drawn portrait and folds the lines as phones do.
// It is run by "go generate" in the folder above.
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"
)

func main() {
	if err := run("people.vcf", "sample.vcf"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	people, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("read the people: %w", err)
	}
	cards, err := illustrate(string(people))
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, cards, 0o644); err != nil {
		return fmt.Errorf("write the sample: %w", err)
	}
	return nil
}

// illustrate returns the cards with CRLF ends, folded lines, and a photo for each sitter. A sitter that is not among the
// people is an error.
func illustrate(people string) ([]byte, error) {
	var b bytes.Buffer
	version, drawn := "", 0
	for line := range strings.Lines(people) {
		line = strings.TrimSuffix(line, "\n")
		writeLine(&b, line, version)
		if v, ok := strings.CutPrefix(line, "VERSION:"); ok {
			version = v
		}
		sitter, ok := sitters[strings.TrimPrefix(line, "FN:")]
		if !ok || !strings.HasPrefix(line, "FN:") {
			continue
		}
		photo, err := sitter.jpeg()
		if err != nil {
			return nil, fmt.Errorf("draw %s: %w", line, err)
		}
		drawn++
		text := base64.StdEncoding.EncodeToString(photo)
		if version == "4.0" {
			writeLine(&b, "PHOTO:data:image/jpeg;base64,"+text, version)
			continue
		}
		writeLine(&b, "PHOTO;ENCODING=b;TYPE=JPEG:"+text, version)
	}
	if drawn != len(sitters) {
		return nil, fmt.Errorf("%d of %d sitters are among the people", drawn, len(sitters))
	}
	return b.Bytes(), nil
}

// writeLine folds at 75 octets between characters (RFC 2426, 2.6). Android writes its 2.1 lines as long as they are.
func writeLine(b *bytes.Buffer, line, version string) {
	const most = 75
	room := most
	for version != "2.1" && len(line) > room {
		end := room
		for !utf8.RuneStart(line[end]) {
			end--
		}
		b.WriteString(line[:end] + "\r\n ")
		line, room = line[end:], most-1
	}
	b.WriteString(line + "\r\n")
}
