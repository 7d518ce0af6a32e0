package book

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"kaffeerunde/backend/store"
)

// Limits of what a whole book may bring, so that a small file cannot grow without end.
const (
	mostCardBytes  = 64 << 20
	mostLineBytes  = 64 << 20
	mostPhotoBytes = 64 << 20
)

// readHeader reads book.json. The error is ErrNewerBook for a whole book of another version.
func readHeader(archive *zip.Reader) (h wholeHeader, err error) {
	for _, entry := range archive.File {
		if entry.Name != wholeHead {
			continue
		}
		in, err := openEntry(entry, 1<<20)
		if err != nil {
			return h, err
		}
		err = errors.Join(json.NewDecoder(in).Decode(&h), in.Close())
		switch {
		case err != nil:
			return h, fmt.Errorf("read %s: %w", wholeHead, err)
		case h.Format != wholeFormat:
			return h, fmt.Errorf("read %s: format %q", wholeHead, h.Format)
		case h.Version > wholeVersion:
			return h, ErrNewerBook
		}
		return h, nil
	}
	return h, fmt.Errorf("%s is not there", wholeHead)
}

// wholeReader reads an archive into a draft of a book.
type wholeReader struct {
	files map[string]*zip.File
	draft *store.Draft
	cards *bufio.Reader
	at    int64 // in contacts.vcf
}

func readArchive(ctx context.Context, archive *zip.Reader, into string) error {
	h, err := readHeader(archive)
	if err != nil {
		return err
	}
	r := &wholeReader{files: map[string]*zip.File{}}
	if err := r.list(archive); err != nil {
		return err
	}
	if r.draft, err = store.NewDraft(ctx, into, h.Schema); err != nil {
		return err
	}
	if err := r.read(ctx); err != nil {
		return errors.Join(err, r.draft.Close())
	}
	return r.draft.Finish(ctx)
}

// list looks over the directory of the archive: nothing in it may lead out of it, be there twice or grow without end.
func (r *wholeReader) list(archive *zip.Reader) error {
	var unpacked uint64
	for _, entry := range archive.File {
		unpacked += entry.UncompressedSize64
		grows := entry.UncompressedSize64 > freeRatio && entry.UncompressedSize64/mostRatio > entry.CompressedSize64
		switch {
		case path.Clean("/"+entry.Name) != "/"+strings.TrimSuffix(entry.Name, "/") || strings.ContainsAny(entry.Name, "\\\x00"):
			return fmt.Errorf("a name that leads elsewhere: %q", entry.Name)
		case r.files[entry.Name] != nil:
			return fmt.Errorf("%q is there twice", entry.Name)
		case unpacked > mostUnpacked || entry.UncompressedSize64 > mostUnpacked || grows:
			return &FileError{Code: "archive-too-large"}
		}
		r.files[entry.Name] = entry
	}
	return nil
}

func (r *wholeReader) read(ctx context.Context) error {
	if entry := r.files[wholeCards]; entry != nil {
		in, err := openEntry(entry, mostUnpacked)
		if err != nil {
			return err
		}
		defer in.Close()
		r.cards = bufio.NewReaderSize(in, writeBuffer)
	}
	for _, table := range store.WholeTables() {
		if err := r.table(ctx, table); err != nil {
			return fmt.Errorf("read %s: %w", table, err)
		}
	}
	return r.photos(ctx)
}

// photos reads the pictures that the list of them names.
func (r *wholeReader) photos(ctx context.Context) error {
	entry := r.files[wholePhotoList]
	if entry == nil {
		return nil
	}
	in, err := openEntry(entry, mostUnpacked)
	if err != nil {
		return err
	}
	defer in.Close()
	for lines := json.NewDecoder(in); ; {
		var one wholePhoto
		if err := lines.Decode(&one); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read %s: %w", wholePhotoList, err)
		}
		if err := r.photo(ctx, one); err != nil {
			return fmt.Errorf("read a picture: %w", err)
		}
	}
}

// table reads the rows of a table, if there are any.
func (r *wholeReader) table(ctx context.Context, name string) error {
	entry := r.files[wholeData+name+wholeEnding]
	if entry == nil {
		return nil
	}
	in, err := openEntry(entry, mostUnpacked)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, writeBuffer), mostLineBytes)
	for lines.Scan() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		row, err := readWholeLine(lines.Bytes())
		if err != nil {
			return err
		}
		if name == store.PeopleTable {
			if row, err = r.person(row); err != nil {
				return err
			}
		}
		if err := r.draft.Put(ctx, name, row); err != nil {
			return err
		}
	}
	return lines.Err()
}

// person puts the card into the row of a person.
func (r *wholeReader) person(row []store.Column) ([]store.Column, error) {
	var kept []store.Column
	var offset, length int64 = -1, -1
	charset, own := "", false
	for _, column := range row {
		number, isNumber := column.Value.(int64)
		switch {
		case column.Name == "offset" && isNumber:
			offset = number
			continue
		case column.Name == "length" && isNumber:
			length = number
			continue
		case column.Name == "charset":
			charset, _ = column.Value.(string)
		case column.Name == "card":
			own = true
		}
		kept = append(kept, column)
	}
	if own {
		return kept, nil
	}
	raw, err := r.card(offset, length)
	if err != nil {
		return nil, err
	}
	if raw, err = keptCard(raw, charset); err != nil {
		return nil, err
	}
	return append(kept, store.Column{Name: "card", Value: raw}), nil
}

// card reads a card of contacts.vcf. The cards come in the order in which they lie there.
func (r *wholeReader) card(offset, length int64) ([]byte, error) {
	if r.cards == nil || offset < r.at || length < 0 || length > mostCardBytes || offset > mostUnpacked {
		return nil, fmt.Errorf("there is no card at %d", offset)
	}
	if _, err := io.CopyN(io.Discard, r.cards, offset-r.at); err != nil {
		return nil, fmt.Errorf("find a card: %w", err)
	}
	var raw bytes.Buffer
	if _, err := io.CopyN(&raw, r.cards, length); err != nil {
		return nil, fmt.Errorf("read a card: %w", err)
	}
	r.at = offset + length
	return raw.Bytes(), nil
}

// photo reads a picture, which has to be what its hash says.
func (r *wholeReader) photo(ctx context.Context, p wholePhoto) error {
	hash, err := store.ParseHash(p.Hash)
	if err != nil {
		return err
	}
	entry := r.files[p.File]
	if entry == nil {
		return fmt.Errorf("%q is not there", p.File)
	}
	in, err := openEntry(entry, mostPhotoBytes)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(in)
	if err := errors.Join(err, in.Close()); err != nil {
		return err
	}
	if sha256.Sum256(data) != hash {
		return fmt.Errorf("%q is another picture", p.File)
	}
	return r.draft.PutPhoto(ctx, store.Photo{Hash: hash, Mime: p.Mime, Data: data})
}

// openEntry opens a file of an archive and gives no more of it than limit, whatever its directory says.
func openEntry(entry *zip.File, limit int64) (io.ReadCloser, error) {
	if entry.UncompressedSize64 > uint64(limit) {
		return nil, &FileError{Code: "archive-too-large"}
	}
	in, err := entry.Open()
	if err != nil {
		return nil, fmt.Errorf("open %q: %w", entry.Name, err)
	}
	return in, nil
}
