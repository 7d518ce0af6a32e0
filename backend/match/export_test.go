package match

// LookAsBefore compares everyone anew, by what was common at the first look.
func LookAsBefore(d *Doubles) []Double {
	fresh := NewDoubles(len(d.people))
	for _, p := range d.people {
		if !p.gone {
			q := Profile{Name: d.names[p.name].name, Born: p.born, Company: p.company, Keys: d.keysOf(&p)}
			fresh.Put(p.id, q.Pack(nil))
		}
	}
	fresh.settle()
	fresh.spell()
	fresh.common = d.common
	for i := range fresh.names {
		fresh.common.weigh(&fresh.names[i])
	}
	fresh.compareAll()
	return fresh.groups(func(_, _ int64) bool { return false })
}
