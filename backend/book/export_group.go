package book

import (
	"context"
	"crypto/sha1"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// groupWriter writes the cards of groups behind those of people.
type groupWriter struct {
	book     *Book
	tx       *store.Tx
	options  ExportOptions
	to       vcard.Version
	everyone bool                // the whole book is written, and so the groups that are kept
	wearers  map[string][]string // the uids of those who wear each tag
	tags     []string            // in the order in which they came
}

// wear notes the tags of somebody who is written, where they are to go out as groups.
func (g *groupWriter) wear(p store.Person) error {
	if !g.options.Groups || g.options.Version == Original {
		return nil
	}
	card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil {
		return err
	}
	for _, tag := range wornTags(card, p.Groups) {
		if g.wearers[tag] == nil {
			g.tags = append(g.tags, tag)
		}
		g.wearers[tag] = append(g.wearers[tag], p.UID)
	}
	return nil
}

// write writes the groups: with the whole book those that the tags of people do not wholly say, so that no member is lost who
// is not here; and where groups are asked for, one for each tag.
func (g *groupWriter) write(ctx context.Context, out *vcard.Writer) error {
	kept, err := g.kept(ctx)
	if err != nil {
		return err
	}
	written := map[string]bool{}
	for _, k := range kept {
		if !g.everyone && g.wearers[k.tag] == nil {
			continue
		}
		if g.options.Version != Original && !g.options.Groups && !k.needed {
			continue
		}
		if err := g.put(ctx, out, k); err != nil {
			return err
		}
		written[k.tag] = true
	}
	for _, tag := range g.tags {
		if written[tag] {
			continue
		}
		if err := out.Write(groupOf(tag, g.wearers[tag], g.to)); err != nil {
			return err
		}
	}
	return nil
}

// keptGroup is the card of a group in the book.
type keptGroup struct {
	store.Person
	tag    string   // that stands for it
	lost   []string // members who are not in the book
	needed bool     // the tags of people do not wholly say it
}

func (g *groupWriter) kept(ctx context.Context) ([]keptGroup, error) {
	rows, err := g.tx.Groups(ctx)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	tags, err := g.tx.TagNames(ctx)
	if err != nil {
		return nil, err
	}
	known, err := loadKnown(ctx, g.tx)
	if err != nil {
		return nil, err
	}
	index, err := g.book.indexer(ctx, g.tx)
	if err != nil {
		return nil, err
	}
	cards := make([]groupCard, len(rows))
	for i := range rows {
		card, err := vcard.Parse(rows[i].Card, vcard.Options{Charset: rows[i].Charset})
		if err != nil {
			return nil, fmt.Errorf("card of person %d: %w", rows[i].ID, err)
		}
		cards[i] = groupCard{name: shownName(card), members: card.Members()}
	}
	find, err := findMembers(ctx, g.tx, known, whom.person, index.region, cards)
	if err != nil {
		return nil, err
	}
	kept := make([]keptGroup, len(rows))
	for i, c := range cards {
		k := keptGroup{Person: rows[i], tag: c.name}
		if at := slices.IndexFunc(tags, func(tag string) bool { return match.Fold(tag) == match.Fold(c.name) }); at >= 0 {
			k.tag = tags[at]
		}
		for _, member := range c.members {
			if find.find(member) == 0 {
				k.lost = append(k.lost, member)
			}
		}
		k.needed = len(k.lost) > 0 || len(c.members) == 0
		kept[i] = k
	}
	return kept, nil
}

// put writes the card of a group that is kept. Where groups are asked for, its members are those who wear its tag now and
// those who are not here.
func (g *groupWriter) put(ctx context.Context, out *vcard.Writer, k keptGroup) error {
	card, err := outgoing(k.Person, g.options, g.to, func(raw []byte) ([]byte, error) { return attach(ctx, g.tx, raw) })
	if err != nil {
		return err
	}
	if g.options.Groups && g.options.Version != Original {
		lost := k.lost
		if !g.everyone {
			lost = nil
		}
		setMembers(card, g.wearers[k.tag], lost)
	}
	return out.Write(card)
}

// setMembers lets the card of a group have these people, by their uids, and those of others, by their addresses.
func setMembers(card *vcard.Card, uids, others []string) {
	for i := len(card.Lines) - 1; i >= 0; i-- {
		if i >= len(card.Lines) {
			continue
		}
		if property, _ := propertyOf(&card.Lines[i]); property == "MEMBER" && !slices.Contains(others, card.Lines[i].Text()) {
			card.Remove(i)
		}
	}
	addMembers(card, uids)
}

func addMembers(card *vcard.Card, uids []string) {
	name := "MEMBER"
	if card.Dialect() != vcard.V40 {
		// RFC 6350 brought groups; before it the others do as Apple's address book does.
		name = "X-ADDRESSBOOKSERVER-MEMBER"
	}
	for _, uid := range uids {
		card.Add(name, memberContent(card, uid))
	}
}

// memberContent names a member of a group in the version of its card.
func memberContent(card *vcard.Card, uid string) vcard.Content {
	if !isUUIDAddress(uid) {
		uid = uuidScheme + uid
	}
	if card.Dialect() != vcard.V40 {
		return vcard.Text(uid)
	}
	return vcard.URI(uid)
}

// groupOf makes a group of a tag. Its UID is made of the tag, so that a later import recognises it.
func groupOf(tag string, uids []string, to vcard.Version) *vcard.Card {
	card := vcard.New(to)
	sum := sha1.Sum([]byte("kaffeerunde group " + tag))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80 // a name-based UUID (RFC 9562 section 5.5)
	card.Add("UID", vcard.Text(fmt.Sprintf("%s%x-%x-%x-%x-%x", uuidScheme, sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])))
	card.Add("FN", vcard.Text(tag))
	kind := "KIND"
	if to != vcard.V40 {
		card.Add("N", vcard.Components(tag))
		kind = "X-ADDRESSBOOKSERVER-KIND"
	}
	card.Add(kind, vcard.Text(string(contact.Group)))
	addMembers(card, uids)
	return card
}
