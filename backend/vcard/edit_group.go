package vcard

// Regroup returns the group of line i (RFC 6350 section 3.3) and puts the line into a group of its own where it has none.
func (c *Card) Regroup(i int) string {
	c.complete()
	if group := c.Lines[i].Group(); group != "" {
		return group
	}
	group := c.freeGroup()
	c.insert(int(c.Lines[i].start), []byte(group+"."))
	return group
}

// AddBeside adds a line for a property to the group of line i, right below it, as programs do that say more of one value.
// Line i gets a group of its own where it has none. The lines after it move down by one.
func (c *Card) AddBeside(i int, name string, v Content) {
	group := c.Regroup(i)
	line := c.layout().appendLine(nil, propertyOf([]byte(name)), group+"."+name, v.valid())
	c.insert(int(c.Lines[i].end), line)
}
