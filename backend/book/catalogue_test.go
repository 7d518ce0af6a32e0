package book

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/table"
)

func TestEveryCodeHasItsSentence(t *testing.T) {
	var keys []string
	for _, kind := range Kinds() {
		keys = append(keys, "operation."+string(kind))
	}
	for _, field := range Fields() {
		keys = append(keys, "difference."+string(field))
	}
	for _, kind := range contact.EncounterKinds() {
		keys = append(keys, "encounter.kind."+string(kind))
	}
	for _, state := range contact.ThreadStates() {
		keys = append(keys, "thread.state."+string(state))
	}
	for _, code := range Diagnoses() {
		keys = append(keys, "doctor."+code)
	}
	for _, reason := range match.Reasons() {
		keys = append(keys, "reason."+string(reason))
	}
	for _, code := range []string{sameUID, sameContent, sameInImport, sameWaiting} {
		keys = append(keys, "reason."+code)
	}
	for _, field := range ChangedFields() {
		keys = append(keys, "history.field."+field)
	}
	for _, thing := range SalvagedThings() {
		keys = append(keys, "recovery.things."+thing+".some")
	}
	for _, thing := range RestoreThings() {
		keys = append(keys, "restore.things."+thing)
	}
	for _, reason := range BackupReasons() {
		keys = append(keys, "backup.reason."+string(reason))
	}
	for _, state := range states {
		keys = append(keys, "error."+state.code)
	}
	for _, code := range []string{
		"unexpected", "ambiguous", "invalid-column-unknown",
		"invalid-name-empty", "invalid-tag-empty", "invalid-tag-too-long", "invalid-colour-unknown", "invalid-decision-unknown", "invalid-choice-unknown",
		"invalid-encounter-nobody", "invalid-encounter-kind", "invalid-encounter-day", "invalid-thread-nobody", "invalid-thread-empty",
		"invalid-thread-too-long", "invalid-thread-state", "invalid-thread-day",
		"invalid-event-empty", "invalid-event-day", "invalid-guest-status",
		"invalid-topic-empty", "invalid-topic-too-long", "invalid-kind-unknown", "invalid-level-unknown",
		"invalid-photo-not-a-picture", "invalid-photo-too-long", "invalid-index-changed-meanwhile",
	} {
		keys = append(keys, "error."+code)
	}
	for _, code := range FileCodes() {
		keys = append(keys, "error."+code)
	}
	for _, reason := range table.Reasons() {
		keys = append(keys, "repair."+string(reason))
	}
	for _, field := range TableFields() {
		keys = append(keys, "table.field."+field.Field)
		for _, t := range field.Types {
			keys = append(keys, "table.type."+cmp.Or(t, "none"))
		}
	}
	for _, layout := range table.Layouts() {
		keys = append(keys, "table.layout."+string(layout))
	}
	for _, lang := range locale.Languages() {
		for _, key := range keys {
			if !locale.For(lang).Has(key) {
				t.Errorf("the catalogue has no %s in %s", key, lang)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	for _, c := range []struct {
		err  error
		code string
	}{
		{fmt.Errorf("open: %w", ErrNewerBook), "newer-book"},
		{fmt.Errorf("import: %w", ErrNoSpace), "no-space"},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, "no-space"},
		{fmt.Errorf("person 3: %w", contact.ErrNotFound), "not-found"},
		{fmt.Errorf("import: %w", &FileError{Path: "/a/b.vcf", Code: "file-changed"}), "file-changed"},
		{&contact.InvalidError{Field: "tag", Reason: "empty"}, "invalid-tag-empty"},
		{errors.New("who knows"), "unexpected"},
	} {
		if got := Explain(c.err); got.Code != c.code {
			t.Errorf("Explain(%v) = %+v, want %s", c.err, got, c.code)
		}
	}
	t.Run("a file is named without its folder", func(t *testing.T) {
		got := Explain(&FileError{Path: "/home/jana/b.vcf", Code: "file-empty"})
		if len(got.Args) != 1 || got.Args[0].Value != "b.vcf" {
			t.Errorf("args = %v, want b.vcf", got.Args)
		}
	})
}
