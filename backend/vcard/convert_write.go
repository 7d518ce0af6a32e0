package vcard

import "strings"

// write appends one draft in the version that is wanted.
func (x *converter) write(drafts []draft, i int) {
	d := drafts[i]
	x.rename(&d)
	switch {
	case d.prop == label && x.version == V40:
		if x.owned[i] {
			return
		}
		d.name, d.prop = "ADR", adr
		d.takeLabel(d)
		d.content = Components("", "", "", "", "", "", "")
	case d.prop == adr && x.version == V40:
		if from, ok := x.labels[i]; ok {
			d.takeLabel(drafts[from])
		}
	case d.prop == n && x.named:
		value, _ := d.content.escaped(x.version)
		x.lose(d, unescapeText(value), NoSuchProperty)
		d.name, d.prop = "X-N", other
	case d.prop == n:
		x.named = true
	case d.prop == agent && x.version == V21:
		if x.nest(d) {
			return
		}
	}
	x.settle(&d)
	head := d.head(x.layout)
	if d.content.form == formReference {
		x.writeReference(head, d)
		return
	}
	x.out = x.appendLine(x.out, d.prop, head, d.content)
}

func (d draft) head(w layout) string {
	head := d.name
	if d.group != "" {
		head = d.group + "." + head
	}
	return head + w.params(d.params)
}

// renames are the properties that have another name on either side of 4.0.
var renames = []struct {
	old, new property
	oldName  string // as Apple writes it
}{
	{serverKind, kind, "X-ADDRESSBOOKSERVER-KIND"},
	{serverMember, member, "X-ADDRESSBOOKSERVER-MEMBER"},
}

func (x *converter) rename(d *draft) {
	value, _ := d.content.escaped(V30)
	switch {
	case x.version == V40 && d.prop == abShowAs && strings.EqualFold(value, "COMPANY"):
		d.name, d.prop, d.content = "KIND", kind, Text("org")
		return
	case x.version != V40 && d.prop == kind && strings.EqualFold(value, "org"):
		d.name, d.prop, d.content = "X-ABShowAs", abShowAs, Text("COMPANY")
		return
	}
	for _, r := range renames {
		switch {
		case x.version == V40 && d.prop == r.old:
			d.name, d.prop = knowledge[r.new].name, r.new
		case x.version != V40 && d.prop == r.new:
			d.name, d.prop = r.oldName, r.old
		}
	}
}

// since40 and before40 are the properties that only 4.0 has, and those that it has no more.
var (
	since40 = map[string]bool{
		"ANNIVERSARY": true, "GENDER": true, "LANG": true, "RELATED": true, "CLIENTPIDMAP": true, "XML": true, "BIRTHPLACE": true,
		"DEATHPLACE": true, "DEATHDATE": true, "EXPERTISE": true, "HOBBY": true, "INTEREST": true, "ORG-DIRECTORY": true,
		"CONTACT-URI": true, "CREATED": true, "GRAMGENDER": true, "LANGUAGE": true, "PRONOUNS": true, "SOCIALPROFILE": true,
	}
	before40 = map[string]bool{"AGENT": true, "CLASS": true, "MAILER": true, "NAME": true, "PROFILE": true, "SORT-STRING": true}
)

// settle gives the parameters and the value of a draft the form that the version has for them, and lists what it has
// none for.
func (x *converter) settle(d *draft) {
	name := strings.ToUpper(d.name)
	was40 := x.card.dialect == V40
	switch {
	case x.version == V40 && before40[name], x.version != V40 && was40 && since40[name]:
		value, _ := d.content.escaped(x.version)
		x.lose(*d, unescapeText(value), NoSuchProperty)
	}
	d.settlePreference(x.version)
	d.settleAddress(x.version)
	d.settleValue(x.version)
	for _, p := range d.params {
		for _, value := range p.Values {
			if !x.fits(value) {
				x.lose(*d, p.Name+"="+value, NoSuchParameter)
			}
		}
	}
	if x.version == V21 && d.prop.shape() != shapeComponents && d.prop.shape() != shapeList {
		x.loseBackslash(*d)
	}
	if v := d.content; v.form == formDay && x.version != V40 && (v.year == 0 && v.day == 0 || v.month == 0) {
		value, _ := v.date(x.version)
		x.lose(*d, value, NoPartialDate)
	}
}

// settlePreference writes the preferred one as PREF=1 in 4.0 (RFC 6350 section 5.3).
func (d *draft) settlePreference(to Version) {
	if to != V40 {
		return
	}
	params := make([]Param, 0, len(d.params)+1)
	preferred := false
	for _, p := range d.params {
		if p.Name == "TYPE" {
			var rest []string
			for _, t := range p.Values {
				if t == "pref" {
					preferred = true
				} else {
					rest = append(rest, t)
				}
			}
			p.Values = rest
		}
		params = append(params, p)
	}
	if preferred {
		params = append(params, Param{"PREF", []string{"1"}})
	}
	d.params = params
}

// settleAddress says of a picture or sound that lies elsewhere that its value is an address, as the version does.
func (d *draft) settleAddress(to Version) {
	switch d.prop {
	case photo, logo, sound, key:
	default:
		return
	}
	if d.content.form != formEscaped || !isURI(d.content.items[0]) {
		return
	}
	d.drop("VALUE")
	switch to {
	case V30:
		d.params = append(d.params, Param{"VALUE", []string{"uri"}})
	case V21:
		d.params = append(d.params, Param{"VALUE", []string{"URL"}})
	}
}

// settleValue writes GEO, and dates with a time, in the form of the version.
func (d *draft) settleValue(to Version) {
	if d.content.form != formEscaped {
		return
	}
	value := d.content.items[0]
	switch {
	case to == V40 && d.prop == geo && strings.Count(value, ";") == 1 && !strings.Contains(value, ":"):
		value = "geo:" + strings.Replace(value, ";", ",", 1)
	case to == V40 && dateKind(d.prop) != "":
		if day, clock, ok := strings.Cut(value, "T"); ok && len(day) == 10 && day[4] == '-' && day[7] == '-' && strings.Count(day, "-") == 2 {
			clock, zone := splitZone(clock)
			value = strings.ReplaceAll(day, "-", "") + "T" + strings.ReplaceAll(clock+zone, ":", "")
		} else if y, m, dd := parseDate(value); y == 0 && m == 0 && dd == 0 && value != "" && !d.hasParam("VALUE") {
			d.params = append(d.params, Param{"VALUE", []string{"text"}})
		}
	}
	d.content.items = []string{value}
}

// splitZone cuts the zone off a time: Z, +hh:mm or -hh:mm.
func splitZone(clock string) (time, zone string) {
	if i := strings.IndexAny(clock, "Z+-"); i >= 0 {
		return clock[:i], clock[i:]
	}
	return clock, ""
}

func (d *draft) hasParam(name string) bool {
	for _, p := range d.params {
		if p.Name == name {
			return true
		}
	}
	return false
}

// loseBackslash lists a text that 2.1 cannot tell from a line break or semicolon.
func (x *converter) loseBackslash(d draft) {
	value, _ := d.content.escaped(x.version)
	if d.content.form == formEscaped || d.content.form == formText {
		if text := unescapeText(value); strings.Contains(text, `\n`) || strings.Contains(text, `\;`) {
			x.lose(d, text, NoBackslash)
		}
	}
}

// labelKey names the address that a LABEL or ADR is of: its types, and how many of the same came before it.
type labelKey struct {
	types string
	order int
}

// match finds the LABEL of each ADR.
func (x *converter) match(drafts []draft) {
	x.labels, x.owned = map[int]int{}, map[int]bool{}
	addresses := map[labelKey]int{}
	var seen [2]map[string]int
	for kind, prop := range []property{adr, label} {
		seen[kind] = map[string]int{}
		for i, d := range drafts {
			if d.prop != prop {
				continue
			}
			types := d.typeKey()
			key := labelKey{types, seen[kind][types]}
			seen[kind][types]++
			if prop == adr {
				addresses[key] = i
			} else if address, ok := addresses[key]; ok {
				x.labels[address], x.owned[i] = i, true
			}
		}
	}
}

// typeKey returns the types by which an ADR and its LABEL find each other.
func (d draft) typeKey() string {
	for _, p := range d.params {
		if p.Name == "TYPE" {
			return addressKinds(p.Values)
		}
	}
	return ""
}

// takeLabel gives an address the text of a LABEL as a parameter.
func (d *draft) takeLabel(from draft) {
	text, _ := from.content.escaped(V30)
	d.drop("LABEL")
	if text != "" {
		d.params = append(d.params, Param{"LABEL", []string{unescapeText(text)}})
	}
}

// nest writes an AGENT whose text is a card as a card inside the card (vCard 2.1 section 2.4.2).
func (x *converter) nest(d draft) bool {
	value, _ := d.content.escaped(V21)
	text := strings.TrimSpace(unescapeText(value))
	upper := strings.ToUpper(text)
	if !strings.HasPrefix(upper, "BEGIN:VCARD\n") || !strings.HasSuffix(upper, "\nEND:VCARD") ||
		strings.Count(upper, "BEGIN:VCARD") != 1 || strings.Count(upper, "END:VCARD") != 1 {
		return false
	}
	x.out = append(x.out, d.head(x.layout)+":"+x.eol...)
	x.out = append(x.out, strings.ReplaceAll(text, "\n", x.eol)+x.eol...)
	return true
}

// writeReference writes a reference to a detached picture with the layout that its bytes would get.
func (x *converter) writeReference(head string, d draft) {
	p := Photo{Hash: d.content.items[0], Mime: d.content.mime}
	before, indent, after := x.bytesHead(head, p.Mime)
	lay := folding{first: max(0, lineWidth-len(before)), width: lineWidth - len(indent), indent: indent, eol: x.eol, pad: 1}
	if x.version == V21 {
		lay.first = 0
	}
	x.out = append(x.out, before+lay.reference(p)+x.eol+after...)
}
