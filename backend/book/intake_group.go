package book

import (
	"context"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// gather notes a group that is taken in, so that its members are looked for when all cards have come. Of one that is here
// already those members count that are new.
func (in *intake) gather(ctx context.Context, file int, r *reading, where sorted, d Decision, target contact.ID) error {
	summaries := &in.sorting.files[file].Groups
	g := groupCard{name: r.entry.Name, members: r.card.Members()}
	switch {
	case d == DecisionMerge && target > 0:
		var err error
		if g.members, err = joining(ctx, in.tx, target, g.members); err != nil {
			return err
		}
		*summaries = append(*summaries, GroupSummary{Name: g.name, Members: len(g.members)})
	case d != DecisionAdd:
		if where.pile == PileNew {
			*summaries = (*summaries)[:len(*summaries)-1]
		}
		return nil
	case where.pile != PileNew:
		*summaries = append(*summaries, GroupSummary{Name: g.name, Members: len(g.members)})
	}
	g.file, g.at = file, len(*summaries)-1
	in.groups = append(in.groups, g)
	return nil
}

// complete writes what is still collected, and lets the members of groups wear their tags: of groups that come, and of those
// that waited for who comes now.
func (in *intake) complete(ctx context.Context) error {
	if err := in.flush(ctx); err != nil {
		return err
	}
	for i := range in.groups {
		g := &in.groups[i]
		g.summary = &in.sorting.files[g.file].Groups[g.at]
		g.summary.Members = 0 // those of groups in it are counted as well
	}
	isNew := func(p *store.Person) bool { return p.Operation == in.work.id }
	return in.work.join(ctx, in.groups, in.known, in.person, isNew)
}
