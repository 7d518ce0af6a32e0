package book

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// deed is one thing that somebody does to a book. Whom and what it is done to is chosen by chance from what the book holds, so
// that equal books and equal chances come to equal ends.
type deed struct {
	name string
	do   func(ctx context.Context, b *Book, chance *rand.Rand) error
}

// sureDuplicates returns the people of every group that is sure and not put off.
func sureDuplicates(ctx context.Context, b *Book) (groups [][]contact.ID, err error) {
	d, err := b.Duplicates(ctx, 0, math.MaxInt)
	for _, one := range d.Items {
		if one.Sure && !one.Later {
			ids := make([]contact.ID, len(one.People))
			for i, p := range one.People {
				ids[i] = p.ID
			}
			groups = append(groups, ids)
		}
	}
	return groups, err
}

// travels are the deeds that lead back and forth in what the others did.
var travels = []deed{
	{"undo", func(ctx context.Context, b *Book, _ *rand.Rand) error {
		_, err := b.Undo(ctx, 0)
		return err
	}},
	{"undo of something older", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		h, err := b.History(ctx, chance.IntN(6), 1)
		if err != nil || len(h.Items) == 0 || !h.Items[0].CanUndo {
			return err
		}
		_, err = b.Undo(ctx, h.Items[0].ID)
		return err
	}},
	{"redo", func(ctx context.Context, b *Book, _ *rand.Rand) error {
		_, err := b.Redo(ctx)
		return err
	}},
}

// harmless is what a person does that changes nothing of what the book says.
var harmless = []deed{
	{"backup", func(ctx context.Context, b *Book, _ *rand.Rand) error {
		_, err := b.BackUp(ctx)
		return err
	}},
	{"index", func(ctx context.Context, b *Book, _ *rand.Rand) error { return b.Reindex(ctx) }},
	{"settings", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		s, err := b.Settings(ctx)
		if err != nil {
			return err
		}
		s.Theme = anyOf(chance, []string{"", "light", "dark"})
		return b.SaveSettings(ctx, s)
	}},
}

// deeds are all kinds of operations.
var deeds = []deed{
	{"add", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, _, err := b.Add(ctx, contact.Draft{
			Name: anyOf(chance, givenNames) + " " + anyOf(chance, familyNames), Organisation: anyOf(chance, places), Tags: []string{anyOf(chance, tagNames)},
			Phones: []contact.Value{{Index: contact.NewLine, Value: fmt.Sprintf("+49 30 2312%04d", chance.IntN(10000))}},
		})
		return err
	}},
	{"edit", onSomebody(func(ctx context.Context, b *Book, chance *rand.Rand, id contact.ID) error {
		p, err := b.Person(ctx, id)
		if err != nil {
			return err
		}
		d := p.Draft()
		d.Notes = append(d.Notes, anyOf(chance, words)+" "+anyOf(chance, words))
		d.Title = anyOf(chance, words)
		_, _, err = b.Edit(ctx, id, d)
		return err
	})},
	{"delete", onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, err := b.Delete(ctx, ids)
		return err
	})},
	{"photo", onSomebody(func(ctx context.Context, b *Book, chance *rand.Rand, id contact.ID) error {
		_, _, err := b.SetPhoto(ctx, id, dot(chance))
		return err
	})},
	{"photo removed", onSomebody(func(ctx context.Context, b *Book, _ *rand.Rand, id contact.ID) error {
		_, _, err := b.RemovePhoto(ctx, id)
		return err
	})},
	{"tag", onPeople(20, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.Tag(ctx, anyOf(chance, tagNames), ids)
		return err
	})},
	{"untag", onPeople(20, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.Untag(ctx, anyOf(chance, tagNames), ids)
		return err
	})},
	{"tag created", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.CreateTag(ctx, anyOf(chance, tagNames), "")
		return err
	}},
	{"tag coloured", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.ColourTag(ctx, anyOf(chance, tagNames), fmt.Sprintf("hue-%d", 1+chance.IntN(8)))
		return err
	}},
	{"tag renamed", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.RenameTag(ctx, anyOf(chance, tagNames), anyOf(chance, tagNames))
		return err
	}},
	{"tags merged", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.MergeTags(ctx, []string{anyOf(chance, tagNames), anyOf(chance, tagNames)}, anyOf(chance, tagNames))
		return err
	}},
	{"tag deleted", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.DeleteTag(ctx, anyOf(chance, tagNames))
		return err
	}},
	{"import", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		similar := []Decision{"", DecisionAdd, DecisionMerge, DecisionLater}[chance.IntN(4)]
		path := filepath.Join(filepath.Dir(b.Path()), "phone.vcf")
		if err := os.WriteFile(path, []byte(phone(chance)), 0o600); err != nil {
			return err
		}
		_, err := b.ImportFiles(ctx, []string{path}, ImportOptions{Similar: similar, Update: chance.IntN(2) == 0}, nil)
		return err
	}},
	{"later", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		receipts, err := b.Receipts(ctx)
		if err != nil {
			return err
		}
		for _, r := range receipts {
			rows, err := b.Undecided(ctx, r.Operation, 0, 5)
			if err != nil || len(rows.Items) == 0 {
				continue
			}
			if chance.IntN(3) == 0 && rows.Items[0].Match != nil {
				_, err = b.MergeLater(ctx, r.Operation, rows.Items[0].Index, nil)
				return err
			}
			_, err = b.DecideLater(ctx, r.Operation, []int{rows.Items[0].Index}, []Decision{DecisionAdd, DecisionSkip, DecisionMerge}[chance.IntN(3)])
			return err
		}
		return nil
	}},
	{"sample", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		if chance.IntN(2) == 0 {
			_, err := b.RemoveSample(ctx)
			return err
		}
		_, err := b.AddSample(ctx, []byte(phone(chance)))
		return err
	}},
	{"merge", onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		if len(ids) < 2 {
			return nil
		}
		_, _, err := b.Merge(ctx, ids, nil)
		return err
	})},
	{"sure duplicates merged", func(ctx context.Context, b *Book, _ *rand.Rand) error {
		groups, err := sureDuplicates(ctx, b)
		if err != nil || len(groups) == 0 {
			return err
		}
		_, err = b.MergeAll(ctx, groups[:1+len(groups)/2])
		return err
	}},
	{"split", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil {
			return err
		}
		for _, id := range ids {
			parts, err := b.Parts(ctx, id)
			if err != nil {
				return err
			}
			if len(parts) > 0 && chance.IntN(2) == 0 {
				_, err := b.Split(ctx, id)
				return err
			}
		}
		return nil
	}},
	{"distinct", onPeople(3, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		if len(ids) < 2 {
			return nil
		}
		judge := []func(context.Context, []contact.ID) (Change, error){b.Distinct, b.PutOff, b.TakeUp}[chance.IntN(3)]
		_, err := judge(ctx, ids)
		return err
	})},
	{"connect", onPeople(2, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		if len(ids) < 2 {
			return nil
		}
		_, err := b.Connect(ctx, ids, contact.Connection{Kind: anyOf(chance, contact.ConnectionKinds()), Since: "2019", Note: anyOf(chance, words), Closed: chance.IntN(4) == 0})
		return err
	})},
	{"disconnect", onSomebody(func(ctx context.Context, b *Book, _ *rand.Rand, id contact.ID) error {
		known, err := b.Connections(ctx, id)
		if err != nil || len(known) == 0 {
			return err
		}
		_, err = b.Disconnect(ctx, []contact.ID{id, known[0].Person})
		return err
	})},
	{"merge", onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, _, err := b.Merge(ctx, ids, nil)
		return err
	})},
	{"merge of all that is sure", func(ctx context.Context, b *Book, _ *rand.Rand) error {
		groups, err := sureDuplicates(ctx, b)
		if err != nil {
			return err
		}
		_, err = b.MergeAll(ctx, groups)
		return err
	}},
	{"split", onSomebody(func(ctx context.Context, b *Book, _ *rand.Rand, id contact.ID) error {
		_, err := b.Split(ctx, id)
		return err
	})},
	{"distinct", onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, err := b.Distinct(ctx, ids)
		return err
	})},
	{"put off", onPeople(2, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		if chance.IntN(2) == 0 {
			_, err := b.TakeUp(ctx, ids)
			return err
		}
		_, err := b.PutOff(ctx, ids)
		return err
	})},
	{"circle", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		circles, err := b.Circles(ctx)
		if err != nil || len(circles) == 0 || len(circles[0].People) == 0 {
			return err
		}
		_, err = b.NameCircle(ctx, circles[0].People[0].ID, anyOf(chance, []string{"", "Choir", "Neighbours"}))
		return err
	}},
	{"topic", onPeople(5, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.AddTopic(ctx, contact.Topic{Name: anyOf(chance, words), Kind: anyOf(chance, contact.TopicKinds())}, ids)
		return err
	})},
	{"topic removed", onPeople(20, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.RemoveTopic(ctx, anyOf(chance, words), anyOf(chance, contact.TopicKinds()), ids)
		return err
	})},
	{"topic renamed", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.RenameTopic(ctx, anyOf(chance, words), anyOf(chance, words))
		return err
	}},
	{"topic deleted", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.DeleteTopic(ctx, anyOf(chance, words))
		return err
	}},
	{"meet", onPeople(3, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, _, err := b.Meet(ctx, contact.Encounter{Kind: anyOf(chance, contact.EncounterKinds()), Day: "2026-04-02", People: ids, Note: anyOf(chance, words)})
		return err
	})},
	{"unmeet", onTimeline(func(ctx context.Context, b *Book, _ *rand.Rand, t Timeline) error {
		if len(t.Encounters) == 0 {
			return nil
		}
		_, err := b.Unmeet(ctx, t.Encounters[0].ID)
		return err
	})},
	{"thread", onPeople(2, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, _, err := b.Leave(ctx, contact.Thread{Text: anyOf(chance, words), People: ids})
		return err
	})},
	{"thread settled", onTimeline(func(ctx context.Context, b *Book, chance *rand.Rand, t Timeline) error {
		if len(t.Threads) == 0 {
			return nil
		}
		_, err := b.Settle(ctx, t.Threads[0].ID, anyOf(chance, contact.ThreadStates()))
		return err
	})},
	{"unthread", onTimeline(func(ctx context.Context, b *Book, _ *rand.Rand, t Timeline) error {
		if len(t.Threads) == 0 {
			return nil
		}
		_, err := b.Unthread(ctx, t.Threads[0].ID)
		return err
	})},
	{"introduction", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, _, err := b.SaveIntroduction(ctx, contact.Introduction{Occasion: anyOf(chance, words), ShortDE: anyOf(chance, words), LongEN: anyOf(chance, words)})
		return err
	}},
	{"introduction changed", onIntroduction(func(ctx context.Context, b *Book, chance *rand.Rand, i contact.Introduction) error {
		i.ShortEN = anyOf(chance, words)
		_, _, err := b.SaveIntroduction(ctx, i)
		return err
	})},
	{"introduction deleted", onIntroduction(func(ctx context.Context, b *Book, _ *rand.Rand, i contact.Introduction) error {
		_, err := b.DeleteIntroduction(ctx, i.ID)
		return err
	})},
	{"event", func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, _, err := b.SaveEvent(ctx, contact.Event{Title: anyOf(chance, words), When: "2026-05-20 19:00", Topics: []string{anyOf(chance, words)}})
		return err
	}},
	{"event changed", onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		e.Place, e.Questions = anyOf(chance, places), []string{anyOf(chance, words)}
		_, _, err := b.SaveEvent(ctx, e)
		return err
	})},
	{"event deleted", onEvent(func(ctx context.Context, b *Book, _ *rand.Rand, e contact.Event) error {
		_, err := b.DeleteEvent(ctx, e.ID)
		return err
	})},
	{"guests", onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		guests := make([]contact.Guest, 1+chance.IntN(40))
		for i := range guests {
			name := anyOf(chance, givenNames) + " " + anyOf(chance, familyNames)
			guests[i] = contact.Guest{Line: name, Number: i + 1, Name: name, Mail: fmt.Sprintf("g%d@mail.example", chance.IntN(500))}
		}
		_, err := b.Invite(ctx, e.ID, guests)
		return err
	})},
	{"guests gone", onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		_, err := b.Uninvite(ctx, []int64{anyOf(chance, rows).Guest.ID})
		return err
	})},
	{"guest is", onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil || len(ids) == 0 {
			return err
		}
		_, err = b.Recognise(ctx, anyOf(chance, rows).Guest.ID, anyOf(chance, ids))
		return err
	})},
	{"coffee", onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		_, err := b.Choose(ctx, []int64{anyOf(chance, rows).Guest.ID}, CoffeeWish(chance.IntN(3) > 0))
		return err
	})},
	{"guest seen", onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		_, err := b.See(ctx, []int64{anyOf(chance, rows).Guest.ID}, anyOf(chance, contact.GuestStatuses()))
		return err
	})},
	{"guest noted", onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, _ contact.Event, rows []GuestRow) error {
		note := GuestNote{Remark: anyOf(chance, words), Promise: anyOf(chance, words), Topics: []string{anyOf(chance, words)}}
		_, err := b.NoteGuest(ctx, anyOf(chance, rows).Guest.ID, note)
		return err
	})},
	{"written down", onEvent(func(ctx context.Context, b *Book, _ *rand.Rand, e contact.Event) error {
		_, _, err := b.WriteDown(ctx, e.ID)
		return err
	})},
	{"turnout", onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		_, err := b.Came(ctx, e.ID, chance.IntN(60))
		return err
	})},
	{"afterwards", onGuests(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event, rows []GuestRow) error {
		outcomes := make([]Outcome, 1+chance.IntN(min(10, len(rows))))
		for i := range outcomes {
			outcomes[i] = Outcome{Guest: rows[i].Guest.ID, Status: anyOf(chance, contact.GuestStatuses()), Remark: anyOf(chance, words)}
			if outcomes[i].Status == contact.GuestMet {
				outcomes[i].Thread = anyOf(chance, words)
			}
		}
		_, _, err := b.Afterwards(ctx, e.ID, outcomes)
		return err
	})},
}

var (
	givenNames  = []string{"Ada", "Nur", "Jörg", "Kim", "Jana", "Mehmet", "小明", "Zoë", "Said", "Lena"}
	familyNames = []string{"Demir", "Roth", "Müller", "Weber", "Beispiel", "王", "Ó Briain", "de la Cruz"}
	tagNames    = []string{"Choir", "Barcamp", "Work", "Hiking", "Öko"}
	places      = []string{"Speicher Vier", "Verein", "Library", "Rathaus"}
	words       = []string{"effectuation", "beekeeping", "prairie", "pottery", "Rust", "sourdough"}
)

func anyOf[T any](chance *rand.Rand, list []T) T { return list[chance.IntN(len(list))] }

// onPeople hands up to most people to a deed. In an empty book there is nothing to do.
func onPeople(most int, f func(context.Context, *Book, *rand.Rand, []contact.ID) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil || len(ids) == 0 {
			return err
		}
		chance.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		return f(ctx, b, chance, ids[:1+chance.IntN(min(most, len(ids)))])
	}
}

func onSomebody(f func(context.Context, *Book, *rand.Rand, contact.ID) error) func(context.Context, *Book, *rand.Rand) error {
	return onPeople(1, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		return f(ctx, b, chance, ids[0])
	})
}

func onTimeline(f func(context.Context, *Book, *rand.Rand, Timeline) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil {
			return err
		}
		for _, id := range ids {
			t, err := b.Timeline(ctx, id)
			if err != nil {
				return err
			}
			if len(t.Encounters)+len(t.Threads) > 0 && chance.IntN(2) == 0 {
				return f(ctx, b, chance, t)
			}
		}
		return nil
	}
}

func onIntroduction(f func(context.Context, *Book, *rand.Rand, contact.Introduction) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		list, err := b.Introductions(ctx)
		if err != nil || len(list) == 0 {
			return err
		}
		return f(ctx, b, chance, anyOf(chance, list))
	}
}

func onEvent(f func(context.Context, *Book, *rand.Rand, contact.Event) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		events, err := b.Events(ctx)
		if err != nil || len(events) == 0 {
			return err
		}
		return f(ctx, b, chance, anyOf(chance, events))
	}
}

func onGuests(f func(context.Context, *Book, *rand.Rand, contact.Event, []GuestRow) error) func(context.Context, *Book, *rand.Rand) error {
	return onEvent(func(ctx context.Context, b *Book, chance *rand.Rand, e contact.Event) error {
		rows, err := b.Guests(ctx, e.ID)
		if err != nil || len(rows) == 0 {
			return err
		}
		return f(ctx, b, chance, e, rows)
	})
}

// done runs a deed and forgives it for what a book rightly refuses: there is nothing to undo, nobody of that name.
func done(ctx context.Context, d deed, b *Book, chance *rand.Rand) error {
	err := d.do(ctx, b, chance)
	var invalid *contact.InvalidError
	if errors.Is(err, ErrNothingLeft) || errors.Is(err, contact.ErrNotFound) || errors.As(err, &invalid) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", d.name, err)
	}
	return nil
}

// phone is the export of a phone: some who come again under their UIDs with other words, some who resemble others, pictures, a
// group and a line that nobody can read.
func phone(chance *rand.Rand) string {
	var text strings.Builder
	var members []string
	for range 1 + chance.IntN(60) {
		n := chance.IntN(400)
		lines := []string{
			fmt.Sprintf("UID:uid-%d", n), fmt.Sprintf("FN:%s %s", givenNames[n%len(givenNames)], familyNames[n%len(familyNames)]),
			fmt.Sprintf("EMAIL:p%d@mail.example", n%300), "ORG:" + places[n%len(places)], "NOTE:" + anyOf(chance, words),
			"REV:" + fmt.Sprintf("2026%02d01T000000Z", 1+chance.IntN(12)),
		}
		if n%5 == 0 {
			lines = append(lines, "PHOTO;ENCODING=b;TYPE=PNG:"+base64.StdEncoding.EncodeToString(dot(chance)))
		}
		if n%7 == 0 {
			lines = append(lines, "CATEGORIES:"+anyOf(chance, tagNames), fmt.Sprintf("RELATED;TYPE=friend:uid-%d", chance.IntN(400)))
		}
		if n%11 == 0 {
			members = append(members, fmt.Sprintf("X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:uid-%d", n))
		}
		text.WriteString(card(lines...))
	}
	if len(members) > 0 {
		text.WriteString(card(append([]string{"UID:group-1", "FN:Round", "X-ADDRESSBOOKSERVER-KIND:group"}, members...)...))
	}
	if chance.IntN(3) == 0 {
		text.WriteString("DCIM/IMG_0001.jpg\r\n")
	}
	return text.String()
}

// dot is a picture of one pixel, in one of a few colours.
func dot(chance *rand.Rand) []byte {
	picture := image.NewRGBA(image.Rect(0, 0, 1, 1))
	picture.Set(0, 0, color.RGBA{R: uint8(chance.IntN(4) * 60), G: uint8(chance.IntN(4) * 60), A: 255})
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// opened opens a book whose clock stands still and whose chances come from seed, so that two books to which the same is done are equal.
func opened(t testing.TB, path string, seed uint64) *Book {
	t.Helper()
	b, err := Open(context.WithoutCancel(t.Context()), path, still(seed))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func still(seed uint64) Options {
	var key [32]byte
	key[0], key[1], key[2] = byte(seed), byte(seed>>8), byte(seed>>16)
	return Options{
		Now:  func() time.Time { return time.Date(2026, 5, 4, 18, 30, 0, 0, time.UTC) },
		Rand: rand.NewChaCha8(key),
	}
}
