package book

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSaveUnreadable(t *testing.T) {
	phone := card("FN:Kim Beispiel", "UID:1", "no property", "PHOTO;ENCODING=b:!!") + "DCIM/IMG_0001.jpg\r\n"
	const want = `# phone.vcf, card 1, line 5
no property

# phone.vcf, card 1, line 6
PHOTO;ENCODING=b:!!

# phone.vcf, line 8
DCIM/IMG_0001.jpg
`
	b := newBook(t)
	p, err := b.Preview(t.Context(), []string{file(t, "phone.vcf", phone)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := b.Import(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := b.Unreadable(t.Context(), receipt.Operation, 0, receipt.Unreadable)
	if err != nil {
		t.Fatal(err)
	}
	for claim, pieces := range map[string][]Finding{"a preview": p.Unreadable(), "a receipt": kept.Items} {
		t.Run("what "+claim+" quotes becomes a file of its own", func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "pieces.txt")
			if err := b.SaveUnreadable(path, pieces, "en"); err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(path)
			if err != nil || string(got) != want {
				t.Errorf("the file says\n%s(%v), want\n%s", got, err, want)
			}
			if len(pieces) != receipt.Lines.Unreadable {
				t.Errorf("%d pieces, want the %d unreadable lines of the receipt", len(pieces), receipt.Lines.Unreadable)
			}
		})
	}
	t.Run("where it cannot be written the error says why", func(t *testing.T) {
		err := b.SaveUnreadable(filepath.Join(t.TempDir(), "missing", "pieces.txt"), kept.Items, "en")
		if got := Explain(err).Code; !strings.HasPrefix(got, "target-") {
			t.Errorf("error = %v (%s), want a target that is missing", err, got)
		}
	})
	t.Run("the book itself is not written over", func(t *testing.T) {
		if err := b.SaveUnreadable(b.Path(), kept.Items, "en"); err == nil || Explain(err).Code != "target-is-book" {
			t.Errorf("error = %v, want target-is-book", err)
		}
		sound(t, b)
	})
}

func TestNamesOfAnImport(t *testing.T) {
	for _, c := range []struct{ files, want string }{
		{"a.vcf", "a.vcf"},
		{"a.vcf b.vcf c.vcf", "a.vcf, b.vcf, c.vcf"},
		{"a.vcf b.vcf c.vcf d.vcf e.vcf", "a.vcf, b.vcf (+3)"},
	} {
		t.Run(c.files+" are called "+c.want, func(t *testing.T) {
			var sources []source
			for name := range strings.FieldsSeq(c.files) {
				sources = append(sources, source{given: name})
			}
			if got := namesOf(sources); got != c.want {
				t.Errorf("namesOf(%s) = %q, want %q", c.files, got, c.want)
			}
		})
	}
}
