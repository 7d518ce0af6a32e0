package guestlist

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// entry is what may become a guest: a line, or a part of one.
type entry struct {
	line       int // index of its line
	cells      []string
	separator  Separator
	why        Reason // why it is left out
	shape      *shape
	beforeName string // a name before a wedding, taken out so that its comma separates nothing
	companion  string // whom the first guest brings along, as it came
}

// Read reads a list that somebody pasted. Lines are read as shapes says where it has a shape of their kind, else as they look.
// It never fails: what is no list comes back as lines that were left out.
func Read(text []byte, shapes []Shape) *List {
	lines, encoding := decoded(text)
	r := &reader{list: &List{Encoding: encoding}, wanted: shapes}
	r.texts = lines
	r.wide = r.spaced()
	for i, line := range lines {
		r.line(i, line)
	}
	return r.finish()
}

// ReadRows reads the rows of a table. The first that says what the columns are called is left out as their header.
func ReadRows(rows []Row, shapes []Shape) *List {
	r := &reader{list: &List{Encoding: "utf-8"}, wanted: shapes}
	for i, row := range rows {
		text := row.Text
		if text == "" {
			text = strings.Join(row.Cells, "\t")
		}
		r.texts = append(r.texts, text)
		r.numbers = append(r.numbers, row.Line)
		e := entry{line: i, separator: Cells}
		size := 0
		for _, cell := range row.Cells[:min(len(row.Cells), maxColumns)] {
			e.cells = append(e.cells, strings.TrimSpace(seen(strings.ToValidUTF8(cell, "\uFFFD"))))
			size += len(cell)
		}
		switch {
		case strings.TrimSpace(strings.Join(e.cells, "")) == "":
			e.why = Blank
		case size > MaxLine:
			e.why = TooLong
		default:
			e.why = nobody(strings.Join(e.cells, ""))
			for c, cell := range e.cells {
				if e.companion == "" {
					e.cells[c], e.companion = unaccompanied(cell)
				}
			}
		}
		r.entries = append(r.entries, e)
	}
	return r.finish()
}

// reader reads one list.
type reader struct {
	list    *List
	wanted  []Shape
	texts   []string
	numbers []int // of rows; nil for lines, which count from 1
	entries []entry
	shapes  []*shape
	wide    bool // two spaces stand between columns
	order   order
}

func (r *reader) number(at int) int {
	if r.numbers != nil {
		return r.numbers[at]
	}
	return at + 1
}

// spaced tells whether most lines have two spaces in a row within them.
func (r *reader) spaced() bool {
	filled, with := 0, 0
	for _, line := range r.texts {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		filled++
		if strings.Contains(line, "  ") {
			with++
		}
	}
	return filled > 0 && 2*with >= filled
}

func (r *reader) line(at int, text string) {
	e := entry{line: at}
	if at == MaxLines {
		e.why = TooMany
	} else if len(text) > MaxLine {
		e.why = TooLong
	}
	if e.why != "" {
		r.entries = append(r.entries, e)
		return
	}
	line := seen(text)
	e.why = cmp.Or(nobody(unmarked(line)), apparent(strings.TrimSpace(line)))
	if e.why != "" {
		r.entries = append(r.entries, e)
		return
	}
	for _, part := range addressed(unmarked(line)) {
		e := entry{line: at}
		e.split(part, r.wide)
		r.entries = append(r.entries, e)
	}
}

func (r *reader) finish() *List {
	r.group()
	r.headers()
	for i := range r.entries {
		if e := &r.entries[i]; e.why == "" && e.shape.header == nil && len(e.cells) < 3 {
			e.why = spoken(e)
		}
	}
	r.judge()
	r.order = r.commonOrder()
	for at := 0; at < len(r.entries); {
		end := at + 1
		for end < len(r.entries) && r.entries[end].line == r.entries[at].line {
			end++
		}
		r.take(r.entries[at:end])
		at = end
	}
	r.twins()
	r.describe()
	return r.list
}

// take makes guests of the entries of one line. A line that has a guest is not left out; one without is, with the first reason.
func (r *reader) take(entries []entry) {
	line := entries[0].line
	number, text := r.number(line), r.texts[line]
	var guests []Guest
	var why Reason
	for i := range entries {
		e := &entries[i]
		if e.why == "" {
			guests = append(guests, r.guests(e)...)
		}
		if why == "" {
			why = e.why
		}
	}
	if len(guests) > 0 && len(r.list.Guests)+len(guests) > MaxGuests {
		guests, why = nil, TooMany
	}
	if len(guests) == 0 {
		if why == "" {
			why = NoName
		}
		r.list.Skipped = append(r.list.Skipped, Skipped{Line: number, Text: text, Why: why})
		return
	}
	for i := range guests {
		guests[i].Line, guests[i].Text = number, text
	}
	r.list.Guests = append(r.list.Guests, guests...)
}

// commonOrder tells whether most names that are not split have the family name first.
func (r *reader) commonOrder() order {
	usual, other := 0, 0
	for i := range r.entries {
		e := &r.entries[i]
		if e.why != "" {
			continue
		}
		for c, cell := range e.cells {
			if c >= len(e.shape.fields) || e.shape.fields[c] != FieldName || strings.Contains(cell, ",") {
				continue
			}
			_, words := takePrefix(strings.Fields(cell))
			if len(words) != 2 {
				continue
			}
			first, second := givens[givenWord(words[0])], givens[givenWord(words[1])]
			if first && !second {
				usual++
			} else if second && !first {
				other++
			}
		}
	}
	if other > usual && other > 2 {
		return familyFirst
	}
	return givenFirst
}

// twins notes who stands in the list already: with the same mail address, or the same name and nothing that differs.
func (r *reader) twins() {
	mails, names := map[string]int{}, map[string][]int{}
	for i := range r.list.Guests {
		g := &r.list.Guests[i]
		if mail := strings.ToLower(g.Mail); mail != "" {
			if first, ok := mails[mail]; ok && r.list.Guests[first-1].sameName(g) {
				g.Twin = first
				continue
			}
			mails[mail] = i + 1
		}
		name := g.key()
		if name == "" {
			continue
		}
		for _, first := range names[name] {
			if r.list.Guests[first-1].agrees(g) {
				g.Twin = first
				break
			}
		}
		if len(names[name]) < 8 && g.Twin == 0 {
			names[name] = append(names[name], i+1)
		}
	}
}

// key is the same for two spellings of a name.
func (g *Guest) key() string {
	words := strings.FieldsFunc(g.Name.Given+" "+g.Name.Family, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	for i, word := range words {
		words[i] = plain(word)
	}
	slices.Sort(words)
	if suffix := plain(g.Name.Suffix); suffix == "jun" || suffix == "sen" || suffix == "jr" || suffix == "sr" {
		words = append(words, suffix)
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

func (g *Guest) sameName(h *Guest) bool { return g.Derived || h.Derived || g.key() == h.key() }

func (g *Guest) agrees(h *Guest) bool {
	same := func(a, b string) bool { return a == "" || b == "" || plain(a) == plain(b) }
	return same(g.Organisation, h.Organisation) && (g.Mail == "" || h.Mail == "" || strings.EqualFold(g.Mail, h.Mail))
}
