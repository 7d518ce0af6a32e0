package vcard_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

func TestEveryReasonHasASentence(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		content, err := os.ReadFile(filepath.Join("..", "locale", language, "repairs.json"))
		if err != nil {
			t.Fatal(err)
		}
		var sentences map[string]string
		if err := json.Unmarshal(content, &sentences); err != nil {
			t.Fatal(err)
		}
		for _, reason := range vcard.Reasons() {
			key := "repair." + string(reason)
			if strings.TrimSpace(sentences[key]) == "" {
				t.Errorf("%s: no sentence for %s", language, key)
			}
			delete(sentences, key)
		}
		for key := range sentences {
			t.Errorf("%s: a sentence for %s, which is no reason", language, key)
		}
	}
}
