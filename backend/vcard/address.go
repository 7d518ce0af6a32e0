package vcard

import (
	"slices"
	"strings"

	govcard "github.com/emersion/go-vcard"
)

// Address is one postal address (RFC 6350 section 6.3.1). The Field of the embedded go-vcard type is nil.
type Address struct {
	govcard.Address
	Formatted string // as it goes on an envelope: LABEL, or the eighth component that Google writes; or ""
	Types     []string
	Label     string
	Pref      bool
	Index     int
}

// Addresses returns the postal addresses. Commas inside a component are text, as every phone means them.
func (c *Card) Addresses() []Address {
	var all []Address
	used := map[int]bool{}
	for _, v := range c.values(adr, "") {
		l := &c.Lines[v.Index]
		parts := l.flat(8)
		if strings.Join(parts, "") == "" {
			continue
		}
		a := Address{Types: v.Types, Label: v.Label, Pref: v.Pref, Index: v.Index}
		a.PostOfficeBox, a.ExtendedAddress, a.StreetAddress = parts[0], parts[1], parts[2]
		a.Locality, a.Region, a.PostalCode, a.Country = parts[3], parts[4], parts[5], parts[6]
		a.Formatted = firstOf(strings.TrimSpace(l.Param("LABEL")), c.addressLabel(v.Types, used), strings.TrimSpace(parts[7]))
		all = append(all, a)
	}
	return all
}

// addressLabel returns the first LABEL of 2.1 and 3.0 (RFC 2426 section 3.2.2) that has the types of an address and is not used.
func (c *Card) addressLabel(types []string, used map[int]bool) string {
	want := withoutPref(types)
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop == label && !used[i] && slices.Equal(withoutPref(l.Types()), want) {
			if s := strings.TrimSpace(l.Text()); s != "" {
				used[i] = true
				return s
			}
		}
	}
	return ""
}

func withoutPref(types []string) []string {
	rest := slices.DeleteFunc(slices.Clone(types), func(t string) bool { return t == "pref" })
	slices.Sort(rest)
	return rest
}
