package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// importing compares whole imports: cards, index, search, journal, matching, all of it.
func importing(s setting) error {
	few, err := s.cards(s.people(10_000))
	if err != nil {
		return err
	}
	many, err := s.cards(s.people(100_000))
	if err != nil {
		return err
	}
	other, err := s.cards(s.people(100_000), "--seed", "2")
	if err != nil {
		return err
	}
	photos, err := s.cards(s.people(5_000), "--photos", "1")
	if err != nil {
		return err
	}
	full, err := s.book(many)
	if err != nil {
		return err
	}
	figures, err := compare(s.rounds,
		s.importInto("", few),
		s.importInto("", many),
		s.importInto(full, other),
		s.importInto("", other, "--dry-run"),
		s.importInto(full, other, "--dry-run"),
		s.importInto("", photos),
		contender{name: "go-vcard", args: []string{s.peer, "govcard", many}},
		contender{name: "go-vcard, photos", args: []string{s.peer, "govcard", photos}},
	)
	if err != nil {
		return err
	}
	beside("100k cards / go-vcard decode only", figures[1], figures[6], 5)
	beside("5k with photos / go-vcard decode only", figures[5], figures[7], 0.1)
	beside("100k / 10k, time", figures[1], figures[0], 12)
	besidePeak("100k / 10k, peak memory", figures[1], figures[0], 2.5)
	within("100k, peak memory", "MiB", median(peaks(figures[1])), 128)
	within("5k with photos, peak memory", "MiB", median(peaks(figures[5])), 128)
	beside("100k into a book of 100k / into an empty one", figures[2], figures[1], 2)
	beside("its preview in piles / that of an empty book", figures[4], figures[3], 2)
	if err := s.importPhotos(); err != nil {
		return err
	}
	return s.importByEvolution(many, photos)
}

// importPhotos compares large photos: three times the bytes are to take about three times as long.
func (s setting) importPhotos() error {
	const cards = 20
	small, err := s.photoCards(cards, 1e6)
	if err != nil {
		return err
	}
	large, err := s.photoCards(cards, 3e6)
	if err != nil {
		return err
	}
	figures, err := compare(s.rounds, s.importInto("", small), s.importInto("", large))
	if err != nil {
		return err
	}
	beside(fmt.Sprintf("%d photos of 3 MB / %d of 1 MB", cards, cards), figures[1], figures[0], 4)
	besidePeak("the same, peak memory", figures[1], figures[0], 0)
	return nil
}

// importByEvolution compares with what GNOME Contacts and Evolution keep their people in, in one round, since it is slow.
func (s setting) importByEvolution(many, photos string) error {
	args, err := buildEvolution(s.dir)
	if err != nil {
		skipped("beside Evolution Data Server", err.Error())
		return nil
	}
	figures, err := compare(1,
		s.importInto("", many), s.evolution(args, many),
		s.importInto("", photos), s.evolution(args, photos),
	)
	if err != nil {
		return err
	}
	beside("100k cards / Evolution Data Server, add", figures[0], figures[1], 0.2)
	beside("5k with photos / Evolution Data Server, add", figures[2], figures[3], 0.25)
	return nil
}

func (s setting) evolution(args []string, file string) contender {
	h := &home{folder: filepath.Join(s.dir, "evolution")}
	return contender{
		name: "Evolution Data Server",
		args: append(args[:len(args):len(args)], file),
		home: h,
		before: func(cmd *exec.Cmd) error {
			if err := h.clean(cmd); err != nil {
				return err
			}
			address, err := h.bus()
			cmd.Env = append(cmd.Env, "DBUS_SESSION_BUS_ADDRESS="+address)
			return err
		},
	}
}

// importInto imports a file into a fresh copy of a book, or into an empty one where no book is given.
func (s setting) importInto(book, file string, flags ...string) contender {
	target := filepath.Join(s.dir, "target.db")
	return contender{
		name: "import " + filepath.Base(file),
		args: append([]string{s.program, "import", "--book", target, "--similar", "add", file}, flags...),
		before: func(*exec.Cmd) error {
			for _, suffix := range []string{"", "-wal", "-shm"} {
				if err := os.RemoveAll(target + suffix); err != nil {
					return err
				}
			}
			if book == "" {
				return nil
			}
			return copyBook(book, target)
		},
	}
}
