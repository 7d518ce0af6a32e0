package table

import "slices"

// Mapping says what each column of a table is taken for, in the order of the columns.
type Mapping []Column

// Fits reports whether the mapping can be one of a table: it has as many columns, and fields and types that there are.
func (m Mapping) Fits(t *Table) bool {
	return len(m) == len(t.Headers) && !slices.ContainsFunc(m, func(c Column) bool { return !c.IsValid() })
}

// none stands for a column that there is not.
const none = -1

// slot is a value of a card and the columns that it is made of.
type slot struct {
	field  Field
	kind   Type
	value  int             // column, none for an address
	label  int             // column that says its kind in words, or none
	parts  map[Field][]int // columns of an address
	header string
}

// slots brings the columns of a mapping together: the parts of an address, a value and the word for its kind. They are in
// the order of the columns.
func (m Mapping) slots(headers []string) []slot {
	var all []slot
	seen := map[Column]int{}
	for i, c := range m {
		switch {
		case slices.Contains(addressParts, c.Field):
			nth := seen[c]
			seen[c]++
			homes := places(all, FieldAddress, c.Type)
			if c.Field == FieldExtended && len(homes) > 0 {
				// "Business Street 2" and "Business Street 3" are two more lines of one address.
				nth = len(homes) - 1
			}
			if nth == len(homes) {
				homes = append(homes, len(all))
				all = append(all, slot{field: FieldAddress, kind: c.Type, value: none, label: none, parts: map[Field][]int{}})
			}
			home := &all[homes[nth]]
			home.parts[c.Field] = append(home.parts[c.Field], i)
		case c.Field == FieldAddressKind || kindOf[c.Field] != "":
			// It is no value of its own; label finds it.
		default:
			all = append(all, slot{field: c.Field, kind: c.Type, value: i, label: none, header: headers[i]})
		}
	}
	return m.label(all, headers)
}

// places returns where the slots of a field and a type are.
func places(all []slot, field Field, kind Type) []int {
	var found []int
	for i := range all {
		if all[i].field == field && all[i].kind == kind {
			found = append(found, i)
		}
	}
	return found
}

// label gives the n-th slot of a field without a type the n-th column that says a kind. A kind of nothing is a detail.
func (m Mapping) label(all []slot, headers []string) []slot {
	seen := map[Field]int{}
	for i, c := range m {
		of := kindOf[c.Field]
		if c.Field == FieldAddressKind {
			of = FieldAddress
		}
		if of == "" {
			continue
		}
		values := places(all, of, TypeNone)
		if seen[of] < len(values) {
			all[values[seen[of]]].label = i
		} else {
			all = append(all, slot{field: FieldDetail, value: i, label: none, header: headers[i]})
		}
		seen[of]++
	}
	return all
}
