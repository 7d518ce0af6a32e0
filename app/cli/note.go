package cli

import (
	"context"
	"strings"

	"kaffeerunde/backend/contact"
)

// noteVerb writes an encounter with somebody down.
type noteVerb struct {
	Person string   `arg:"" name:"person"`
	Text   []string `arg:"" name:"text"`
	Kind   string   `name:"kind" default:"meeting" enum:"coffee,call,message,event,meeting"`
	Date   string   `name:"date"`
}

// Validate wants something to be said. The error is a usageError.
func (v *noteVerb) Validate() error {
	if strings.TrimSpace(strings.Join(v.Text, "")) == "" {
		return &usageError{key: "cli.error.missing.text"}
	}
	return nil
}

// Run writes the encounter down, on today's day where the line gives none.
func (v *noteVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	_, ids, err := findPeople(ctx, b, v.Person)
	if err != nil {
		return err
	}
	_, c, err := b.Meet(ctx, contact.Encounter{
		Kind: contact.EncounterKind(v.Kind), Day: contact.Day(v.Date), People: ids, Note: strings.Join(v.Text, " "),
	})
	if err != nil {
		return err
	}
	s.printf("%s\n", s.operation(c.Kind, c.Name, c.Count))
	return nil
}
