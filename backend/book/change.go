package book

// Change is what a toast needs to name an operation and to offer its undo: the sentence "operation.<Kind>" with {n} from
// Count and {name} from Name. Operation is 0 when nothing had to be changed.
type Change struct {
	Operation int64
	Kind      Kind
	Name      string
	Count     int
}

// Kind says what an operation did. For each there is a sentence "operation.<kind>" in the catalogue.
type Kind string

// The kinds of operations.
const (
	KindAdd          Kind = "add"
	KindEdit         Kind = "edit"
	KindDelete       Kind = "delete"
	KindPhoto        Kind = "photo"
	KindPhotoRemoved Kind = "photo-removed"
	KindTag          Kind = "tag"
	KindUntag        Kind = "untag"
	KindTagCreated   Kind = "tag-created"
	KindTagRenamed   Kind = "tag-renamed"
	KindTagColoured  Kind = "tag-coloured"
	KindTagMerged    Kind = "tag-merged"
	KindTagDeleted   Kind = "tag-deleted"
	KindImport       Kind = "import"
	KindLater        Kind = "later"
	KindSample       Kind = "sample"
	KindSampleGone   Kind = "sample-removed"
	KindConnect      Kind = "connect"
	KindDisconnect   Kind = "disconnect"
	KindSalvage      Kind = "salvage"
	KindCircle       Kind = "circle"
	KindCircleBare   Kind = "circle-unnamed"
	KindTopic        Kind = "topic"
	KindTopicRemoved Kind = "topic-removed"
	KindTopicRenamed Kind = "topic-renamed"
	KindTopicMerged  Kind = "topic-merged"
	KindTopicDeleted Kind = "topic-deleted"

	KindEncounter        Kind = "encounter"
	KindEncounterChanged Kind = "encounter-changed"
	KindEncounterGone    Kind = "encounter-gone"
	KindThread           Kind = "thread"
	KindThreadChanged    Kind = "thread-changed"
	KindThreadDone       Kind = "thread-done"
	KindThreadDropped    Kind = "thread-dropped"
	KindThreadReopened   Kind = "thread-reopened"
	KindThreadGone       Kind = "thread-gone"

	KindIntroduction        Kind = "introduction"
	KindIntroductionChanged Kind = "introduction-changed"
	KindIntroductionGone    Kind = "introduction-gone"

	KindEvent        Kind = "event"
	KindEventChanged Kind = "event-changed"
	KindEventGone    Kind = "event-gone"
	KindGuests       Kind = "guests"
	KindEventRenewed Kind = "event-renewed"
	KindGuestsFilled Kind = "guests-filled"
	KindGuestsGone   Kind = "guests-gone"
	KindGuestIs      Kind = "guest-is"
	KindCoffee       Kind = "coffee"
	KindCoffeeGone   Kind = "coffee-gone"
	KindGuestMet     Kind = "guest-met"
	KindGuestUnseen  Kind = "guest-unseen"
	KindGuestOpen    Kind = "guest-open"
	KindGuestNoted   Kind = "guest-noted"
	KindAfterwards   Kind = "afterwards"
	KindTurnout      Kind = "turnout"

	KindMerge    Kind = "merge"
	KindMergeAll Kind = "merge-all"
	KindSplit    Kind = "split"
	KindDistinct Kind = "distinct"
	KindPutOff   Kind = "put-off"
	KindReturned Kind = "put-off-back"

	KindRestore Kind = "restore"
	KindWhole   Kind = "whole"

	KindUndelete Kind = "undelete"
)

// Kinds returns all kinds of operations, so that a test can hold the catalogue complete.
func Kinds() []Kind {
	return []Kind{
		KindAdd, KindEdit, KindDelete, KindPhoto, KindPhotoRemoved, KindTag, KindUntag, KindTagCreated, KindTagRenamed,
		KindTagColoured, KindTagMerged, KindTagDeleted, KindImport, KindLater, KindSample, KindSampleGone, KindSalvage,
		KindConnect, KindDisconnect, KindCircle, KindCircleBare,
		KindConnect, KindDisconnect, KindTopic, KindTopicRemoved, KindTopicRenamed, KindTopicMerged, KindTopicDeleted,
		KindEncounter, KindEncounterChanged, KindEncounterGone, KindThread, KindThreadChanged, KindThreadDone, KindThreadDropped,
		KindThreadReopened, KindThreadGone,
		KindIntroduction, KindIntroductionChanged, KindIntroductionGone,
		KindMerge, KindMergeAll, KindSplit, KindDistinct, KindPutOff, KindReturned,
		KindEvent, KindEventChanged, KindEventGone, KindEventRenewed, KindGuests, KindGuestsFilled, KindGuestsGone, KindGuestIs, KindCoffee, KindCoffeeGone,
		KindGuestMet, KindGuestUnseen, KindGuestOpen, KindGuestNoted, KindAfterwards, KindTurnout,
		KindRestore, KindWhole, KindUndelete,
	}
}
