package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	s, _ := opened(t)
	imports := &Imports{s}
	path := filepath.Join(t.TempDir(), "own.csv")
	if err := os.WriteFile(path, []byte("Wer;Durchsage;Kuchen\nAda Beispiel;030 23125001;Käse\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	preview, err := imports.Preview("job", []string{path})
	if err != nil || preview.Files[0].Table != TableGuessed || len(preview.Files[0].KeptColumns) != 1 {
		t.Fatalf("Preview = %+v, %v; want a table that is guessed", preview, err)
	}
	view, err := imports.Table(preview.Files[0].Path)
	if err != nil || len(view.Columns) != 3 || view.Columns[1].Field != "phone" || view.Samples[0][2] != "Käse" || len(view.Fields) == 0 {
		t.Fatalf("Table = %+v, %v; want three columns with their values", view, err)
	}
	t.Run("what is said is remembered for the next preview", func(t *testing.T) {
		said := []ColumnForm{{Field: "name"}, {Field: "phone", Type: "cell"}, {Field: "skip"}}
		if view, err := imports.MapTable(path, said); err != nil || view.Known != TableRemembered || view.Columns[1].Type != "cell" {
			t.Fatalf("MapTable = %+v, %v; want it remembered", view, err)
		}
		preview, err := imports.Preview("job", []string{path})
		if err != nil || preview.Files[0].Table != TableRemembered || len(preview.Files[0].KeptColumns) != 0 {
			t.Errorf("Preview = %+v, %v; want what was said", preview, err)
		}
	})
	t.Run("a fault has its code, and no view a null", func(t *testing.T) {
		none, err := imports.Table(filepath.Join(t.TempDir(), "missing.csv"))
		if failure(err).Code != "file-missing" {
			t.Errorf("Table = %v, want file-missing", err)
		}
		for _, v := range []any{none, view, preview} {
			raw, err := json.Marshal(v)
			if text := strings.ReplaceAll(string(raw), `"problem":null`, ""); err != nil || strings.Contains(text, "null") {
				t.Errorf("%s, %v has a null", raw, err)
			}
		}
	})
}
