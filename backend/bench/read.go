package main

import "fmt"

// read compares our reader with other readers, and with a bare scan of the lines as the limit.
func read(s setting) error {
	for _, input := range []struct {
		what  string
		cards int
		flags []string
		goal  float64
	}{
		{"%d cards", s.people(100_000), nil, 0.4},
		{"%d cards with 30 KB photos", s.people(5_000), []string{"--photos", "1"}, 0.05},
	} {
		file, err := s.cards(input.cards, input.flags...)
		if err != nil {
			return err
		}
		figures, err := compare(s.rounds,
			contender{name: "ours", args: []string{s.peer, "read", file}},
			contender{name: "go-vcard", args: []string{s.peer, "govcard", file}},
			contender{name: "scan", args: []string{s.peer, "scan", file}},
		)
		if err != nil {
			return err
		}
		what := fmt.Sprintf(input.what, input.cards)
		beside(what+" / go-vcard", figures[0], figures[1], input.goal)
		beside(what+" / bare line scan", figures[0], figures[2], 0)
	}
	return s.readByOthers()
}

// readByOthers compares with the readers in other languages that are installed, in one round, since they are slow.
func (s setting) readByOthers() error {
	n := s.people(10_000)
	file, err := s.cards(n)
	if err != nil {
		return err
	}
	for _, other := range []struct {
		name  string
		build func(dir string) ([]string, error)
	}{
		{"KDE KContacts", buildKContacts},
		{"ez-vcard", buildEzVcard},
		{"python-vobject", buildVobject},
	} {
		what := fmt.Sprintf("%d cards / %s", n, other.name)
		args, err := other.build(s.dir)
		if err != nil {
			skipped(what, err.Error())
			continue
		}
		figures, err := compare(1,
			contender{name: "ours", args: []string{s.peer, "read", file}},
			contender{name: other.name, args: append(args, file)},
		)
		if err != nil {
			return err
		}
		beside(what, figures[0], figures[1], 0)
	}
	return nil
}
