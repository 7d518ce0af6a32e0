package sheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// now is when every sheet in these tests is written.
var now = time.Date(2026, 12, 3, 17, 30, 0, 0, time.UTC)

// wordsIn reads the words of a language from the catalogue.
func wordsIn(t testing.TB, lang string) Words {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "locale", lang, "sheet.json"))
	if err != nil {
		t.Fatal(err)
	}
	var sentences map[string]string
	if err := json.Unmarshal(raw, &sentences); err != nil {
		t.Fatal(err)
	}
	return WordsFrom(func(key string) string { return sentences[key] })
}

func options(t testing.TB, l Layout) Options {
	return Options{
		Layout: l, Paper: A4, Lang: "de", Title: "Open Space Stammtisch", Date: "Donnerstag, 3. Dezember 2026", Place: "Betahaus",
		Introduction: "Ich bin Jana und baue mit drei anderen eine Genossenschaft für Probenräume auf.\nIch suche Leute, die schon einmal ein Haus gemeinsam gekauft haben.",
		Fields:       DefaultFields(l), Words: wordsIn(t, "de"), Now: now,
	}
}

// bundled returns the bundled fonts alone, so that a test does not depend on what is installed.
func bundled(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// portrait is a photo of nobody: a head and shoulders of circles, its upper left corner dark.
func portrait(t testing.TB, width, height, hue int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			at := color.RGBA{uint8(120 + hue%100), uint8(170 - hue%70), uint8(150 + x*60/width), 255}
			dx, dy := float64(x)/float64(width)-0.5, float64(y)/float64(height)
			if dx*dx+(dy-0.38)*(dy-0.38) < 0.04 || dx*dx/2+(dy-1)*(dy-1) < 0.12 {
				at = color.RGBA{uint8(90 + hue%60), 70, 50, 255}
			}
			if x < width/8 && y < height/8 {
				at = color.RGBA{A: 255}
			}
			img.SetRGBA(x, y, at)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// guests are invented people in many scripts, some with a photo, some with long names and organisations.
func guests(t testing.TB) []Person {
	t.Helper()
	people := []Person{
		{Name: "Anna-Lena Bergström", Role: "Redakteurin", Organisation: "Hafenradio", Phones: []string{"+49 40 5550123"}, Emails: []string{"anna-lena@hafenradio.example"}, Tags: []string{"Effectuation", "Chor"}, Why: "Ihr habt beide Effectuation. Offen: der Artikel über Genossenschaften."},
		{Name: "Çiğdem Aksoy", Role: "Dolmetscherin", Phones: []string{"0151 5550177"}, Tags: []string{"Stimme und Raum"}, Why: "Fragt nach Stimme und Raum, das bietest du an."},
		{Name: "Dr. Jürgen Müller-Lüdenscheidt", Role: "Stellvertretender Leiter der Abteilung für internationale Zusammenarbeit", Organisation: "Bundesverband der gemeinnützigen Trägerinnen und Träger außerschulischer Bildungsarbeit in ländlichen Räumen und kleinen Städten e. V., Landesgeschäftsstelle Süd", Emails: []string{"juergen.mueller-luedenscheidt@bundesverband-ausserschulische-bildungsarbeit.example"}},
		{Name: "نور خوري", Role: "مهندسة معمارية", Organisation: "مكتب 12 للتصميم", Phones: []string{"+961 1 555 012"}, Tags: []string{"بيروت"}, Why: "Kennt Nadia Abbas, die du nach Räumen fragen wolltest."},
		{Name: "הדס כהן", Role: "מורה", Organisation: "בית ספר Alef 3", Emails: []string{"hadas@alef.example"}},
		{Name: "陈军", Role: "工程师", Organisation: "上海咖啡研究所", Phones: []string{"+86 21 5555 0101"}},
		{Name: "ณัฐ พงษ์ศักดิ์", Role: "นักออกแบบ", Organisation: "สตูดิโอกำแพง"},
		{Name: "अनुष्का शर्मा", Role: "वैज्ञानिक", Organisation: "भारतीय विज्ञान संस्थान"},
		{Name: "佐藤 さくら", Role: "翻訳者"},
		{Name: "김민수", Organisation: "서울 커피"},
		{Name: "Ελένη Παπαδοπούλου", Organisation: "Καφενείο"},
		{Name: "Наталья Кузнецова", Role: "Хормейстер", Tags: []string{"Chor", "Singen"}},
		{Name: "Matteo Bianchi", Organisation: "Rösterei Bianchi", Why: "Nichts Offensichtliches gemeinsam. Geh wegen der Inhalte hin."},
		{Name: "Ngọc Ánh Trần"},
		{Name: "Emeka Eze", Role: "Gründer", Organisation: "Lagos–Hamburg", Note: "Mag keinen Smalltalk."},
	}
	for i := range people {
		if i%2 == 0 {
			people[i].Photo = portrait(t, 90, 120, i*23)
		}
		people[i].VCard = fmt.Sprintf("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nN:%s;;;;\r\nTEL:%s\r\nORG:%s\r\nEND:VCARD\r\n", people[i].Name, people[i].Name, first(people[i].Phones), people[i].Organisation)
	}
	return people
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}
