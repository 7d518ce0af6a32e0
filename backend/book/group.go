package book

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// GroupSummary is the card of a group in a file. Its name becomes a tag on the members that are found; Missing holds the
// addresses of some that are not. Before an import only Name and Members are known.
type GroupSummary struct {
	Name            string
	Members, Joined int
	Missing         []string
}

// mostMissing is how many members that are not found a receipt names.
const mostMissing = 100

// groupEntry is what the book knows of the card of a group. A group is nobody: it stands in no list, and no card resembles it.
func groupEntry(id contact.ID, c *vcard.Card) store.Entry {
	hash := c.ContentHash()
	return store.Entry{Person: id, Name: shownName(c), Kind: contact.Group, Hash: hash[:]}
}

// groupCard is a group whose members are to be found. summary is nil for a group that was here before: it gets those of its
// members who come now.
type groupCard struct {
	name     string
	members  []string
	file, at int // of its summary
	summary  *GroupSummary
}

// tagOfGroup returns the tag that stands for a group, "" for one without a name. A tag of the same name in other letters is
// taken instead.
func (w *work) tagOfGroup(ctx context.Context, name string) (string, error) {
	name = strings.ToValidUTF8(name[:min(len(name), maxTag)], "")
	if name == "" {
		return "", nil
	}
	known, err := w.sameTag(ctx, name)
	if err != nil || known != "" {
		return known, err
	}
	return name, nil
}

// join lets those who belong to groups wear their tags: of groups that come, and of those that were here before and waited for
// somebody who isNew. person returns who became of one that known knows. The cards of the members stay as they are.
func (w *work) join(ctx context.Context, coming []groupCard, k *known, person func(whom) contact.ID, isNew func(*store.Person) bool) error {
	here, err := w.tx.Groups(ctx)
	if err != nil || len(here) == 0 {
		return err
	}
	groups := coming
	inner := make(map[contact.ID][]string, len(here))
	for i := range here {
		card, err := vcard.Parse(here[i].Card, vcard.Options{Charset: here[i].Charset})
		if err != nil {
			return fmt.Errorf("card of person %d: %w", here[i].ID, err)
		}
		inner[here[i].ID] = card.Members()
		groups = append(groups, groupCard{name: shownName(card), members: card.Members()})
	}
	find, err := findMembers(ctx, w.tx, k, person, w.index.region, groups)
	if err != nil {
		return err
	}
	tags := map[contact.ID][]string{}
	late := map[contact.ID][]string{} // of groups that were here before
	same := map[string]string{}       // the tag of the first group that is called so in any letters
	for _, g := range groups {
		tag, ok := same[match.Fold(g.name)]
		if !ok {
			if tag, err = w.tagOfGroup(ctx, g.name); err != nil {
				return err
			}
			same[match.Fold(g.name)] = tag
		}
		to := late
		if g.summary != nil {
			to = tags
		}
		find.each(g.members, inner, map[contact.ID]bool{}, func(address string, id contact.ID) {
			if g.summary != nil {
				g.summary.met(address, id != 0)
			}
			if id != 0 && tag != "" {
				to[id] = append(to[id], tag)
			}
		})
	}
	ids := make([]contact.ID, 0, len(tags)+len(late))
	for id := range tags {
		ids = append(ids, id)
	}
	for id := range late {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for batch := range slices.Chunk(slices.Compact(ids), revisionBatch) {
		people, err := w.tx.People(ctx, batch)
		if err != nil {
			return err
		}
		for i := range people {
			wear := tags[people[i].ID]
			if isNew(&people[i]) {
				wear = append(wear, late[people[i].ID]...)
			}
			if err := w.belong(ctx, people[i], wear); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *GroupSummary) met(address string, found bool) {
	s.Members++
	switch {
	case found:
		s.Joined++
	case len(s.Missing) < mostMissing:
		s.Missing = append(s.Missing, printable(address))
	}
}

// belong lets somebody wear the tags of groups, as far as they do not yet.
func (w *work) belong(ctx context.Context, p store.Person, tags []string) error {
	card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil || kindOf(card) == contact.Group {
		return err
	}
	worn := wornTags(card, p.Groups)
	groups := slices.Clone(p.Groups)
	for _, tag := range tags {
		if !slices.Contains(worn, tag) {
			worn, groups = append(worn, tag), append(groups, tag)
		}
	}
	if len(groups) == len(p.Groups) {
		return nil
	}
	return w.setGroups(ctx, p, card, groups)
}

// setGroups says to which groups somebody belongs, and lets lists know.
func (w *work) setGroups(ctx context.Context, p store.Person, card *vcard.Card, groups []string) error {
	if err := w.tx.SetGroups(ctx, p.ID, groups); err != nil {
		return err
	}
	// An undo finds by the journal of people whose index it has to renew.
	if err := w.tx.Lean(ctx, p.ID); err != nil {
		return err
	}
	w.touch(p.ID)
	return w.loader.Index(ctx, []store.Entry{w.index.entry(p.ID, card, groups...)})
}

// wornTags returns the tags of somebody: those of their card and of the groups to which they belong, each once.
func wornTags(c *vcard.Card, groups []string) []string {
	tags := tagsOf(c)
	for _, group := range groups {
		if !slices.Contains(tags, group) {
			tags = append(tags, group)
		}
	}
	return tags
}

// sharedOut divides tags that somebody is to wear between their card and the groups to which they belong. Who had a tag by a
// group keeps it by the group; all other tags are the card's.
func sharedOut(tags, onCard, groups []string) (card, kept []string) {
	for _, tag := range tags {
		byGroup := slices.Contains(groups, tag)
		if byGroup {
			kept = append(kept, tag)
		}
		if !byGroup || slices.Contains(onCard, tag) {
			card = append(card, tag)
		}
	}
	return card, kept
}

// joining returns those of the members that a group in the book does not have yet.
func joining(ctx context.Context, tx *store.Tx, group contact.ID, members []string) ([]string, error) {
	_, card, err := readCard(ctx, tx, group)
	if err != nil {
		return nil, err
	}
	had := card.Members()
	return slices.DeleteFunc(members, func(m string) bool { return slices.Contains(had, m) }), nil
}

// memberFinder finds the people whom groups name.
type memberFinder struct {
	known  *known
	person func(whom) contact.ID
	reach  map[match.Key]contact.ID // by mail addresses and phone numbers, for those that are asked for
	region string
}

// findMembers prepares to find those whom groups name: by uid, or by a mail address or phone number. person returns who became
// of one that known knows.
func findMembers(ctx context.Context, tx *store.Tx, k *known, person func(whom) contact.ID, region string, groups []groupCard) (*memberFinder, error) {
	f := &memberFinder{known: k, person: person, region: region, reach: map[match.Key]contact.ID{}}
	for _, g := range groups {
		for _, address := range g.members {
			for _, key := range f.keys(address) {
				f.reach[key] = 0
			}
		}
	}
	if len(f.reach) == 0 {
		return f, nil
	}
	err := tx.Known(ctx, func(id contact.ID, _ string, _, keys []byte) {
		profile, _ := match.Unpack(keys)
		for _, key := range profile.Keys {
			if first, asked := f.reach[key]; asked && (first == 0 || id < first) {
				f.reach[key] = id
			}
		}
	})
	return f, err
}

// keys returns by what a member is recognised that is named by how to reach them. A number is written with its country or
// without.
func (f *memberFinder) keys(address string) (keys []match.Key) {
	scheme, rest, _ := strings.Cut(address, ":")
	add := func(key match.Key, ok bool) {
		if ok {
			keys = append(keys, key)
		}
	}
	switch strings.ToLower(scheme) {
	case "mailto":
		add(match.Email(rest))
	case "tel":
		e164 := match.E164(rest, f.region)
		add(match.Phone(rest, e164))
		add(match.Phone(e164, e164))
		add(match.Phone(match.National(e164, f.region), e164))
	}
	return keys
}

// each calls met for the people whom the addresses of a group mean, and for those of the groups in it; id is 0 for nobody here.
// inner are the members of groups.
func (f *memberFinder) each(addresses []string, inner map[contact.ID][]string, seen map[contact.ID]bool, met func(address string, id contact.ID)) {
	for _, address := range addresses {
		id := f.find(address)
		members, group := inner[id]
		switch {
		case !group:
			met(address, id)
		case !seen[id]:
			seen[id] = true
			f.each(members, inner, seen, met)
		}
	}
}

// find returns whom an address of a group means, 0 for nobody here.
func (f *memberFinder) find(address string) contact.ID {
	for _, key := range f.keys(address) {
		if id := f.reach[key]; id != 0 {
			return id
		}
	}
	uid := address
	if isUUIDAddress(uid) {
		uid = uid[len(uuidScheme):]
	}
	for _, form := range []string{address, uid, strings.ToLower(uid), strings.ToUpper(uid)} {
		for _, spelling := range []string{form, uuidScheme + form} {
			if w, ok := f.known.uids[f.known.uid(spelling)]; ok && f.person(w) != 0 {
				return f.person(w)
			}
		}
	}
	return 0
}

// uuidScheme precedes a UID where it stands as an address (RFC 4122 section 3).
const uuidScheme = "urn:uuid:"

func isUUIDAddress(uid string) bool {
	return len(uid) > len(uuidScheme) && strings.EqualFold(uid[:len(uuidScheme)], uuidScheme)
}
