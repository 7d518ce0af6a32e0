package book

import (
	"context"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"io"
	"iter"
	"strings"

	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// CardRead is what one card of a file says, decoded, in the order of the file. No slice is nil.
type CardRead struct {
	FN         []string
	N          [][]string // family, given, additional, prefixes, suffixes; several values of one joined by a bare comma
	Tel        []string
	Email      []string
	Org        [][]string
	Note       []string
	Categories []string
	Photo      []PhotoRead
}

// PhotoRead is an embedded picture: its size in bytes and its SHA-1 in hex.
type PhotoRead struct {
	Bytes int
	SHA1  string
}

// ReadCards reads the file again and gives what its cards say, a table by the mapping that the import took. The error, which
// comes last, is that of ctx or a *FileError.
func (r *FileReceipt) ReadCards(ctx context.Context) iter.Seq2[CardRead, error] {
	return func(yield func(CardRead, error) bool) {
		c, err := r.source.cards(func(string) (table.Mapping, error) { return nil, nil })
		if err != nil {
			yield(CardRead{}, err)
			return
		}
		defer c.Close()
		for {
			card, err := c.Read()
			if err == nil {
				err = ctx.Err()
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(CardRead{}, err)
				return
			}
			if !yield(cardRead(card), nil) {
				return
			}
		}
	}
}

func cardRead(c *vcard.Card) CardRead {
	read := CardRead{
		FN: full(c.FNs()), N: [][]string{}, Tel: plainValues(c.Phones()), Email: []string{}, Org: [][]string{},
		Note: full(c.Notes()), Categories: full(c.Categories()), Photo: []PhotoRead{},
	}
	for _, email := range c.Emails() {
		// As the card has it: mailto: is no encoding.
		read.Email = append(read.Email, strings.TrimSpace(c.Lines[email.Index].Text()))
	}
	for _, n := range c.Names() {
		parts := []string{n.FamilyName, n.GivenName, n.AdditionalName, n.HonorificPrefix, n.HonorificSuffix}
		for i, part := range parts {
			parts[i] = joinedByComma(part)
		}
		read.N = append(read.N, parts)
	}
	for _, org := range c.Orgs() {
		read.Org = append(read.Org, full(org))
	}
	for _, photo := range c.Photos() {
		if photo.Data == nil {
			continue
		}
		sum := sha1.Sum(photo.Data)
		read.Photo = append(read.Photo, PhotoRead{Bytes: len(photo.Data), SHA1: hex.EncodeToString(sum[:])})
	}
	return read
}

// joinedByComma takes the space from around the commas: producers differ in it, and who compares readings should not see that.
func joinedByComma(part string) string {
	values := strings.Split(part, ",")
	for i, value := range values {
		values[i] = strings.TrimSpace(value)
	}
	return strings.Join(values, ",")
}

func plainValues(values []vcard.Value) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = v.Value
	}
	return list
}

// full makes an empty list of nil.
func full(list []string) []string { return append([]string{}, list...) }
