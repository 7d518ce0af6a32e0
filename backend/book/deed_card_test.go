package book

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"kaffeerunde/backend/contact"
)

// cardDeeds are done to cards, tags and topics.
var cardDeeds = []deed{
	{name: "add", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, _, err := b.Add(ctx, contact.Draft{
			Name: anyOf(chance, givenNames) + " " + anyOf(chance, familyNames), Organisation: anyOf(chance, places), Tags: []string{anyOf(chance, tagNames)},
			Phones: []contact.Value{{Index: contact.NewLine, Value: fmt.Sprintf("+49 30 2312%04d", chance.IntN(10000))}},
		})
		return err
	}},
	{name: "edit", do: onSomebody(func(ctx context.Context, b *Book, chance *rand.Rand, id contact.ID) error {
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
	{name: "delete", do: onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, err := b.Delete(ctx, ids)
		return err
	})},
	{name: "photo", do: onSomebody(func(ctx context.Context, b *Book, chance *rand.Rand, id contact.ID) error {
		_, _, err := b.SetPhoto(ctx, id, dot(chance))
		return err
	})},
	{name: "photo removed", do: onSomebody(func(ctx context.Context, b *Book, _ *rand.Rand, id contact.ID) error {
		_, _, err := b.RemovePhoto(ctx, id)
		return err
	})},
	{name: "tag", do: onPeople(20, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.Tag(ctx, anyOf(chance, tagNames), ids)
		return err
	})},
	{name: "untag", do: onPeople(20, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.Untag(ctx, anyOf(chance, tagNames), ids)
		return err
	})},
	{name: "tag created", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.CreateTag(ctx, anyOf(chance, tagNames), "")
		return err
	}},
	{name: "tag coloured", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.ColourTag(ctx, anyOf(chance, tagNames), fmt.Sprintf("hue-%d", 1+chance.IntN(8)))
		return err
	}},
	{name: "tag renamed", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.RenameTag(ctx, anyOf(chance, tagNames), anyOf(chance, tagNames))
		return err
	}},
	{name: "tags merged", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.MergeTags(ctx, []string{anyOf(chance, tagNames), anyOf(chance, tagNames)}, anyOf(chance, tagNames))
		return err
	}},
	{name: "tag deleted", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		_, err := b.DeleteTag(ctx, anyOf(chance, tagNames))
		return err
	}},
	{name: "import", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		similar := []Decision{"", DecisionAdd, DecisionMerge, DecisionLater}[chance.IntN(4)]
		path := filepath.Join(filepath.Dir(b.Path()), "phone.vcf")
		if err := os.WriteFile(path, []byte(phone(chance)), 0o600); err != nil {
			return err
		}
		_, err := b.ImportFiles(ctx, []string{path}, ImportOptions{Similar: similar, Update: chance.IntN(2) == 0}, nil)
		return err
	}},
	{name: "later", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
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
	{name: "sample", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		if chance.IntN(2) == 0 {
			_, err := b.RemoveSample(ctx)
			return err
		}
		_, err := b.AddSample(ctx, []byte(phone(chance)))
		return err
	}},
	{name: "topic", do: onPeople(5, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		_, err := b.AddTopic(ctx, contact.Topic{Name: anyOf(chance, words), Kind: anyOf(chance, contact.TopicKinds())}, ids)
		return err
	})},
	{name: "topic removed", do: onTopic(func(ctx context.Context, b *Book, chance *rand.Rand, topic string) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil {
			return err
		}
		_, err = b.RemoveTopic(ctx, topic, anyOf(chance, append(contact.TopicKinds(), "")), ids)
		return err
	})},
	{name: "topic renamed", do: onTopic(func(ctx context.Context, b *Book, chance *rand.Rand, topic string) error {
		_, err := b.RenameTopic(ctx, topic, anyOf(chance, words))
		return err
	})},
	{name: "topics merged", do: onTopic(func(ctx context.Context, b *Book, chance *rand.Rand, topic string) error {
		topics, err := b.Topics(ctx)
		if err != nil {
			return err
		}
		_, err = b.RenameTopic(ctx, topic, anyOf(chance, topics).Name)
		return err
	})},
	{name: "topic deleted", do: onTopic(func(ctx context.Context, b *Book, _ *rand.Rand, topic string) error {
		_, err := b.DeleteTopic(ctx, topic)
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

func onTopic(f func(context.Context, *Book, *rand.Rand, string) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, chance *rand.Rand) error {
		topics, err := b.Topics(ctx)
		if err != nil || len(topics) == 0 {
			return err
		}
		return f(ctx, b, chance, anyOf(chance, topics).Name)
	}
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
