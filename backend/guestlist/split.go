package guestlist

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	mailIn    = regexp.MustCompile(`(?:<\s*|\(\s*|\[\s*)?(?:mailto:)?([\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+)(?:\s*>|\s*\)|\s*\])?`)
	phoneIn   = regexp.MustCompile(`(?i)(?:\b(?:tel|telefon|phone|mobil|mobile|handy|fon)\b\.?:?\s*)?((?:\+|\b0)[\d][\d\s()/.–-]{5,22}\d)`)
	runs      = regexp.MustCompile(` {3,}|\t+`)
	wideRuns  = regexp.MustCompile(` {2,}|\t+`)
	dashes    = regexp.MustCompile(`\s+[–—―]\s+|\s+-{1,2}\s+|\s+[·•]\s+|\s+/\s+`)
	bracketed = regexp.MustCompile(`\s*[(\[]([^()\[\]]+)[)\]]\s*$`)
)

// addressed splits a line that holds several mail addresses with their names, as mail programs write recipients.
func addressed(line string) []string {
	if strings.Count(line, "@") < 2 || strings.Contains(line, "\t") || strings.Contains(line, "|") {
		return []string{line}
	}
	var parts []string
	start, quoted := 0, false
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"':
			quoted = !quoted
		case ',', ';':
			// Only behind an address: "Müller, Anna <anna@mail.example>" is one.
			if !quoted && strings.Contains(line[start:i], "@") && strings.Contains(line[i:], "@") {
				parts = append(parts, strings.TrimSpace(line[start:i]))
				start = i + 1
			}
		}
	}
	return append(parts, strings.TrimSpace(line[start:]))
}

// split finds what separates the columns of a line: the strongest that it has.
func (e *entry) split(line string, wide bool) {
	if at := bornAt(line); at != nil {
		e.beforeName = line[at[2]:at[3]]
		line = line[:at[0]] + " " + line[at[1]:]
	}
	line, e.companion = unaccompanied(line)
	line = strings.Trim(line, " ")
	run := runs
	if wide {
		run = wideRuns
	}
	switch {
	case strings.Contains(strings.TrimSpace(line), "\t"):
		e.separator, e.cells = Tab, quotedCells(strings.TrimRight(line, "\t "), '\t')
	case strings.Contains(line, "|"):
		e.separator, e.cells = Bar, strings.Split(strings.Trim(line, "| "), "|")
	case strings.Contains(strings.TrimRight(line, "; "), ";"):
		e.separator, e.cells = Semi, quotedCells(strings.TrimRight(line, " "), ';')
	case strings.Contains(line, "  ") && run.MatchString(line):
		e.separator, e.cells = Spaces, run.Split(line, maxColumns)
	case strings.ContainsAny(line, "-–—―·•/") && dashes.MatchString(line):
		e.dashed(line)
	case strings.Contains(strings.TrimRight(line, ", "), ","):
		e.separator, e.cells = Comma, merged(quotedCells(strings.TrimRight(unbracketed(line), ", "), ','))
	default:
		e.cells = []string{line}
	}
	if len(e.cells) == 1 {
		e.separator = None
		e.bracketed()
	}
	if len(e.cells) > maxColumns {
		e.cells = append(e.cells[:maxColumns-1:maxColumns-1], strings.Join(e.cells[maxColumns-1:], " "))
	}
	for i, cell := range e.cells {
		e.cells[i] = strings.Trim(tidy(cell), `"„“”`)
	}
}

// dashed splits at dashes, and what stands behind the first at commas.
func (e *entry) dashed(line string) {
	e.separator = Dash
	for i, part := range dashes.Split(line, maxColumns) {
		if i == 0 {
			e.cells = append(e.cells, part)
			continue
		}
		e.cells = append(e.cells, merged(strings.Split(part, ","))...)
	}
}

// bracketed takes "(Company)" off the end of a line.
func (e *entry) bracketed() {
	at := find(bracketed, e.cells[0], "([")
	if at == nil || at[0] == 0 || strings.Contains(e.cells[0][at[2]:at[3]], "@") {
		return
	}
	line := e.cells[0]
	e.separator, e.cells = Bracket, []string{line[:at[0]], line[at[2]:at[3]]}
}

// unbracketed makes columns of what stands in brackets at the end of a line with a comma between: "Müller, Léa (Head of Tea, ACME)".
func unbracketed(line string) string {
	at := find(bracketed, line, "([")
	if at == nil || at[0] == 0 || !strings.Contains(line[at[2]:at[3]], ",") {
		return line
	}
	return line[:at[0]] + ", " + line[at[2]:at[3]]
}

// merged puts together what a comma does not separate: "Harmsen, MBA", "Acme, Inc."
func merged(cells []string) []string {
	all := cells[:1:1]
	for i, cell := range cells[1:] {
		words := strings.Fields(cell)
		behind := len(words) > 0 && (allOf(words, isSuffix) || allOf(words, func(w string) bool { return isTitle(w) && strings.Contains(w, ".") }))
		form := len(words) > 0 && i > 0 && allOf(words, func(w string) bool { return legal[plain(w)] })
		if behind || form {
			all[len(all)-1] += ", " + strings.TrimSpace(cell)
			continue
		}
		all = append(all, cell)
	}
	return all
}

// quotedCells splits a line at a delimiter; one within quotation marks is none.
func quotedCells(line string, delimiter byte) []string {
	var cells []string
	start, quoted := 0, false
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '"':
			quoted = !quoted
		case line[i] == delimiter && !quoted:
			cells = append(cells, line[start:i])
			start = i + 1
		}
	}
	if quoted {
		return strings.Split(line, string(delimiter))
	}
	return append(cells, line[start:])
}

// find is where pattern matches, nil for nowhere; it cannot match without one of the characters.
func find(pattern *regexp.Regexp, text, characters string) []int {
	if !strings.ContainsAny(text, characters) {
		return nil
	}
	return pattern.FindStringSubmatchIndex(text)
}

func digits(text string) (n int) {
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			n++
		}
	}
	return n
}

// bornAt finds "geb. Weber" in a line, quickly where there is nothing of the kind.
func bornAt(line string) []int {
	lower := strings.ToLower(line)
	for _, word := range []string{"geb", "gesch", "verw", "ehem", "née", "nee", "né", "born", "formerly", "früher", "rozená", "z d."} {
		if strings.Contains(lower, word) {
			return bornAs.FindStringSubmatchIndex(line)
		}
	}
	return nil
}

const months = `(?:january?|januar|jan|february?|februar|feb|märz?|march|mar|april|apr|mai|may|june?|juni|jun|july?|juli|jul|august|aug|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)`

var (
	pageLine = regexp.MustCompile(`(?i)^(?:[-–—]\s*)?(?:(?:seite|page|s\.|p\.|blatt)\s*\d+(?:\s*(?:von|of|/)\s*\d+)?|\d{1,4}\s*(?:von|of|/)\s*\d{1,4}|\d{1,3})(?:\s*[-–—])?$`)
	dateLine = regexp.MustCompile(`(?i)^(?:(?:mo|di|mi|do|fr|sa|so)\pL*,?\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:den\s+)?(?:` +
		`(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4})(?:[\s,].*)?|` +
		`\d{1,2}\.?\s?` + months + `\.?(?:\s+\d{4})?(?:[\s,]+(?:\d|um|ab|von|at|from).*)?)$`)
)

// apparent says why a line can hold no guest, "" where it may.
func apparent(line string) Reason {
	if line == "" {
		return Blank
	}
	letter := strings.ContainsFunc(line, unicode.IsLetter)
	switch {
	case !letter && !strings.ContainsFunc(line, unicode.IsDigit):
		return Rule
	case digits(line) > 0 && pageLine.MatchString(line):
		return Page
	case digits(line) > 1 && dateLine.MatchString(line) && !strings.Contains(line, "@"):
		return Heading
	case !letter:
		return NoName
	}
	return ""
}

// spoken says why a line of few columns is a heading or a sentence, "" where it may be a guest.
func spoken(e *entry) Reason {
	whole := strings.Join(e.cells, " ")
	if strings.Contains(whole, "@") {
		return ""
	}
	words := strings.Fields(whole)
	if len(words) == 0 {
		return NoName
	}
	first := headings[plain(words[0])]
	digits := strings.ContainsFunc(whole, unicode.IsDigit)
	letters := strings.FieldsFunc(whole, func(r rune) bool { return !unicode.IsLetter(r) })
	single := len(letters) > 0 && len(letters) < 3 && allOf(letters, func(s string) bool { return len([]rune(s)) == 1 && !isEastern(s) })
	switch {
	case first && (len(words) == 1 || len(words) > 2 || digits || plain(words[0]) != "stand"),
		digits && len(words) > 1 && headings[plain(words[1])],
		strings.HasSuffix(whole, ":"), single:
		return Heading
	}
	lower := 0
	for _, word := range words {
		if r := []rune(word)[0]; unicode.IsLower(r) && !particles[plain(word)] && !organisations[plain(word)] {
			lower++
		}
	}
	if lower >= 3 && 2*lower >= len(words) || len(words) > 5 && strings.ContainsAny(whole[len(whole)-1:], ".!?") && lower >= 2 || letterLike(words[0]) {
		return Prose
	}
	return ""
}

func letterLike(word string) bool {
	switch plain(word) {
	case "liebe", "lieber", "hallo", "dear", "hello", "viele", "herzliche", "beste", "regards", "mfg":
		return true
	}
	return false
}
