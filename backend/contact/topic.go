package contact

import "slices"

// Topic is a subject that somebody is into, knows enough of to offer, or asks about.
type Topic struct {
	Index int // of the content line, [NewLine] for one that has none yet
	Name  string
	Kind  TopicKind
	// Level says how much of it is theirs, in the words of RFC 6715, "" where nobody said.
	Level string
	// Since is as it was written: "2019", "spring 2019".
	Since string
}

// TopicKind says what a topic is to somebody.
type TopicKind string

// The kinds of topics.
const (
	Interest TopicKind = "interest" // is into it
	Offer    TopicKind = "offer"    // knows it, and may be asked
	Question TopicKind = "question" // wants to know of it
)

// TopicKinds returns all kinds, in the order in which a person is offered them.
func TopicKinds() []TopicKind { return []TopicKind{Interest, Offer, Question} }

// Known reports whether there is such a kind.
func (k TopicKind) Known() bool { return slices.Contains(TopicKinds(), k) }

// Levels returns the words by which RFC 6715 says how much somebody is into a subject or knows of it, the least first; none
// for a question.
func (k TopicKind) Levels() []string {
	switch k {
	case Interest:
		return []string{"low", "medium", "high"}
	case Offer:
		return []string{"beginner", "average", "expert"}
	}
	return nil
}

// TopicCount is a topic in the spelling that most people give it, with how many are into it, offer it and ask about it.
// Somebody may do all three.
type TopicCount struct {
	Name               string
	People             int
	Into, Offers, Asks int
}
