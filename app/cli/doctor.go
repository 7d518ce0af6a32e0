package cli

import "context"

// doctorVerb looks the book over.
type doctorVerb struct {
	Reindex bool `name:"reindex"`
}

// Run prints what is not as it should be. It ends as failed when something is left.
func (v *doctorVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToRead(ctx)
	if err != nil {
		return err
	}
	if s.isAbsent() {
		s.noteAbsent()
		return nil
	}
	if v.Reindex {
		if err := b.Reindex(ctx); err != nil {
			return err
		}
		s.say("cli.doctor.reindexed")
	}
	found, err := b.Doctor(ctx)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		s.say("cli.doctor.sound")
		return nil
	}
	fixable := false
	for _, d := range found {
		s.printf("%s\n", s.fault("doctor."+d.Code, d.Args))
		fixable = fixable || d.Fixable
	}
	if fixable && !v.Reindex {
		s.note("cli.doctor.fixable")
	}
	return errTold
}
