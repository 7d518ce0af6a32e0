package vcard_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/unicode/utf32"

	"kaffeerunde/backend/vcard"
)

func fixtures(tb testing.TB) []string {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", "*.vcf"))
	if err != nil || len(names) == 0 {
		tb.Fatalf("no fixtures: %v", err)
	}
	return names
}

func fixture(tb testing.TB, name string) []byte {
	tb.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return content
}

func TestReading(t *testing.T) {
	t.Run("it does not matter how the file arrives", func(t *testing.T) {
		for _, name := range fixtures(t) {
			content := fixture(t, name)
			want := readAll(t, vcard.NewReader(bytes.NewReader(content), vcard.Options{}))
			got := readAll(t, vcard.NewReader(iotest.OneByteReader(bytes.NewReader(content)), vcard.Options{}))
			if len(got) != len(want) {
				t.Fatalf("%s: %d cards byte by byte, want %d", name, len(got), len(want))
			}
			for i := range got {
				checkSame(t, name, lineViews(got[i]), lineViews(want[i]))
			}
		}
	})
	t.Run("the error of the stream comes out", func(t *testing.T) {
		broken := errors.New("cable pulled")
		r := vcard.NewReader(io.MultiReader(strings.NewReader("BEGIN:VCARD\nFN:a\nEND:VCARD\n"), iotest.ErrReader(broken)), vcard.Options{})
		if c, err := r.Read(); err != nil || c.FN() != "a" {
			t.Errorf("first card %v, %v", c, err)
		}
		if _, err := r.Read(); !errors.Is(err, broken) {
			t.Errorf("error %v, want %v", err, broken)
		}
		r = vcard.NewReader(io.MultiReader(strings.NewReader("BEGIN:VCARD\nFN:a\n"), iotest.ErrReader(broken)), vcard.Options{})
		if c, err := r.Read(); !errors.Is(err, broken) {
			t.Errorf("half a card %+v, %v, want %v", c, err, broken)
		}
	})
	t.Run("offsets lead back to the card", func(t *testing.T) {
		content := "junk\r\n" + strings.Repeat("BEGIN:VCARD\r\nFN:Jörg\r\nEND:VCARD\r\n\r\n", 5000)
		for _, c := range read(t, content) {
			if got := content[c.Offset : c.Offset+int64(len(c.Raw))]; got != string(c.Raw) {
				t.Fatalf("card %d at %d: %q, want %q", c.Number, c.Offset, got, c.Raw)
			}
		}
	})
	t.Run("a card that is too large is named and passed over", func(t *testing.T) {
		content := "BEGIN:VCARD\nFN:big\nNOTE:" + strings.Repeat("x", 1<<20) + "\nEND:VCARD\nBEGIN:VCARD\nFN:next\nEND:VCARD\n"
		r := vcard.NewReader(strings.NewReader(content), vcard.Options{MaxCard: 1 << 17})
		cards := readAll(t, r)
		if len(cards) != 1 || cards[0].FN() != "next" || cards[0].Number != 2 || cards[0].Line != 5 {
			t.Errorf("cards %+v", cards)
		}
		if u := r.Unreadable(); len(u) != 1 || u[0].Reason != vcard.CardTooLarge || u[0].Card != 1 || u[0].Line != 1 {
			t.Errorf("unreadable %+v", u)
		}
	})
	t.Run("a card of 20 MB is read", func(t *testing.T) {
		photo := make([]byte, 15<<20)
		rand.NewChaCha8([32]byte{}).Read(photo)
		c := vcard.New(vcard.V30)
		c.Add("PHOTO", vcard.Bytes(photo, "image/jpeg"))
		got := read(t, string(c.Raw))
		if len(got) != 1 || len(got[0].Repairs) != 0 || !bytes.Equal(got[0].Photos()[0].Data, photo) {
			t.Errorf("%d cards, repairs %v", len(got), got[0].Repairs)
		}
	})
	t.Run("a film is not a card", func(t *testing.T) {
		noise := make([]byte, 4<<20)
		rand.NewChaCha8([32]byte{1}).Read(noise)
		r := vcard.NewReader(bytes.NewReader(noise), vcard.Options{})
		if cards := readAll(t, r); len(cards) != 0 {
			t.Errorf("%d cards in noise", len(cards))
		}
		if u := r.Unreadable(); len(u) == 0 || len(u) > 1000 {
			t.Errorf("%d pieces quoted", len(u))
		}
	})
	t.Run("the person can say the charset", func(t *testing.T) {
		raw := "BEGIN:VCARD\nVERSION:2.1\nFN:\xcf\xf0\xe8\xe2\xe5\xf2\nEND:VCARD\n"
		r := vcard.NewReader(strings.NewReader(raw), vcard.Options{Charset: "windows-1251"})
		c := readAll(t, r)[0]
		if c.FN() != "Привет" || c.Charset != "windows-1251" {
			t.Errorf("FN %q charset %q", c.FN(), c.Charset)
		}
		checkStored(t, c)
	})
	t.Run("a charset named anywhere in the card helps where there is none", func(t *testing.T) {
		c := read(t, "BEGIN:VCARD\nVERSION:2.1\nFN:\xc1\xe8\xde\xed\xe1\nLABEL;CHARSET=windows-1253;QUOTED-PRINTABLE:=C1\nEND:VCARD\n")[0]
		if c.FN() != "Αθήνα" {
			t.Errorf("FN %q", c.FN())
		}
	})
	t.Run("one broken byte does not spoil the text around it", func(t *testing.T) {
		c := read(t, "BEGIN:VCARD\nVERSION:3.0\nNOTE:grün, \xff schön\nEND:VCARD\n")[0]
		if got, want := c.Notes()[0], "grün, \ufffd schön"; got != want {
			t.Errorf("note %q, want %q", got, want)
		}
	})
	t.Run("files joined without a line end are still two cards", func(t *testing.T) {
		if got := len(read(t, "BEGIN:VCARD\nFN:a\nEND:VCARDBEGIN:VCARD\nFN:b\nEND:VCARD")); got != 2 {
			t.Errorf("%d cards, want 2", got)
		}
		if got := len(read(t, "\ufeffBEGIN:VCARD\nFN:a\nEND:VCARD\n\ufeffBEGIN:VCARD\nFN:b\nEND:VCARD\n")); got != 2 {
			t.Errorf("%d cards with byte-order marks, want 2", got)
		}
	})
	t.Run("parse says when there is no card", func(t *testing.T) {
		for _, raw := range []string{"", "\n", "no card", "END:VCARD\n"} {
			if _, err := vcard.Parse([]byte(raw), vcard.Options{}); !errors.Is(err, vcard.ErrNoCard) {
				t.Errorf("parse %q: %v", raw, err)
			}
		}
	})
}

func TestRepairs(t *testing.T) {
	cases := []struct {
		name, content string
		want          vcard.Reason
		line          int
	}{
		{"a missing end", "BEGIN:VCARD\nVERSION:3.0\nFN:a\nBEGIN:VCARD\nVERSION:3.0\nFN:b\nEND:VCARD\n", vcard.MissingEnd, 3},
		{"a missing beginning", "VERSION:3.0\nFN:a\nEND:VCARD\n", vcard.MissingBegin, 1},
		{"a missing version", "BEGIN:VCARD\nFN:a\nEND:VCARD\n", vcard.MissingVersion, 1},
		{"an odd version", "BEGIN:VCARD\nVERSION:4\nFN:a\nEND:VCARD\n", vcard.OddVersion, 2},
		{"an odd end", "BEGIN:VCARD\nVERSION:3.0\nFN:a\nEND:VCARD.\n", vcard.OddEnd, 4},
		{"a nested card", "BEGIN:VCARD\nVERSION:2.1\nBEGIN:VCARD\nEND:VCARD\nN:a\nEND:VCARD\n", vcard.NestedCard, 3},
		{"an unfolded line", "BEGIN:VCARD\nVERSION:3.0\nNOTE:a\nb\nEND:VCARD\n", vcard.UnfoldedLine, 4},
		{"an odd name", "BEGIN:VCARD\nVERSION:3.0\nLABEL,TYPE=HOME:a\nEND:VCARD\n", vcard.OddName, 3},
		{"a guessed charset", "BEGIN:VCARD\nVERSION:3.0\nFN:\xe4\nEND:VCARD\n", vcard.GuessedCharset, 3},
		{"an unknown charset", "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=klingon:a\nEND:VCARD\n", vcard.UnknownCharset, 3},
		{"a wrong charset", "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Jörg\nEND:VCARD\n", vcard.WrongCharset, 3},
		{"broken text", "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8:ä\xff\nEND:VCARD\n", vcard.BrokenText, 3},
		{"broken quoted-printable", "BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:a=zz\nEND:VCARD\n", vcard.BrokenQuoted, 3},
		{"broken base64", "BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:AAAAA\nEND:VCARD\n", vcard.BrokenBase64, 3},
		{"zero bytes", "BEGIN:VCARD\nVERSION:3.0\nNOTE:a\x00b\nEND:VCARD\n", vcard.ControlBytes, 3},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			repairs := read(t, c.content)[0].Repairs
			if len(repairs) != 1 || repairs[0].Reason != c.want || repairs[0].Line != c.line || repairs[0].Card != 1 {
				t.Errorf("%q: repairs %+v, want %s in line %d", c.content, repairs, c.want, c.line)
			}
		})
	}
}

// TestWorkGrowsWithTheFile counts allocations, which unlike time are the same on every machine.
func TestWorkGrowsWithTheFile(t *testing.T) {
	card := "BEGIN:VCARD\nVERSION:3.0\nFN:Jörg\nN:Grün;Jörg;;;\nitem1.TEL;TYPE=CELL:0171\nitem1.X-ABLabel:Boot\nNOTE:a\n b\nEND:VCARD\n"
	cost := func(cards int) float64 {
		content := strings.Repeat(card, cards)
		return testing.AllocsPerRun(3, func() {
			for _, c := range read(t, content) {
				sayingOf(c)
			}
		})
	}
	small, large := cost(100), cost(1000)
	if large > 11*small {
		t.Errorf("ten times the cards cost %.0f allocations, want at most 11 times %.0f", large, small)
	}
}

func TestOddWriting(t *testing.T) {
	png := strings.Repeat("iVBORw0KGgoAAAAN", 3)
	cases := []struct {
		name, content string
		say           func(c *vcard.Card) string
		want          string
	}{
		{"a soft line break inside of an octet", "VERSION:2.1\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:J=C3==\nB6rg =C=\n3=BC",
			(*vcard.Card).FN, "Jörg ü"},
		{"a code page of Windows", "VERSION:2.1\nFN;CHARSET=cp932:\x8eR\x93c", (*vcard.Card).FN, "山田"},
		{"letters that ASCII does not have", "VERSION:2.1\nFN;CHARSET=US-ASCII:Jörg", (*vcard.Card).FN, "Jörg"},
		{"letters of Windows called ASCII", "VERSION:2.1\nFN;CHARSET=US-ASCII:J\xf6rg", (*vcard.Card).FN, "Jörg"},
		{"a label that a transcoded file kept", "VERSION:2.1\nFN;CHARSET=UTF-16:Jörg", (*vcard.Card).FN, "Jörg"},
		{"UTF-8 under the name of another charset", "VERSION:3.0\nFN;CHARSET=ISO-8859-1:Jö\n rg", (*vcard.Card).FN, "Jörg"},
		{"what is quoted is in the charset it names", "VERSION:2.1\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=C3=B6", (*vcard.Card).FN, "Ã¶"},
		{"doubled line ends", "\nVERSION:3.0\n\nNOTE:a fo\n\n ld\n\nFN:Jo", func(c *vcard.Card) string { return c.Notes()[0] }, "a fold"},
		{"a remark after a quoted text", "VERSION:2.1\nFN:Jo\nNOTE;QUOTED-PRINTABLE:a =\n#<- b\n# not this", func(c *vcard.Card) string { return c.Notes()[0] }, "a #<- b"},
		{"a broken byte in UTF-8", "VERSION:3.0\nFN:Jörg \xff", (*vcard.Card).FN, "Jörg \ufffd"},
		{"a value without a name", "VERSION:3.0\nN:Doe;Jo\n:nobody", func(c *vcard.Card) string { return c.Names()[0].GivenName }, "Jo"},
		{"a semicolon in a quoted type is no encoding", "VERSION:3.0\nNOTE;X-A=\"a;b\":9", func(c *vcard.Card) string { return c.Notes()[0] }, "9"},
		{"a group with a dot", "VERSION:3.0\nNOTE:x\na.b.TEL:1", func(c *vcard.Card) string { return c.Phones()[0].Value }, "1"},
		{"an empty group", "VERSION:3.0\nNOTE:x\n.TEL:1", func(c *vcard.Card) string { return c.Phones()[0].Value }, "1"},
		{"a word after a telephone number is no part of it", "VERSION:3.0\nTEL:1\nextension", func(c *vcard.Card) string { return c.Phones()[0].Value }, "1"},
		{"a word after a name is no part of it", "VERSION:3.0\nFN:Jo\nnonsense", (*vcard.Card).FN, "Jo"},
		{"an indented card", "  VERSION:3.0\n  NOTE:fold\n   ed\n  FN:Jo", (*vcard.Card).FN, "Jo"},
		{"escaped line breaks in base64", "VERSION:3.0\nPHOTO;ENCODING=b:" + png[:16] + `\n` + png[16:], func(c *vcard.Card) string { return base64.StdEncoding.EncodeToString(c.Photos()[0].Data) }, png},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			indent := c.content[:len(c.content)-len(strings.TrimLeft(c.content, " "))]
			cards := read(t, indent+"BEGIN:VCARD\n"+c.content+"\n"+indent+"END:VCARD\n\x1a")
			if len(cards) != 1 || c.say(cards[0]) != c.want {
				t.Errorf("%q says %q in %d cards, want %q", c.content, c.say(cards[0]), len(cards), c.want)
			}
			checkStored(t, cards[0])
			checkWritten(t, cards[0])
			for _, to := range []vcard.Version{vcard.V21, vcard.V30, vcard.V40} {
				checkWay(t, cards[0], []vcard.Version{to})
			}
			cards[0].Put("UID", vcard.Text("1"))
			if got := c.say(cards[0]); got != c.want {
				t.Errorf("%q says %q after an edit, want %q", c.content, got, c.want)
			}
		})
	}
	t.Run("a card in a mail is in the charset of the mail", func(t *testing.T) {
		c := read(t, "Content-Type: text/x-vcard;\n charset=\"koi8-r\"; name=x.vcf\n\nBEGIN:VCARD\nVERSION:2.1\nFN:\xe7\xcc\xc5\xc2\nEND:VCARD\n")[0]
		if c.FN() != "Глеб" || c.Charset != "koi8-r" {
			t.Errorf("FN %q in charset %q", c.FN(), c.Charset)
		}
	})
	t.Run("an indented end", func(t *testing.T) {
		cards := read(t, "BEGIN:VCARD\nTEL:1\n END:VCARD\n\nBEGIN:VCARD\nTEL:2\n\tEND:VCARD\n")
		if len(cards) != 2 || cards[0].Phones()[0].Value != "1" || cards[1].Phones()[0].Value != "2" {
			t.Errorf("%d cards, %+v", len(cards), cards[0].Phones())
		}
		checkWritten(t, cards[0])
	})
	t.Run("UTF-32", func(t *testing.T) {
		text := "BEGIN:VCARD\r\nFN:Jörg 山\r\nEND:VCARD\r\n"
		for _, order := range []utf32.Endianness{utf32.LittleEndian, utf32.BigEndian} {
			for _, mark := range []utf32.BOMPolicy{utf32.UseBOM, utf32.IgnoreBOM} {
				content, err := utf32.UTF32(order, mark).NewEncoder().String(text)
				if err != nil {
					t.Fatal(err)
				}
				if cards := read(t, content); len(cards) != 1 || cards[0].FN() != "Jörg 山" {
					t.Errorf("%q: %d cards", content, len(cards))
				}
			}
		}
	})
}
