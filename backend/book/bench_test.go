package book

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// generated returns a file of invented people as bench/gen writes it, made once for a run.
func generated(b *testing.B, args ...string) string {
	b.Helper()
	name := "kaffeerunde"
	for _, arg := range args {
		name += arg
	}
	path := filepath.Join(os.TempDir(), name+".vcf")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	out, err := os.Create(path + ".half")
	if err != nil {
		b.Fatal(err)
	}
	defer out.Close()
	run := exec.Command("go", append([]string{"run", "kaffeerunde/backend/bench/gen"}, args...)...)
	run.Stdout, run.Stderr = out, os.Stderr
	if err := run.Run(); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(path+".half", path); err != nil {
		b.Fatal(err)
	}
	return path
}

func people(n int) []string { return []string{"-n", strconv.Itoa(n), "-seed", "1", "-version", "mix"} }

func openBench(b *testing.B) *Book {
	b.Helper()
	book, err := Open(b.Context(), filepath.Join(b.TempDir(), "book.db"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	return book
}

func importBench(b *testing.B, ctx context.Context, book *Book, file string) {
	b.Helper()
	if _, err := book.ImportFiles(ctx, []string{file}, ImportOptions{}, nil); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkImport(b *testing.B) {
	for _, c := range []struct {
		name string
		args []string
	}{
		{"10k", people(10_000)},
		{"100k", people(100_000)},
		{"5k with 30 KB pictures", []string{"-n", "5000", "-seed", "1", "-photos", "1"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			file := generated(b, c.args...)
			for b.Loop() {
				b.StopTimer()
				book := openBench(b)
				b.StartTimer()
				importBench(b, b.Context(), book, file)
				b.StopTimer()
				if err := book.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

func BenchmarkImportInto100k(b *testing.B) {
	first, second := generated(b, people(100_000)...), generated(b, "-n", "100000", "-seed", "2", "-version", "mix")
	for b.Loop() {
		b.StopTimer()
		book := openBench(b)
		importBench(b, b.Context(), book, first)
		b.StartTimer()
		importBench(b, b.Context(), book, second)
		b.StopTimer()
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func BenchmarkIn100k(b *testing.B) {
	book := openBench(b)
	defer book.Close()
	importBench(b, b.Context(), book, generated(b, people(100_000)...))
	ctx := b.Context()
	b.Run("load the directory", func(b *testing.B) {
		for b.Loop() {
			book.directory.forget()
			if _, err := book.People(ctx, Query{Text: "zzz"}, 0, 50); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, text := range []string{"", "a", "an", "mu", "müll", "030", "4917", "anna mei", "zzzz", "陈", "gmx.de"} {
		b.Run("search "+strconv.Quote(text), func(b *testing.B) {
			for b.Loop() {
				book.directory.forgetLists()
				if _, err := book.People(ctx, Query{Text: text}, 0, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("scroll", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := book.People(ctx, Query{}, i*50%100_000, 50); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("tags", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.Tags(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("edit one", func(b *testing.B) {
		ids, err := book.IDs(ctx, Query{})
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			if _, err := book.Tag(ctx, "Kreis", ids[i%len(ids):i%len(ids)+1]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// forgetLists forgets the answers, not the texts.
func (d *directory) forgetLists() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.lists = nil
}
