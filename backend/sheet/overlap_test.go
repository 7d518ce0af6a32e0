package sheet

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// alphabets are what random names are made of.
var alphabets = []string{
	"abcdefghijklmnopqrstuvwxyzäöüßéñ  ", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي  12", "אבגדהוזחטיכלמנסעפצקרשת  3", "कखगघचछजझटठडढणतथदधनपफबभमयरलवशसहिीुूेैो् ",
	"กขคงจชซญณดตถทธนบปผพฟภมยรลวศษสหอฮะาิีึืุูเแโไำ่้", "漢字仮名交文章上海北京咖啡", "W", "a\u0301\u0308\u0323 b\u0306\u0306\u0306\u0306", "🌻👩‍👩‍👧 ☕", "@.-_abc",
}

func randomText(r *rand.Rand, most int) string {
	alphabet := []rune(alphabets[r.IntN(len(alphabets))])
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteRune(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

func randomTexts(r *rand.Rand, count, most int) []string {
	out := make([]string, r.IntN(count+1))
	for i := range out {
		out[i] = randomText(r, most)
	}
	return out
}

func randomPeople(r *rand.Rand, photo []byte) []Person {
	out := make([]Person, r.IntN(24))
	for i := range out {
		length := []int{8, 20, 40, 400}[r.IntN(4)]
		out[i] = Person{
			Name: randomText(r, length), Role: randomText(r, length), Organisation: randomText(r, length),
			Phones: randomTexts(r, 5, 20), Emails: randomTexts(r, 5, 60), Tags: randomTexts(r, 12, length/2),
			Why: randomText(r, length), Note: randomText(r, 2*length), Birthday: randomText(r, 20),
			Reasons: randomTexts(r, 6, length), Open: randomTexts(r, 4, length), Offers: randomTexts(r, 3, length),
			Address: strings.Join(randomTexts(r, 6, 40), "\n"), VCard: "BEGIN:VCARD\nFN:" + randomText(r, 60) + "\nEND:VCARD",
		}
		if r.IntN(2) == 0 {
			out[i].Photo = photo
		}
	}
	return out
}

func TestNothingOverlaps(t *testing.T) {
	fonts, photo := bundled(t), portrait(t, 40, 50, 7)
	for seed := range uint64(45) {
		r := rand.New(rand.NewPCG(seed, 1))
		o := options(t, []Layout{List, Cards, Pocket}[seed%3])
		o.Paper = []Paper{A4, Letter}[r.IntN(2)]
		chosen := func() bool { return r.IntN(3) > 0 }
		o.Fields = Fields{chosen(), chosen(), chosen(), chosen(), chosen(), chosen(), chosen(), chosen(), chosen(), chosen(), chosen(), chosen()}
		o.Title, o.Date, o.Place = randomText(r, 200), randomText(r, 60), randomText(r, 200)
		o.Introduction = strings.Join(randomTexts(r, 9, 400), "\n")
		o.Questions = randomTexts(r, 6, []int{20, 80, 300}[r.IntN(3)])
		for range r.IntN(70) * r.IntN(2) {
			o.Known = append(o.Known, Known{Name: randomText(r, 60), Organisation: randomText(r, 80), Reason: randomText(r, 120)})
		}
		people := randomPeople(r, photo)
		t.Run(fmt.Sprintf("%s on %s with seed %d", o.Layout, o.Paper, seed), func(t *testing.T) {
			pages, _, err := compose(people, o, fonts)
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range pages {
				for _, fault := range faults(p.width, p.height, p.boxes) {
					t.Errorf("page %d: %s", i+1, fault)
				}
			}
		})
	}
}

// faults names what sticks out of an area, and what covers something else.
func faults(width, height float64, boxes []box) []string {
	var out []string
	var solid []box
	for _, b := range boxes {
		r := b.area()
		if r.x < -0.01 || r.y < -0.01 || r.x+r.w > width+0.01 || r.y+r.h > height+0.01 {
			out = append(out, fmt.Sprintf("%T at %.1f sticks out", b, r))
		}
		switch b := b.(type) {
		case panelBox:
			out = append(out, faults(b.w, b.h, b.boxes)...)
		case textBox, photoBox, codeBox:
			solid = append(solid, b)
		}
	}
	for i, a := range solid {
		for _, b := range solid[:i] {
			if covers(a.area(), b.area()) {
				out = append(out, fmt.Sprintf("%T at %.1f %s covers %T at %.1f %s", a, a.area(), said(a), b, b.area(), said(b)))
			}
		}
		for _, other := range boxes {
			if rule, ok := other.(ruleBox); ok && covers(a.area(), rect{rule.x, rule.y - 0.01, rule.w, rule.h + 0.02}) {
				out = append(out, fmt.Sprintf("a line at %.1f runs through %T at %.1f %s", rule.rect, a, a.area(), said(a)))
			}
		}
	}
	return out
}

func said(b box) string {
	if text, ok := b.(textBox); ok {
		return text.line.Text()
	}
	return ""
}

// covers tells whether two areas share more than an edge.
func covers(a, b rect) bool {
	const edge = 0.05
	return a.x+edge < b.x+b.w && b.x+edge < a.x+a.w && a.y+edge < b.y+b.h && b.y+edge < a.y+a.h
}
