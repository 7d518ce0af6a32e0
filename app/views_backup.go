package app

import (
	"time"

	"kaffeerunde/backend/book"
)

// BackupView is a copy of the book beside it: "backup.reason.<reason>" says what it was made for. People is -1 for one that cannot
// be read.
type BackupView struct {
	Path   string `json:"path"`
	At     string `json:"at"`
	Reason string `json:"reason"`
	Size   int64  `json:"size"`
	People int    `json:"people"`
}

// RestoreView says what would become of the book. Names are those of the first people of each kind.
type RestoreView struct {
	Coming   DifferingView    `json:"coming"`
	Going    DifferingView    `json:"going"`
	Changing DifferingView    `json:"changing"`
	Things   []DifferingThing `json:"things"`
}

// DifferingView are how many people would come, go or become another, and the first of them.
type DifferingView struct {
	Count int      `json:"count"`
	Names []string `json:"names"`
}

// DifferingThing counts things that are no people: "restore.things.<thing>".
type DifferingThing struct {
	Thing    string `json:"thing"`
	Coming   int    `json:"coming"`
	Going    int    `json:"going"`
	Changing int    `json:"changing"`
}

// BinnedView is somebody in the bin.
type BinnedView struct {
	ID           int64  `json:"id"`
	Name         string `json:"name"`
	Organisation string `json:"organisation"`
	Deleted      string `json:"deleted"`
}

func backupView(b book.Backup) BackupView {
	return BackupView{Path: b.Path, At: b.At.Format(time.RFC3339), Reason: string(b.Reason), Size: b.Size, People: b.People}
}

func restoreView(d book.Differences) RestoreView {
	people := func(p book.DifferingPeople) DifferingView { return DifferingView{Count: p.Count, Names: list(p.Names)} }
	return RestoreView{
		Coming: people(d.Coming), Going: people(d.Going), Changing: people(d.Changing),
		Things: each(d.Things, func(t book.DifferingThings) DifferingThing {
			return DifferingThing{Thing: t.Thing, Coming: t.Coming, Going: t.Going, Changing: t.Different}
		}),
	}
}

func binnedView(b book.Binned) BinnedView {
	return BinnedView{ID: int64(b.ID), Name: b.Name, Organisation: b.Organisation, Deleted: b.Deleted.Format(time.RFC3339)}
}
