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

// Addresses returns the postal addresses (RFC 6350 section 6.3.1), white space around their parts left out. Commas
// inside a component are text, as every phone means them.
func (c *Card) Addresses() []Address {
	var all []Address
	labels := c.addressLabels()
	values := c.values(adr, "")
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != adr {
			continue
		}
		// One that says nothing has its LABEL as well.
		label := labels.take(l.Types())
		if len(values) == 0 || values[0].Index != i {
			continue
		}
		v := values[0]
		values = values[1:]
		parts := trimmed(l.flat(8))
		if strings.Join(parts, "") == "" {
			continue
		}
		a := Address{Types: v.Types, Label: v.Label, Pref: v.Pref, Index: v.Index}
		a.PostOfficeBox, a.ExtendedAddress, a.StreetAddress = parts[0], parts[1], parts[2]
		a.Locality, a.Region, a.PostalCode, a.Country = parts[3], parts[4], parts[5], parts[6]
		a.Formatted = firstOf(strings.TrimSpace(l.Param("LABEL")), label, parts[7])
		all = append(all, a)
	}
	return all
}

// addressLabels holds the values of LABEL of 2.1 and 3.0 (RFC 2426 section 3.2.2) in order, by their types.
type addressLabels map[string][]string

func (c *Card) addressLabels() addressLabels {
	var labels addressLabels
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != label {
			continue
		}
		if labels == nil {
			labels = addressLabels{}
		}
		// An empty one keeps the place of an address that has none.
		kinds := addressKinds(l.Types())
		labels[kinds] = append(labels[kinds], strings.TrimSpace(l.Text()))
	}
	return labels
}

// take returns the first label with the types of an address that no address before it has taken, or "".
func (labels addressLabels) take(types []string) string {
	if labels == nil {
		return ""
	}
	kinds := addressKinds(types)
	left := labels[kinds]
	if len(left) == 0 {
		return ""
	}
	labels[kinds] = left[1:]
	return left[0]
}

// addressKinds returns the types by which an ADR and its LABEL find each other.
func addressKinds(types []string) string {
	return strings.Join(withoutPref(types), ",")
}

func withoutPref(types []string) []string {
	rest := slices.DeleteFunc(slices.Clone(types), func(t string) bool { return t == "pref" })
	slices.Sort(rest)
	return rest
}
