package vcard

// Others returns the lines that no other method of Card shows, in the order of the card. The program keeps them and
// writes them out again.
func (c *Card) Others() []*Line {
	var rest []*Line
	for i := range c.Lines {
		if l := &c.Lines[i]; l.prop != version && (!knowledge[l.prop].shown || l.traits&junk != 0) {
			rest = append(rest, l)
		}
	}
	return rest
}
