package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
)

// How much a verb may throw away, in percent of what it keeps, before that is collected: an import lasts and stays small, a
// sheet is over before much has come together.
const (
	lastingGC = 60
	briefGC   = 400
)

// importVerb takes in the people of vCards, tables, archives and folders.
type importVerb struct {
	File    []string `arg:"" name:"file"`
	DryRun  bool     `name:"dry-run"`
	Similar string   `name:"similar" enum:",add,merge,skip" default:""`
	JSON    bool     `name:"json"`
	// Unreadable is a file to write what could not be read to, "" for none.
	Unreadable string `name:"unreadable"`
	Same       string `name:"same" enum:",skip,update" default:""`
	// Map says what columns of tables are: "Header=field:type".
	Map     []string `name:"map" sep:"none"`
	columns []book.NamedColumn
	// Passphrase is a file with the passphrase of a whole book that is encrypted, "" for none.
	Passphrase string `name:"passphrase-file"`
}

// errTold says that everything a person needs to hear of a failure has been said already.
var errTold = errors.New("told already")

// Run imports the files as one operation. A file that cannot be taken does not keep the others out; it is told, and the
// verb ends as failed.
func (v *importVerb) Run(ctx context.Context, s *session) error {
	if len(v.File) == 1 && book.IsWhole(v.File[0]) {
		return v.whole(ctx, s)
	}
	if err := v.keepsFiles(); err != nil {
		return err
	}
	if err := s.mayReplace(ctx, v.Unreadable, false); err != nil {
		return err
	}
	open := s.book
	if v.DryRun {
		open = s.bookToRead
	}
	b, err := open(ctx)
	if err != nil {
		return err
	}
	debug.SetGCPercent(lastingGC)
	options := book.ImportOptions{Similar: book.Decision(v.Similar), Update: v.Same == "update", Columns: v.columns, DryRun: v.DryRun}
	bar := s.newProgress()
	receipts, err := b.ImportFiles(ctx, v.File, options, bar.tick)
	bar.clear()
	if err != nil {
		return err
	}
	if v.JSON {
		err = printImports(ctx, s.terminal, receipts, v.DryRun)
	} else {
		v.print(s.terminal, receipts)
	}
	if err == nil && v.Unreadable != "" {
		err = v.saveUnreadable(s, b, receipts)
	}
	if err != nil {
		return err
	}
	return s.problems(receipts)
}

// keepsFiles returns a *book.TargetError where what cannot be read would be written over one of the files that are read.
func (v *importVerb) keepsFiles() error {
	target, err := os.Stat(v.Unreadable)
	if err != nil {
		return nil // There is nothing to write over.
	}
	for _, file := range v.File {
		if state, err := os.Stat(file); err == nil && os.SameFile(target, state) {
			return &book.TargetError{Path: v.Unreadable, Code: "target-is-source", Err: fs.ErrExist}
		}
	}
	return nil
}

// saveUnreadable writes down what could not be read. Where all could, no file is written.
func (v *importVerb) saveUnreadable(s *session, b *book.Book, receipts []book.FileReceipt) error {
	var pieces []book.Finding
	for _, r := range receipts {
		pieces = append(pieces, r.Pieces...)
	}
	if len(pieces) == 0 {
		s.note("cli.import.saved.none")
		return nil
	}
	if err := b.SaveUnreadable(v.Unreadable, pieces, s.Language()); err != nil {
		return err
	}
	s.note("cli.import.saved", "n", len(pieces), "file", v.Unreadable)
	return nil
}

// problems tells why files could not be taken. The error is errTold when there was one.
func (s *session) problems(receipts []book.FileReceipt) error {
	var err error
	for _, r := range receipts {
		if r.Problem != nil {
			s.complainOf(*r.Problem)
			err = errTold
		}
	}
	return err
}

func (v *importVerb) print(t *terminal, receipts []book.FileReceipt) {
	apart := false
	for _, r := range receipts {
		if r.Problem != nil {
			continue
		}
		if apart {
			t.printf("\n")
		}
		apart = true
		t.printf("%s\n", importHead(t, r))
		v.printReceipt(t, r)
	}
}

// printReceipt tells what was in the file, what became of it, and that all its lines are accounted for.
func (v *importVerb) printReceipt(t *terminal, r book.FileReceipt) {
	t.sayBelow("cli.import.piles", "new", r.New, "same", r.Same, "similar", r.Similar, "unreadable", r.Unreadable)
	became := "cli.import.did"
	if v.DryRun {
		became = "cli.import.would"
	}
	t.sayBelow(became, "add", r.Add, "merge", r.Merge, "skip", r.Skip, "later", r.Later)
	t.sayBelow("cli.import.lines", "n", r.Lines.Total, "shown", r.Lines.Shown, "kept", r.Lines.Kept, "unreadable", r.Lines.Unreadable)
	printTable(t, r)
	v.printGroups(t, r.Groups)
	printFindings(t, r.Findings)
	if r.Operation != 0 {
		t.sayBelow("cli.import.operation", "id", strconv.FormatInt(r.Operation, 10))
	}
}

// mostMembers is how many members that are not here the terminal names.
const mostMembers = 5

// printGroups tells which groups became tags, and which of their members were not found.
func (v *importVerb) printGroups(t *terminal, groups []book.GroupSummary) {
	for _, g := range groups {
		if v.DryRun {
			t.sayBelow("cli.import.group-coming", "name", g.Name, "n", g.Members)
			continue
		}
		t.sayBelow("cli.import.group", "name", g.Name, "n", g.Joined)
		if missing := g.Members - g.Joined; missing > 0 {
			who := strings.Join(g.Missing[:min(len(g.Missing), mostMembers)], ", ")
			t.sayBelow("cli.import.group-missing", "n", missing, "who", who)
		}
	}
}

// importHead is what a file was recognised as: "contacts.vcf: 40 cards, vCard 3.0, utf-8, iPhone".
func importHead(t *terminal, r book.FileReceipt) string {
	parts := []string{t.T("cli.import.head", "file", r.Path, "n", r.Cards)}
	if len(r.Versions) > 0 {
		parts = append(parts, "vCard "+strings.Join(r.Versions, ", "))
	}
	if r.Guessed {
		parts = append(parts, t.T("cli.import.guessed", "encoding", r.Encoding))
	} else if r.Encoding != "" {
		parts = append(parts, r.Encoding)
	}
	if r.Producer != "" {
		parts = append(parts, plain(r.Producer))
	}
	return strings.Join(parts, ", ")
}

// mostFindings is how many repairs the terminal quotes; --json and the receipt in the window have all of them.
const mostFindings = 20

func printFindings(t *terminal, findings []book.Finding) {
	for i, f := range findings {
		if i == mostFindings {
			t.sayBelow("cli.import.more", "n", len(findings)-mostFindings)
			return
		}
		where := t.T("cli.import.where", "card", strconv.Itoa(f.Card), "line", strconv.Itoa(f.Line))
		t.printf("  %s %s\n", where, t.T("repair."+f.Reason, "text", f.Text, "made", f.Made))
	}
}
