package vcard

// Counts says what became of content lines (RFC 6350 section 3.3: unfolded, blank lines left out). BEGIN, END and
// VERSION are kept. Shown, Kept and Unreadable add up to Total.
type Counts struct {
	Total      int
	Shown      int // the program shows them
	Kept       int // the program does not show them; they are stored and go out again
	Unreadable int // quoted in the report
}

func (c *Counts) add(d Counts) {
	c.Total += d.Total
	c.Shown += d.Shown
	c.Kept += d.Kept
	c.Unreadable += d.Unreadable
}

func (c *Counts) keep(lines int) {
	c.Total += lines
	c.Kept += lines
}
