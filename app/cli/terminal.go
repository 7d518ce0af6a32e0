package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
)

// terminal is where a verb speaks: answers are printed to out, sentences and progress go to err, and T fills the sentences
// of the person's language.
type terminal struct {
	*locale.Locale
	in  io.Reader
	out *bufio.Writer
	err io.Writer
	// width is how many columns an answer may take, 0 when it does not go to a terminal and may be as wide as it is.
	width int
	// errWidth is the same for err. Where it is a terminal a line can be drawn again and again.
	errWidth int
	// asks tells that somebody is there to answer a question.
	asks bool
}

func newTerminal(stdin io.Reader, stdout, stderr io.Writer, words *locale.Locale) *terminal {
	t := &terminal{
		Locale:   words,
		in:       stdin,
		out:      bufio.NewWriter(stdout),
		err:      stderr,
		width:    widthOf(stdout),
		errWidth: widthOf(stderr),
	}
	file, ok := stdin.(*os.File)
	t.asks = ok && t.errWidth > 0 && term.IsTerminal(int(file.Fd()))
	return t
}

// widthOf is the width of a terminal in columns, 0 for everything that is none.
func widthOf(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return width
}

// T fills a sentence of the catalogue. Texts from cards, files and command lines are made harmless on the way in.
func (t *terminal) T(key string, args ...any) string {
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			args[i] = plain(text)
		}
	}
	return t.Locale.T(key, args...)
}

// fault is the sentence key of the catalogue with what a domain package has to fill in.
func (t *terminal) fault(key string, args []contact.Arg) string {
	pairs := make([]any, 0, 2*len(args))
	for _, arg := range args {
		pairs = append(pairs, arg.Name, arg.Value)
	}
	return t.T(key, pairs...)
}

func (t *terminal) printf(format string, args ...any) {
	fmt.Fprintf(t.out, format, args...)
}

// say prints one sentence of the catalogue on a line of its own.
func (t *terminal) say(key string, args ...any) {
	t.printf("%s\n", t.T(key, args...))
}

// sayBelow is say, indented under the line it belongs to.
func (t *terminal) sayBelow(key string, args ...any) {
	t.printf("  %s\n", t.T(key, args...))
}

// called is the name of somebody, or that they have none.
func (t *terminal) called(name string) string {
	if name == "" {
		return t.T("common.nameless")
	}
	return name
}

// question prints a line to err that waits for an answer behind it.
func (t *terminal) question(line string) {
	_ = t.out.Flush()
	fmt.Fprintf(t.err, "%s ", line)
}

// note tells something beside the answer, where a pipe does not see it.
func (t *terminal) note(key string, args ...any) {
	t.aside(t.T(key, args...))
}

// aside prints a line to err. What was answered so far comes first, because both may be the same screen; where it cannot
// be written, the last Flush says so.
func (t *terminal) aside(line string) {
	_ = t.out.Flush()
	fmt.Fprintf(t.err, "%s\n", line)
}
