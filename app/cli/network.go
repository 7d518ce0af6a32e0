package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// pathVerb finds ways from one person to another.
type pathVerb struct {
	From string `arg:"" name:"from"`
	To   string `arg:"" name:"to"`
	JSON bool   `name:"json"`
}

// commonVerb lists whom two people both know.
type commonVerb struct {
	Person string `arg:"" name:"person"`
	Other  string `arg:"" name:"whom"`
	JSON   bool   `name:"json"`
}

// circlesVerb lists the circles that people form.
type circlesVerb struct {
	JSON bool `name:"json"`
}

// graphVerb writes the network for programs that draw.
type graphVerb struct {
	Format string `name:"format" enum:",dot,graphml,gexf,json,svg,png" default:""`
	Force  bool   `name:"force"`
	Output string `name:"output" short:"o"`
}

// Validate takes the format from the ending of the file where the line does not say it. The error is a usageError; kong calls
// it when the line is read.
func (v *graphVerb) Validate() error {
	if v.Output == "" {
		return &usageError{key: "cli.error.missing.output"}
	}
	if v.Format != "" {
		return nil
	}
	v.Format = strings.ToLower(strings.TrimPrefix(filepath.Ext(v.Output), "."))
	if !slices.Contains([]string{"svg", "png", "dot", "graphml", "gexf", "json"}, v.Format) {
		return &usageError{key: "cli.error.graph-format"}
	}
	return nil
}

type routesAnswer struct {
	Routes []routeAnswer `json:"routes"`
}

// routeAnswer is a way as scripts read it; How has one entry a step.
type routeAnswer struct {
	People []contact.ID `json:"people"`
	Names  []string     `json:"names"`
	How    []string     `json:"how"`
}

// Run prints the ways, the best first.
func (v *pathVerb) Run(ctx context.Context, s *session) error {
	b, ids, err := s.pair(ctx, v.From, v.To)
	if err != nil {
		return err
	}
	routes, err := b.Routes(ctx, ids[0], ids[1])
	if err != nil {
		return err
	}
	if v.JSON {
		answer := routesAnswer{Routes: []routeAnswer{}}
		for _, r := range routes {
			answer.Routes = append(answer.Routes, s.route(r))
		}
		return s.json(answer)
	}
	if len(routes) == 0 {
		s.note("cli.path.none")
	}
	for i, r := range routes {
		if i > 0 {
			s.printf("\n")
		}
		s.printf("%s\n", plain(r.People[0].Name))
		for _, step := range r.Steps {
			s.printf("  → %s (%s)\n", plain(step.Name), plain(s.connection(step)))
		}
	}
	return nil
}

func (t *terminal) route(r book.Route) routeAnswer {
	answer := routeAnswer{People: idsOf(r.People), Names: namesOf(r.People), How: []string{}}
	for _, step := range r.Steps {
		answer.How = append(answer.How, t.connection(step))
	}
	return answer
}

// Run prints whom both know.
func (v *commonVerb) Run(ctx context.Context, s *session) error {
	b, ids, err := s.pair(ctx, v.Person, v.Other)
	if err != nil {
		return err
	}
	people, err := b.Common(ctx, ids[0], ids[1])
	if err != nil {
		return err
	}
	if v.JSON {
		return s.json(commonAnswer{People: idsOf(people), Names: namesOf(people)})
	}
	if len(people) == 0 {
		s.note("cli.common.none")
		return nil
	}
	s.table(s.headings("id", "name", "organisation", "tags"), listRows(s.terminal, people))
	return nil
}

type commonAnswer struct {
	People []contact.ID `json:"people"`
	Names  []string     `json:"names"`
}

type circleAnswer struct {
	Name   string       `json:"name"`
	People []contact.ID `json:"people"`
}

// Run prints the circles, the largest first.
func (v *circlesVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	circles, err := b.Circles(ctx)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := []circleAnswer{}
		for _, c := range circles {
			answers = append(answers, circleAnswer{Name: s.circle(c), People: idsOf(c.People)})
		}
		return s.json(answers)
	}
	if len(circles) == 0 {
		s.note("cli.circles.none")
	}
	for i, c := range circles {
		if i > 0 {
			s.printf("\n")
		}
		s.printf("%s\n", plain(s.circle(c)))
		var rows [][2]string
		for _, p := range c.People {
			rows = append(rows, [2]string{strconv.FormatInt(int64(p.ID), 10), plain(p.Name)})
		}
		s.columns(rows)
	}
	return nil
}

// circle is what a circle is called.
func (t *terminal) circle(c book.Circle) string {
	if c.Name != "" {
		return c.Name
	}
	return t.T("circle.around", "name", c.Around)
}

// Run writes the network.
func (v *graphVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	if err := s.mayReplace(ctx, v.Output, v.Force); err != nil {
		return err
	}
	form := book.PictureForm{Colour: book.ByCircle}
	o := book.PictureOptions{Format: book.PictureFormat(v.Format), Language: s.Language()}
	drawn := o.Format == book.SVG || o.Format == book.PNG
	if v.Output == standardOutput && drawn {
		_, err := b.WritePicture(ctx, form, o, s.out)
		return err
	}
	if v.Output == standardOutput {
		_, err := b.WriteNetwork(ctx, book.NetworkFormat(v.Format), s.out)
		return err
	}
	var n int
	if drawn {
		n, err = b.PictureFile(ctx, form, o, v.Output)
	} else {
		n, err = b.NetworkFile(ctx, book.NetworkFormat(v.Format), v.Output)
	}
	if err != nil {
		return err
	}
	s.say("cli.graph.done", "n", n, "file", v.Output)
	return nil
}

func idsOf(people []contact.Summary) []contact.ID {
	ids := make([]contact.ID, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	return ids
}

func namesOf(people []contact.Summary) []string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = p.Name
	}
	return names
}
