package vcard_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"kaffeerunde/backend/vcard"
)

func ExampleReader() {
	file := strings.NewReader("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;QUOTED-PRINTABLE:Gr=C3=BCn;Ute\nTEL;CELL:0171 5550100\n")
	r := vcard.NewReader(file, vcard.Options{})
	for {
		card, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Println(err)
			return
		}
		name, derived := card.DisplayName()
		fmt.Println(name, derived, card.Phones()[0].Value, card.Phones()[0].Types)
		for _, repair := range card.Repairs {
			fmt.Println(repair.Reason)
		}
	}
	// Output:
	// Ute Grün true 0171 5550100 [cell]
	// missing-end
}

func ExampleCard_Set() {
	card, _ := vcard.Parse([]byte("BEGIN:VCARD\nVERSION:3.0\nFN:Ute Grün\nTEL;type=CELL:0171\nX-KEPT:as \\it is\nEND:VCARD\n"), vcard.Options{})
	card.Set(card.Phones()[0].Index, vcard.Text("0172"))
	card.SetLabel(card.Phones()[0].Index, "im Garten")
	os.Stdout.Write(card.Raw)
	// Output:
	// BEGIN:VCARD
	// VERSION:3.0
	// FN:Ute Grün
	// item1.TEL;type=CELL:0172
	// item1.X-ABLabel:im Garten
	// X-KEPT:as \it is
	// END:VCARD
}

func ExampleCard_Convert() {
	card, _ := vcard.Parse([]byte("BEGIN:VCARD\nVERSION:4.0\nFN:Ute Grün\nN:Grün;Ute;;;\nBDAY:--0122\nPRONOUNS:sie\nEND:VCARD\n"), vcard.Options{})
	old, losses := card.Convert(vcard.V30)
	fmt.Print(strings.ReplaceAll(string(old.Raw), "\r\n", "\n"))
	for _, loss := range losses {
		fmt.Println(loss.Name, loss.Text, loss.Reason)
	}
	// Output:
	// BEGIN:VCARD
	// VERSION:3.0
	// FN:Ute Grün
	// N:Grün;Ute;;;
	// BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22
	// PRONOUNS:sie
	// END:VCARD
	// PRONOUNS sie no-such-property
}

func ExampleCard_Detach() {
	card, _ := vcard.Parse([]byte("BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b;TYPE=GIF:R0lGODlhAQABAIAAAAAAAP//\n /yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\nEND:VCARD\n"), vcard.Options{})
	pictures := card.Detach()
	fmt.Println(len(pictures), pictures[0].Mime, len(pictures[0].Data))
	raw, err := vcard.Attach(card.Raw, func(hash string) ([]byte, error) { return pictures[0].Data, nil })
	fmt.Println(strings.Count(string(raw), "\n"), err)
	// Output:
	// 1 image/gif 42
	// 5 <nil>
}

func ExampleCard_Related() {
	card, _ := vcard.Parse([]byte("BEGIN:VCARD\nVERSION:3.0\nFN:Ute Grün\nitem1.X-ABRELATEDNAMES:Ivo\nitem1.X-ABLabel:_$!<Brother>!$_\nX-EVOLUTION-MANAGER:Ada\nHOBBY;LEVEL=high:Chor\nEND:VCARD\n"), vcard.Options{})
	for _, r := range card.Related() {
		fmt.Println(r.Value, r.Types)
	}
	for _, topic := range card.Topics() {
		fmt.Println(topic.Kind, topic.Value, topic.Level)
	}
	// Output:
	// Ivo [sibling]
	// Ada [manager]
	// hobby Chor high
}

func ExampleWriter() {
	card := vcard.New(vcard.V40)
	card.Put("FN", vcard.Text("Ute Grün"))
	card.Put("N", vcard.Components("Grün", "Ute", "", "", ""))
	card.SetLabel(card.Add("TEL", vcard.Text("0171 5550100"), "home", "pref"), "im Garten")
	var file strings.Builder
	if err := vcard.NewWriter(&file).Write(card); err != nil {
		fmt.Println(err)
	}
	fmt.Print(strings.ReplaceAll(file.String(), "\r\n", "\n"))
	// Output:
	// BEGIN:VCARD
	// VERSION:4.0
	// FN:Ute Grün
	// N:Grün;Ute;;;
	// item1.TEL;TYPE=home;PREF=1:0171 5550100
	// item1.X-ABLabel:im Garten
	// END:VCARD
}
