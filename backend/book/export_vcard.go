package book

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// target returns the version to convert to, vcard.VersionUnknown for Original, and a *contact.InvalidError for one that
// does not exist.
func (v Version) target() (vcard.Version, error) {
	switch v {
	case Original:
		return vcard.VersionUnknown, nil
	case V21:
		return vcard.V21, nil
	case V30, "":
		return vcard.V30, nil
	case V40:
		return vcard.V40, nil
	}
	return vcard.VersionUnknown, &contact.InvalidError{Field: "version", Reason: "unknown"}
}

func (b *Book) exportCards(ctx context.Context, tx *store.Tx, ids []contact.ID, o ExportOptions, w io.Writer, tick Tick) (int, error) {
	to, err := o.Version.target()
	if err != nil {
		return 0, err
	}
	if o.Version != Original {
		if o.wholes, err = wholesOf(ctx, tx); err != nil {
			return 0, err
		}
	}
	out := vcard.NewWriter(w)
	done := newCounter(len(ids), tick)
	groups := groupWriter{book: b, tx: tx, options: o, to: to, everyone: o.everyone, wearers: map[string][]string{}}
	err = eachStored(ctx, tx, ids, func(p store.Person) error {
		card, err := outgoing(p, o, to, func(card []byte) ([]byte, error) { return attach(ctx, tx, card) })
		if err != nil {
			return err
		}
		done.add()
		return errors.Join(groups.wear(p), out.Write(card))
	})
	if err == nil {
		err = groups.write(ctx, out)
	}
	if err != nil {
		return done.n, err
	}
	done.tell()
	return done.n, nil
}

// outgoing returns the card of a person as it leaves. attach puts the pictures back into a card.
func outgoing(p store.Person, o ExportOptions, to vcard.Version, attach func([]byte) ([]byte, error)) (*vcard.Card, error) {
	options := vcard.Options{Charset: p.Charset}
	raw := p.Card
	if o.Version != Original {
		card, err := vcard.Parse(raw, options)
		if err != nil {
			return nil, err
		}
		if len(p.Groups) > 0 && !o.Groups {
			card.PutItems("CATEGORIES", wornTags(card, p.Groups))
		}
		card, _ = converted(card, p.UID, to, o.Notes)
		relink(card, o.wholes)
		raw, options.Charset = card.Raw, card.Charset
	}
	raw, err := attach(raw)
	if err != nil {
		return nil, err
	}
	return vcard.Parse(raw, options)
}

// converted returns a card as version to can say it, under the UID that the book knows its person by, and what is lost.
// The card it is made of may be changed.
func converted(card *vcard.Card, uid string, to vcard.Version, notes bool) (*vcard.Card, []vcard.Loss) {
	if !notes {
		withoutNotes(card)
	}
	card, losses := card.Convert(to)
	// Where two cards came with one UID the book has given the second its own.
	if card.UID() != uid {
		card.Put("UID", vcard.Text(uid))
	}
	return card, losses
}

// wholesOf returns the uids of those of whom others have become a part, by the keys of the uids of these.
func wholesOf(ctx context.Context, tx *store.Tx) (map[string]string, error) {
	aliases, err := tx.Aliases(ctx)
	if err != nil || len(aliases) == 0 {
		return nil, err
	}
	wholes := make(map[string]string, len(aliases))
	for _, a := range aliases {
		wholes[uidKey(a.UID)] = a.WholeUID
	}
	return wholes, nil
}

// relink lets a card that leaves name by their uid whom others have become a part of: nobody else knows of the merge.
func relink(card *vcard.Card, wholes map[string]string) {
	if len(wholes) == 0 {
		return
	}
	for i := range card.Lines {
		property, _ := propertyOf(&card.Lines[i])
		if property != "RELATED" && property != "MEMBER" {
			continue
		}
		uid := wholes[uidKey(card.Lines[i].Text())]
		switch {
		case uid == "":
		case property == "MEMBER":
			card.Set(i, memberContent(card, uid))
		default:
			card.Set(i, relatedContent(uid))
		}
	}
}

// withoutNotes takes the notes out of a card, and cards inside of it that have one.
func withoutNotes(card *vcard.Card) {
	for i := len(card.Lines) - 1; i >= 0; i-- {
		if i < len(card.Lines) && isNote(&card.Lines[i]) {
			card.Remove(i)
		}
	}
}

func isNote(l *vcard.Line) bool {
	return l.Is("NOTE") || slices.ContainsFunc(privateBeside, l.Is) || l.Is("AGENT") && bytes.Contains(bytes.ToUpper(l.Raw()), []byte("NOTE"))
}
