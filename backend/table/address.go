package table

import (
	"strings"

	"kaffeerunde/backend/vcard"
)

// addressOrder is in which order ADR has its components (RFC 6350 section 6.3.1).
var addressOrder = []Field{FieldPOBox, FieldExtended, FieldStreet, FieldCity, FieldRegion, FieldPostcode, FieldCountry}

// address writes ADR. Where several addresses stand in the same cells, the n-th of each cell belong together. An address
// that is known only as a whole stands where the street does.
func (d *draft) address(s *slot) {
	parts := map[Field][]string{}
	count := 0
	for field, columns := range s.parts {
		for _, column := range columns {
			values := []string{d.cells[column]}
			if d.separator != "" {
				values = strings.Split(d.cells[column], d.separator)
			}
			for i, value := range values {
				if i == len(parts[field]) {
					parts[field] = append(parts[field], "")
				}
				parts[field][i] = joined(", ", parts[field][i], strings.TrimSpace(value))
			}
		}
		count = max(count, len(parts[field]))
	}
	word := ""
	if s.label != none {
		word = d.cells[s.label]
	}
	types, label := kind(s.kind, word)
	for i := range count {
		components := make([]string, len(addressOrder))
		for k, field := range addressOrder {
			components[k] = nthOf(parts[field], i)
		}
		whole := nthOf(parts[FieldAddress], i)
		if whole != "" && strings.Join(components, "") == "" {
			components[2] = whole
		}
		d.labelled("ADR", typeParam(types), vcard.Components(components...), label)
	}
}

func nthOf(values []string, i int) string {
	if i >= len(values) {
		return ""
	}
	return values[i]
}
