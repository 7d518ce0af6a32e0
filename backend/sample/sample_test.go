package sample

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// fictional are the ranges that are never given to anybody: those of the Bundesnetzagentur for films, of Ofcom for drama, of
// ARCEP for audiovisual works, and 555-0100 to 555-0199 in North America.
var fictional = regexp.MustCompile(`^(` + strings.Join([]string{
	`(0|\+49)(30)?23125\d{3}`, `040?66969\d{3}`, `069?90009\d{3}`, `0?8999998\d{3}`, `02214710\d{3}`, `(0|\+49)17139200\d{2}`,
	`\+442079460\d{3}`, `\+447700900\d{3}`,
	`20255501\d{2}`,
	`\+3319900\d{4}`, `\+3363998\d{4}`,
}, "|") + `)$`)

func TestSample(t *testing.T) {
	text := strings.NewReplacer("\r\n ", "").Replace(string(VCards()))

	t.Run("it holds forty cards", func(t *testing.T) {
		if got := strings.Count(text, "BEGIN:VCARD\r\n"); got != 40 {
			t.Errorf("cards = %d, want 40", got)
		}
	})

	t.Run("every mail and web address ends in .example", func(t *testing.T) {
		addresses := regexp.MustCompile(`(?:@|https?\\?://)([\w.-]+)`).FindAllStringSubmatch(text, -1)
		if len(addresses) < 40 {
			t.Fatalf("found only %d addresses", len(addresses))
		}
		for _, address := range addresses {
			if !strings.HasSuffix(address[1], ".example") {
				t.Errorf("%q does not end in .example", address[0])
			}
		}
	})

	t.Run("every phone number is from a range kept for fiction", func(t *testing.T) {
		numbers := regexp.MustCompile(`(?m)^(?:item\d+\.)?TEL[^\r]*:([^:\r]+)\r`).FindAllStringSubmatch(text, -1)
		if len(numbers) < 30 {
			t.Fatalf("found only %d numbers", len(numbers))
		}
		for _, number := range numbers {
			digits := regexp.MustCompile(`[^+\d]`).ReplaceAllString(number[1], "")
			if !fictional.MatchString(digits) {
				t.Errorf("%q is not from a range kept for fiction", number[1])
			}
		}
	})

	t.Run("a dozen people have a portrait", func(t *testing.T) {
		if got := len(regexp.MustCompile(`(?m)^PHOTO`).FindAllString(text, -1)); got != 12 {
			t.Errorf("portraits = %d, want 12", got)
		}
	})

	t.Run("it was generated from the people beside it", func(t *testing.T) {
		people, err := os.ReadFile("people.vcf")
		if err != nil {
			t.Fatal(err)
		}
		got := regexp.MustCompile(`(?m)^PHOTO.*\n`).ReplaceAllString(strings.ReplaceAll(text, "\r", ""), "")
		if got != string(people) {
			t.Error("sample.vcf and people.vcf differ beyond the portraits: run go generate")
		}
	})
}
