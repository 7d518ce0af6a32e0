package book

// ImportOptions are for an import without a preview.
type ImportOptions struct {
	// Similar is what becomes of cards that resemble somebody; empty means DecisionLater.
	Similar Decision
	// DryRun counts and writes nothing.
	DryRun bool
}

// FileReceipt is what became of one file of an import without a preview. Operation is 0 after a dry run, and when nothing
// was written.
type FileReceipt struct {
	FileSummary
	Plan
	Findings  []Finding // repairs
	Operation int64
}
