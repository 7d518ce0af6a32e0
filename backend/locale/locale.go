// Package locale is the one catalogue of everything a person reads, in English and in German. The terminal reads it through
// this package; the window bundles the same files. A file holds the sentences of one area as a flat JSON object, a key is
// "area.name", {braces} mark what is filled in, and a sentence that counts comes as "key.one" and "key.other".
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed en/*.json de/*.json
var files embed.FS

// Languages returns those that the catalogue is complete in; the first is what others fall back to.
func Languages() []string { return []string{"en", "de"} }

// Locale speaks one language. It is safe for concurrent use.
type Locale struct {
	lang      string
	printer   *message.Printer
	sentences func() map[string]string
}

var locales = map[string]*Locale{"en": newLocale("en"), "de": newLocale("de")}

func newLocale(lang string) *Locale {
	return &Locale{
		lang:    lang,
		printer: message.NewPrinter(language.MustParse(lang)),
		sentences: sync.OnceValue(func() map[string]string {
			all, err := Sentences(lang)
			if err != nil {
				panic(fmt.Sprintf("the embedded catalogue does not read: %v", err))
			}
			return all
		}),
	}
}

// For returns the locale for a language tag or a POSIX locale name ("de", "de-AT", "de_DE.UTF-8"). Whatever is not German
// is answered in English; so is "C", which is what an unset LANG amounts to.
func For(lang string) *Locale {
	base, _, _ := strings.Cut(strings.ToLower(lang), ".")
	if base == "de" || strings.HasPrefix(base, "de_") || strings.HasPrefix(base, "de-") {
		return locales["de"]
	}
	return locales["en"]
}

// FromEnvironment returns the locale that the POSIX variables ask for: LC_ALL before LC_MESSAGES before LANG.
func FromEnvironment(getenv func(string) string) *Locale {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return For(value)
		}
	}
	return For("")
}

// Region returns the country that the POSIX variables are set to, as an ISO 3166 code: LC_ALL before LC_TELEPHONE before
// LANG; "" when they name none, as "C" does.
func Region(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_TELEPHONE", "LANG"} {
		value, _, _ := strings.Cut(getenv(name), ".")
		value, _, _ = strings.Cut(value, "@")
		_, country, _ := strings.Cut(value, "_")
		if region, err := language.ParseRegion(country); err == nil && region.IsCountry() {
			return region.Canonicalize().String()
		}
		if value != "" {
			return ""
		}
	}
	return ""
}

// Language is "en" or "de".
func (l *Locale) Language() string { return l.lang }

// Has tells whether the catalogue has the sentence, plain or in its plural forms.
func (l *Locale) Has(key string) bool {
	all := l.sentences()
	_, plain := all[key]
	_, counted := all[key+".other"]
	return plain || counted
}

// T returns the sentence of the key with its placeholders filled. The arguments are names and values in turn, as in
// T("operation.tag", "n", 12, "name", "Choir"); numbers are grouped as the language does it, and an integer n chooses between
// "key.one" and "key.other". A key that is missing comes back as itself, so that it is seen and nothing breaks.
func (l *Locale) T(key string, args ...any) string {
	sentence, ok := l.find(key, args)
	if !ok {
		return key
	}
	if len(args) == 0 {
		return sentence
	}
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{%v}", args[i]), l.text(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

func (l *Locale) find(key string, args []any) (string, bool) {
	all := l.sentences()
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] != "n" {
			continue
		}
		form := ".other"
		if fmt.Sprint(args[i+1]) == "1" {
			form = ".one"
		}
		if sentence, ok := all[key+form]; ok {
			return sentence, true
		}
	}
	if sentence, ok := all[key]; ok {
		return sentence, true
	}
	sentence, ok := all[key+".other"]
	return sentence, ok
}

func (l *Locale) text(value any) string {
	switch value.(type) {
	case int, int32, int64, uint, uint32, uint64:
		return l.printer.Sprint(value)
	}
	return fmt.Sprint(value)
}

// Sentences returns the whole catalogue of one language. The error names the file that does not read or the key that stands in
// two files.
func Sentences(lang string) (map[string]string, error) {
	all := map[string]string{}
	names, err := fs.Glob(files, path.Join(lang, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("list the catalogue of %q: %w", lang, err)
	}
	for _, name := range names {
		raw, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		var area map[string]string
		if err := json.Unmarshal(raw, &area); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		for key, sentence := range area {
			if _, twice := all[key]; twice {
				return nil, fmt.Errorf("read %s: the key %q stands in another file too", name, key)
			}
			all[key] = sentence
		}
	}
	return all, nil
}
