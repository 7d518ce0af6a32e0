// Command peer runs one way of doing a thing over a file, so that it can be measured as a process: the bare limit, our own
// packages, and what others offer.
//
//	peer scan|read|govcard|photos FILE
//	peer fpdf FILE OUT.pdf
//	peer html FILE OUT.html
//	peer layout GRAPH
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"os"

	govcard "github.com/emersion/go-vcard"

	"kaffeerunde/backend/vcard"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: peer scan|read|govcard|photos|layout FILE, peer fpdf|html FILE OUT")
	}
	in, err := os.Open(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	n, err := run(os.Args[1], in)
	if err != nil {
		log.Fatalf("peer %s: %v", os.Args[1], err)
	}
	fmt.Println(n)
}

func run(what string, in io.Reader) (int, error) {
	switch what {
	case "scan":
		return scan(in)
	case "read":
		return read(in)
	case "govcard":
		return decode(in)
	case "photos":
		return photos(in)
	case "layout":
		return layout(in)
	case "fpdf":
		return draw(in, os.Args[3])
	case "html":
		return lay(in, os.Args[3])
	}
	return 0, errors.New("unknown peer")
}

// scan counts lines and does nothing else: no reader can be faster.
func scan(in io.Reader) (int, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	n := 0
	for lines.Scan() {
		n++
	}
	return n, lines.Err()
}

// each calls f with every card of a file and returns how many there were.
func each(in io.Reader, f func(*vcard.Card) error) (int, error) {
	r := vcard.NewReader(in, vcard.Options{})
	for n := 0; ; n++ {
		card, err := r.Read()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		if err := f(card); err != nil {
			return n, err
		}
	}
}

// photos counts the bytes of the photos, which a sheet cannot be smaller than.
func photos(in io.Reader) (int, error) {
	bytes := 0
	_, err := each(in, func(card *vcard.Card) error {
		for _, photo := range card.Photos() {
			bytes += len(photo.Data)
		}
		return nil
	})
	return bytes, err
}

// read takes from each card what a list shows, with our reader.
func read(in io.Reader) (int, error) {
	n := 0
	_, err := each(in, func(card *vcard.Card) error {
		if name, _ := card.DisplayName(); name != "" || len(card.Phones()) > 0 {
			n++
		}
		return nil
	})
	return n, err
}

// decode takes the same with go-vcard.
func decode(in io.Reader) (int, error) {
	d := govcard.NewDecoder(in)
	n := 0
	for {
		card, err := d.Decode()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		if card.PreferredValue(govcard.FieldFormattedName) != "" || len(card.Values(govcard.FieldTelephone)) > 0 {
			n++
		}
	}
}
