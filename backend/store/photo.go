package store

import (
	"context"
	"encoding/hex"
	"fmt"
)

// Hash is the SHA-256 of a picture.
type Hash [32]byte

// String returns the hash in hex, as the rest of the program names a picture.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// ParseHash reads what String wrote.
func ParseHash(s string) (Hash, error) {
	var h Hash
	raw, err := hex.DecodeString(s)
	if err != nil || len(raw) != len(h) {
		return h, fmt.Errorf("read picture name %q: %w", s, ErrNotFound)
	}
	copy(h[:], raw)
	return h, nil
}

// packHashes returns nil for none, so that the column is NULL and the partial index stays small.
func packHashes(hashes []Hash) []byte {
	var packed []byte
	for _, h := range hashes {
		packed = append(packed, h[:]...)
	}
	return packed
}

func unpackHashes(packed []byte) []Hash {
	var hashes []Hash
	for ; len(packed) >= len(Hash{}); packed = packed[len(Hash{}):] {
		hashes = append(hashes, Hash(packed))
	}
	return hashes
}

// Photo returns a picture, ErrNotFound without it.
func (tx *Tx) Photo(ctx context.Context, h Hash) (data []byte, mime string, err error) {
	err = tx.scan(ctx, `SELECT data, mime FROM photo WHERE hash = ?`, []any{h[:]}, &data, &mime)
	return data, mime, err
}

// sweepPhotos deletes the pictures that no card names any more, those of the journal and of undecided cards included.
func (tx *Tx) sweepPhotos(ctx context.Context) error {
	return tx.exec(ctx, `DELETE FROM photo WHERE hash NOT IN (`+hashesOf("person", "person_journal", "pending", "pending_journal", "part", "part_journal")+`)`)
}

// Photo is a picture to be kept.
type Photo struct {
	Hash Hash
	Mime string
	Data []byte
}
