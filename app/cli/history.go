package cli

import (
	"context"
	"strconv"
	"time"

	"kaffeerunde/backend/book"
)

// historyVerb lists what was done to the book, the newest first.
type historyVerb struct {
	JSON bool `name:"json"`
}

// operationAnswer is an operation as scripts read it. What is its sentence in the person's language.
type operationAnswer struct {
	Operation int64   `json:"operation"`
	At        string  `json:"at"`
	Kind      string  `json:"kind"`
	Name      string  `json:"name"`
	Count     int     `json:"count"`
	What      string  `json:"what"`
	Undone    bool    `json:"undone"`
	StandsOn  []int64 `json:"standsOn"` // the later operations that an undo takes along
	// Changed is null where what an operation changed is no longer kept.
	Changed *changedAnswer `json:"changed"`
}

// changedAnswer counts what an operation changed. Names are of the first fifty people.
type changedAnswer struct {
	People tallyAnswer     `json:"people"`
	Names  []string        `json:"names"`
	Things []changedThings `json:"things"`
}

type tallyAnswer struct {
	Added   int `json:"added"`
	Deleted int `json:"deleted"`
	Changed int `json:"changed"`
}

// changedThings counts things of a kind: encounter, thread, event, guest, tag, circle, introduction, verdict, part, pending or other.
type changedThings struct {
	Kind string `json:"kind"`
	tallyAnswer
}

func changedIn(counts *book.OperationCounts) *changedAnswer {
	if counts == nil || !counts.Known {
		return nil
	}
	tally := func(t book.Tally) tallyAnswer { return tallyAnswer{t.Added, t.Gone, t.Changed} }
	c := &changedAnswer{People: tally(counts.People), Names: orEmpty(counts.Names), Things: []changedThings{}}
	for _, t := range counts.Things {
		c.Things = append(c.Things, changedThings{Kind: t.Thing, tallyAnswer: tally(t.Tally)})
	}
	return c
}

// Run prints the whole history.
func (v *historyVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	operations, err := b.AllOperations(ctx)
	if err != nil {
		return err
	}
	if v.JSON {
		counts, err := b.AllOperationCounts(ctx)
		if err != nil {
			return err
		}
		answers := make([]operationAnswer, 0, len(operations))
		for _, o := range operations {
			answers = append(answers, operationAnswer{
				Operation: o.ID, At: stamp(o.At), Kind: string(o.Kind), Name: o.Name, Count: o.Count,
				What: s.operation(o.Kind, o.Name, o.Count), Undone: o.Undone, StandsOn: orEmpty(o.StandsOn),
				Changed: changedIn(counts[o.ID]),
			})
		}
		return s.json(answers)
	}
	if len(operations) == 0 {
		s.note("cli.history.none")
		return nil
	}
	rows := make([][]string, 0, len(operations))
	for _, o := range operations {
		what := s.operation(o.Kind, o.Name, o.Count)
		if o.Undone {
			what = s.T("cli.history.undone", "what", what)
		}
		rows = append(rows, []string{strconv.FormatInt(o.ID, 10), moment(o.At), what})
	}
	s.table(s.headings("operation", "when", "what"), rows)
	return nil
}

// moment is a time as a person reads it in a table, in their zone.
func moment(at time.Time) string { return at.Local().Format("2006-01-02 15:04") }
