package contact

// Position is what somebody is or was at an organisation.
type Position struct {
	Index                           int // of the content line of the organisation, [NewLine] for one that has none yet
	Organisation, Unit, Title, Role string
	// Since and Until are as they were written: "2019", "spring 2019".
	Since, Until string
}

// Former reports whether it is over. Whoever writes down an end means one that has come.
func (m Position) Former() bool { return m.Until != "" }

// IsZero reports whether nothing is said.
func (m Position) IsZero() bool {
	m.Index = 0
	return m == Position{}
}
