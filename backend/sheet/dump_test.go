package sheet

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the layouts as they are now to testdata")

// dump writes pages down, one box a line.
func dump(pages []page) string {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d %.1f x %.1f\n", i+1, p.width, p.height)
		dumpBoxes(&b, "  ", p.boxes)
	}
	return b.String()
}

func dumpBoxes(b *strings.Builder, indent string, boxes []box) {
	for _, item := range boxes {
		r := item.area()
		place := fmt.Sprintf("%6.1f %6.1f %6.1f %6.1f", r.x, r.y, r.w, r.h)
		switch item := item.(type) {
		case textBox:
			fmt.Fprintf(b, "%stext  %s  %4.1f %q\n", indent, place, item.size, item.line.Text())
		case photoBox:
			fmt.Fprintf(b, "%sphoto %s\n", indent, place)
		case frameBox:
			fmt.Fprintf(b, "%sframe %s\n", indent, place)
		case ruleBox:
			fmt.Fprintf(b, "%srule  %s\n", indent, place)
		case codeBox:
			fmt.Fprintf(b, "%scode  %s  %d squares\n", indent, place, item.code.Size)
		case panelBox:
			fmt.Fprintf(b, "%spanel %s turned=%t\n", indent, place, item.turned)
			dumpBoxes(b, indent+"  ", item.boxes)
		}
	}
}

func TestLayout(t *testing.T) {
	for _, l := range []Layout{List, Cards, Pocket} {
		t.Run(fmt.Sprintf("the %s layout is as it was looked at", l), func(t *testing.T) {
			golden(t, string(l)+".golden", guests(t)[:7], options(t, l))
		})
	}
}

// golden compares a layout with the one in testdata.
func golden(t *testing.T, name string, people []Person, o Options) {
	t.Helper()
	pages, _, err := compose(people, o, bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	got, file := dump(pages), filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at the sheet, then go test -update\n%s", file, difference(got, string(want)))
	}
}

// difference is the first line in which two texts differ.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d is  %s\nline %d was %s", i+1, g[i], i+1, w[i])
		}
	}
	return fmt.Sprintf("it has %d lines, it had %d", len(g), len(w))
}
