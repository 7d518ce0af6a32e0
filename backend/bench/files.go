package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// cards writes a phone export of invented people, or finds the one that an earlier section had written. Flags are those of
// the generator.
func (s setting) cards(n int, flags ...string) (string, error) {
	name := strconv.Itoa(n)
	for _, flag := range flags {
		name += flag
	}
	path := filepath.Join(s.dir, name+".vcf")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	out, err := os.Create(path)
	if err != nil {
		return "", err
	}
	cmd := exec.Command(s.gen, append([]string{"--n", strconv.Itoa(n)}, flags...)...)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("write %d cards: %w", n, err)
	}
	return path, out.Close()
}

// book returns a book that holds the cards of a file. It is to be read; who writes takes a copy.
func (s setting) book(file string) (string, error) {
	path := file + ".db"
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if out, err := exec.Command(s.program, "import", "--book", path, "--similar", "add", file).CombinedOutput(); err != nil {
		return "", fmt.Errorf("fill a book: %w: %s", err, out)
	}
	return path, nil
}

// copyBook puts a copy of a book into the place of another.
func copyBook(from, to string) error {
	raw, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, raw, 0o600)
}

// photoCards writes cards with a photo of so many bytes each.
func (s setting) photoCards(n, bytes int) (string, error) {
	path := filepath.Join(s.dir, fmt.Sprintf("%d photos of %d.vcf", n, bytes))
	f, err := os.Create(path)
	if err != nil {
		return "", err
	}
	out := bufio.NewWriter(f)
	r := rand.NewChaCha8([32]byte{})
	data := make([]byte, bytes)
	for i := range n {
		_, _ = r.Read(data) // never fails
		copy(data, "\xff\xd8\xff\xe0")
		fmt.Fprintf(out, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example %d\r\nPHOTO;ENCODING=b;TYPE=JPEG:", i)
		text := base64.StdEncoding.EncodeToString(data)
		for ; len(text) > 74; text = text[74:] {
			fmt.Fprintf(out, "%s\r\n ", text[:74])
		}
		fmt.Fprintf(out, "%s\r\nEND:VCARD\r\n", text)
	}
	if err := out.Flush(); err != nil {
		return "", err
	}
	return path, f.Close()
}
