package book

import (
	"archive/zip"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"filippo.io/age"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// The files of a whole book. README.txt among them says what is in each.
const (
	wholeFormat  = "kaffeerunde-book"
	wholeVersion = 1

	wholeHead   = "book.json"
	wholeCards  = "contacts.vcf"
	wholeData   = "data/"
	wholePhotos = "photos/"
	wholeEnding = ".jsonl"

	wholePhotoList = wholeData + "photo" + wholeEnding
)

//go:embed whole/README.txt
var wholeReadme []byte

//go:embed whole/LIESMICH.txt
var wholeLiesmich []byte

// wholeHeader is what book.json says.
type wholeHeader struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Schema  int    `json:"schema"`
	Made    string `json:"made"`
	People  int    `json:"people"`
}

// ExportWhole writes everything that the book holds into one archive that only the owner can read, and returns how many people
// are in it. README.txt in the archive says how it is made. With a passphrase it is encrypted (age, scrypt). A file that was there
// stays until the new one is whole. The error is a *TargetError or ErrNoSpace where the file is to blame.
func (b *Book) ExportWhole(ctx context.Context, path, passphrase string, tick Tick) (n int, err error) {
	err = b.replaceFile(path, func(w io.Writer) error {
		if passphrase == "" {
			n, err = b.writeWhole(ctx, w, tick)
			return err
		}
		to, err := age.NewScryptRecipient(passphrase)
		if err != nil {
			return fmt.Errorf("encrypt: %w", err)
		}
		sealed, err := age.Encrypt(w, to)
		if err != nil {
			return fmt.Errorf("encrypt: %w", err)
		}
		n, err = b.writeWhole(ctx, sealed, tick)
		return errors.Join(err, sealed.Close())
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

func (b *Book) writeWhole(ctx context.Context, w io.Writer, tick Tick) (n int, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if n, err = tx.Count(ctx); err != nil {
			return err
		}
		archive := zip.NewWriter(w)
		archive.RegisterCompressor(zip.Deflate, newSteady)
		out := &wholeWriter{tx: tx, zip: archive, now: b.now(), done: newCounter(n, tick)}
		return errors.Join(out.write(ctx, n), out.zip.Close())
	})
	if err != nil {
		return 0, fmt.Errorf("export the whole book: %w", err)
	}
	return n, nil
}

type wholeWriter struct {
	tx     *store.Tx
	zip    *zip.Writer
	now    time.Time
	done   *counter
	places []wholePlace // of the cards in contacts.vcf, in the order of IDs
}

// wholePlace is where a card lies in contacts.vcf. inexact says that the card that is read there is not the one that is kept.
type wholePlace struct {
	offset, length int64
	inexact        bool
}

func (o *wholeWriter) write(ctx context.Context, people int) error {
	head, err := json.MarshalIndent(wholeHeader{
		Format: wholeFormat, Version: wholeVersion, Schema: store.Schema(), Made: o.now.UTC().Format(time.RFC3339), People: people,
	}, "", "  ")
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name    string
		content []byte
	}{{wholeHead, append(head, '\n')}, {"README.txt", wholeReadme}, {"LIESMICH.txt", wholeLiesmich}} {
		out, err := o.create(file.name, zip.Deflate)
		if err != nil {
			return err
		}
		if _, err := out.Write(file.content); err != nil {
			return err
		}
	}
	if err := o.cards(ctx); err != nil {
		return err
	}
	for _, table := range store.WholeTables() {
		if err := o.table(ctx, table); err != nil {
			return err
		}
	}
	return o.photos(ctx)
}

// wholePhoto is a line of data/photo.jsonl: what a picture is, and where.
type wholePhoto struct {
	Hash string `json:"hash"`
	Mime string `json:"mime"`
	File string `json:"file"`
}

func (o *wholeWriter) photos(ctx context.Context) error {
	var list bytes.Buffer
	lines := json.NewEncoder(&list)
	err := o.tx.EachPhoto(ctx, func(p store.Photo) error {
		one := wholePhoto{Hash: p.Hash.String(), Mime: p.Mime, File: wholePhotos + p.Hash.String() + photoEnding(p.Mime)}
		// Pictures are compressed already.
		out, err := o.create(one.File, zip.Store)
		if err != nil {
			return err
		}
		_, err = out.Write(p.Data)
		return errors.Join(err, lines.Encode(one))
	})
	if err != nil || list.Len() == 0 {
		return err
	}
	out, err := o.create(wholePhotoList, zip.Deflate)
	if err != nil {
		return err
	}
	_, err = out.Write(list.Bytes())
	return err
}

// create begins a file of the archive. What is in it is as private as the archive.
func (o *wholeWriter) create(name string, method uint16) (io.Writer, error) {
	h := &zip.FileHeader{Name: name, Method: method, Modified: o.now}
	h.SetMode(0o600)
	return o.zip.CreateHeader(h)
}

// photoEnding lets the systems of this world know a picture by the name of its file.
func photoEnding(mime string) string {
	switch mime {
	case "image/jpeg":
		return ".jpg"
	case "image/png", "image/gif", "image/webp":
		return "." + strings.TrimPrefix(mime, "image/")
	}
	return ""
}

// cards writes contacts.vcf and notes where each card lies in it.
func (o *wholeWriter) cards(ctx context.Context) error {
	file, err := o.create(wholeCards, zip.Deflate)
	if err != nil {
		return err
	}
	var at int64
	for after := contact.ID(0); ; {
		people, err := o.tx.PeopleAfter(ctx, after, indexBatch)
		if err != nil {
			return err
		}
		if len(people) == 0 {
			o.done.tell()
			return nil
		}
		for _, p := range people {
			raw, exact := o.leaving(ctx, p)
			o.places = append(o.places, wholePlace{at, int64(len(raw)), !exact})
			if !bytes.HasSuffix(raw, []byte("\n")) {
				raw = append(slices.Clip(raw), "\r\n"...)
			}
			if _, err := file.Write(raw); err != nil {
				return err
			}
			at += int64(len(raw))
			o.done.add()
		}
		after = people[len(people)-1].ID
	}
}

// leaving returns a card with its pictures, and whether reading it gives the card as it is kept.
func (o *wholeWriter) leaving(ctx context.Context, p store.Person) ([]byte, bool) {
	raw, err := attach(ctx, o.tx, p.Card)
	if err != nil {
		// A picture is missing: the rest of the card is not.
		return p.Card, false
	}
	kept, err := keptCard(raw, p.Charset)
	return raw, err == nil && bytes.Equal(kept, p.Card)
}

// keptCard returns a card of contacts.vcf as it is kept in a book: without its pictures.
func keptCard(raw []byte, charset string) (kept []byte, err error) {
	defer caught(&err)
	c, err := vcard.Parse(bytes.Clone(raw), vcard.Options{Charset: charset})
	if err != nil {
		return nil, err
	}
	c.Detach()
	return c.Raw, nil
}

// table writes a table as JSON, a row a line. Nothing is written for one without rows.
func (o *wholeWriter) table(ctx context.Context, name string) error {
	var out io.Writer
	at := 0
	return o.tx.EachRow(ctx, name, func(row []store.Column) error {
		if name == store.PeopleTable {
			if at >= len(o.places) {
				return fmt.Errorf("row %d of %s: %w", at, name, contact.ErrNotFound)
			}
			row = o.placed(row, o.places[at])
		}
		if at++; out == nil {
			var err error
			if out, err = o.create(wholeData+name+wholeEnding, zip.Deflate); err != nil {
				return err
			}
		}
		line, err := wholeLine(row)
		if err != nil {
			return err
		}
		_, err = out.Write(line)
		return err
	})
}

// placed returns a row of a person that says where the card lies and not what it is, and names pictures one by one.
func (o *wholeWriter) placed(row []store.Column, at wholePlace) []store.Column {
	placed := make([]store.Column, 0, len(row)+2)
	for _, column := range row {
		switch {
		case column.Name == "card" && !at.inexact:
			continue
		case column.Name == "photos" && column.Value == nil:
			continue
		}
		placed = append(placed, column)
	}
	return append(placed, store.Column{Name: "offset", Value: at.offset}, store.Column{Name: "length", Value: at.length})
}

// wholeLine writes a row as a JSON object on a line, its columns in their order.
func wholeLine(row []store.Column) ([]byte, error) {
	line := []byte{'{'}
	for i, column := range row {
		if i > 0 {
			line = append(line, ',')
		}
		value := column.Value
		switch v := value.(type) {
		case []store.Hash:
			value = hexHashes(v)
		case []byte:
			value = wholeBytes{Base64: v}
			if utf8.Valid(v) {
				value = wholeBytes{Bytes: string(v)}
			}
		case string:
			if !utf8.ValidString(v) {
				value = wholeBytes{Base64: []byte(v), Text: true}
			}
		}
		name, err := json.Marshal(column.Name)
		if err != nil {
			return nil, err
		}
		content, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		line = append(append(append(line, name...), ':'), content...)
	}
	return append(line, '}', '\n'), nil
}

// wholeBytes is a value that JSON cannot hold as it is: bytes, as they are where they are UTF-8, or text that is not.
type wholeBytes struct {
	Bytes  string `json:"bytes,omitempty"`
	Base64 []byte `json:"base64,omitempty"`
	Text   bool   `json:"text,omitempty"`
}

func hexHashes(hashes []store.Hash) []string {
	list := make([]string, len(hashes))
	for i, hash := range hashes {
		list[i] = hash.String()
	}
	return list
}
