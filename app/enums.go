package app

// piles, decisions, choices, tableKnowledge, nodeKinds and colourings name the values of the enumerations for the generated TypeScript.
var (
	piles = []struct {
		Value  Pile
		TSName string
	}{
		{PileNew, "New"}, {PileSame, "Same"}, {PileSimilar, "Similar"}, {PileUnreadable, "Unreadable"},
	}
	decisions = []struct {
		Value  Decision
		TSName string
	}{
		{DecisionAdd, "Add"}, {DecisionMerge, "Merge"}, {DecisionSkip, "Skip"}, {DecisionLater, "Later"},
	}
	choices = []struct {
		Value  Choice
		TSName string
	}{
		{ChoiceMine, "Mine"}, {ChoiceTheirs, "Theirs"}, {ChoiceBoth, "Both"},
	}
	tableKnowledge = []struct {
		Value  TableKnowledge
		TSName string
	}{
		{TableNone, "None"}, {TableRecognised, "Recognised"}, {TableRemembered, "Remembered"}, {TableGuessed, "Guessed"},
	}
	nodeKinds = []struct {
		Value  NodeKind
		TSName string
	}{
		{NodePerson, "Person"}, {NodeOrganisation, "Organisation"}, {NodeTopic, "Topic"}, {NodeEvent, "Event"}, {NodeTag, "Tag"},
	}
	colourings = []struct {
		Value  ColourBy
		TSName string
	}{
		{ColourNothing, "Nothing"}, {ColourCircle, "Circle"}, {ColourTag, "Tag"}, {ColourOrganisation, "Organisation"}, {ColourTopic, "Topic"},
	}
)
