package vcard

// Property is a content line to be written (RFC 6350 section 3.3). Group and Params may be empty.
type Property struct {
	Group, Name string
	Params      []Param
	Value       Content
}

// Build returns a card of a version that holds the properties in their order, those without content left out.
// VersionUnknown gives 3.0. It costs one reading, where New and an Add for each line cost one each.
func Build(v Version, properties []Property) *Card {
	if v == VersionUnknown {
		v = V30
	}
	w := layout{version: v, eol: "\r\n"}
	raw := []byte("BEGIN:VCARD\r\nVERSION:" + v.String() + "\r\n")
	for _, p := range properties {
		if p.Value.IsEmpty() {
			continue
		}
		head := p.Name + w.params(p.Params)
		if p.Group != "" {
			head = p.Group + "." + head
		}
		raw = w.appendLine(raw, propertyOf([]byte(p.Name)), head, p.Value.valid())
	}
	// It cannot fail: there is a BEGIN.
	card, _ := Parse(append(raw, "END:VCARD\r\n"...), Options{})
	return card
}
