package cli

import (
	"context"
	"strconv"
)

// whole takes in a whole book that was exported, into an empty one.
func (v *importVerb) whole(ctx context.Context, s *session) error {
	if v.DryRun {
		look := restoreVerb{File: v.File[0], DryRun: true, JSON: v.JSON, Passphrase: v.Passphrase}
		return look.Run(ctx, s)
	}
	b, err := s.book(ctx)
	if err != nil {
		return err
	}
	passphrase, err := s.passphraseFor(ctx, v.File[0], v.Passphrase)
	if err != nil {
		return err
	}
	change, err := b.ImportWhole(ctx, v.File[0], passphrase)
	if err != nil {
		return err
	}
	if v.JSON {
		return s.json([]wholeAnswer{{File: v.File[0], Whole: true, People: change.Count, Operation: change.Operation}})
	}
	s.say("cli.import.whole.done", "file", v.File[0], "n", change.Count)
	s.say("cli.import.operation", "id", strconv.FormatInt(change.Operation, 10))
	return nil
}

// wholeAnswer is a whole book as import tells scripts of it.
type wholeAnswer struct {
	File      string `json:"file"`
	Whole     bool   `json:"whole"`
	People    int    `json:"people"`
	Operation int64  `json:"operation"`
}
