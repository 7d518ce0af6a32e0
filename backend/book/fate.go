package book

import (
	"context"
	"runtime/debug"

	"kaffeerunde/backend/contact"
)

// fate is what became of a card of an import: the person that it was added as or merged into, by their ID, or one of those
// below.
type fate int64

const (
	fateNobody   fate = 0  // it stayed out
	fateWaiting  fate = -1 // it was left for later
	fateArriving fate = -2 // it is added, but not written yet
)

// became notes what becomes of the card that is being taken in.
func (in *intake) became(d Decision, target contact.ID) {
	became := fateNobody
	switch d {
	case DecisionAdd:
		became = fateArriving
	case DecisionLater:
		became = fateWaiting
	case DecisionMerge:
		became = fate(target)
	}
	in.fates = append(in.fates, became)
}

// resolve finds the person into whom a card is merged; other decisions stay as they are. A card that resembles an earlier one
// of the import follows it: to whom it became, or to wait with it. Where that one stayed out it is added, unless it says the
// same. A dry run finds nobody where nobody has been written.
func (in *intake) resolve(ctx context.Context, d Decision, where sorted) (Decision, contact.ID, error) {
	switch {
	case d != DecisionMerge, where.person != 0:
		return d, where.person, nil
	case where.earlier == 0:
		return DecisionSkip, 0, nil
	}
	earlier := where.earlier - 1
	if in.fates[earlier] == fateArriving && in.work != nil {
		if err := in.flush(ctx); err != nil {
			return "", 0, err
		}
	}
	switch became := in.fates[earlier]; {
	case became == fateWaiting:
		return DecisionLater, 0, nil
	case became != fateNobody:
		return DecisionMerge, contact.ID(became), nil
	case where.pile == PileSame:
		return DecisionSkip, 0, nil
	}
	return DecisionAdd, 0, nil
}

// manyCards is from how many cards on it is worth the time to give memory back at once.
const manyCards = 20_000

// forget gives back what the cards were compared with: SQLite wants the memory for the indexes that it builds next.
func (in *intake) forget() {
	in.known = nil
	if len(in.fates) > manyCards {
		debug.FreeOSMemory()
	}
}
