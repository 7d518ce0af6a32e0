package cli

import "context"

// deleteVerb puts people into the bin.
type deleteVerb struct {
	Person []string `arg:"" name:"person"`
}

// Run deletes all people of the line, or nobody when one of them is not found, and says who they are: a short reference may
// have meant somebody else.
func (v *deleteVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	people, ids, err := findPeople(ctx, b, v.Person...)
	if err != nil {
		return err
	}
	c, err := b.Delete(ctx, ids)
	if err != nil {
		return err
	}
	if len(ids) == 1 {
		s.done(c)
		return nil
	}
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = s.called(p.Name)
	}
	s.say("cli.done.whom", "what", s.operation(c.Kind, c.Name, c.Count), "who", s.first(names))
	return nil
}
