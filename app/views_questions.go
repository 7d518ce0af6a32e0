package app

// RouteView is a way from one person to another: everyone on it, both ends included, and at each step what the next is to the
// one before.
type RouteView struct {
	People []PersonRow  `json:"people"`
	Steps  []Connection `json:"steps"`
}

// AnswerView is somebody whom a question finds, with what speaks for them.
type AnswerView struct {
	Person PersonRow `json:"person"`
	Ties   []Tie     `json:"ties"`
	Facts  []Fact    `json:"facts"`
}

// Tie is how somebody is connected with one of those a question is about: Is says what they are to From. Side is 0 or 1, for
// the first or the second circle that was asked about.
type Tie struct {
	From     int64      `json:"from"`
	FromName string     `json:"fromName"`
	Side     int        `json:"side"`
	Is       Connection `json:"is"`
}

// Fact is what a card says of somebody. Kind is "organisation", "place" or "topic". Detail is the title at an organisation,
// and "expertise", "hobby", "interest" or "question" of a topic.
type Fact struct {
	Kind   string   `json:"kind"`
	Value  string   `json:"value"`
	Detail string   `json:"detail"`
	Label  string   `json:"label"`
	Types  []string `json:"types"`
	Level  string   `json:"level"`
}

// WordView is an organisation, a place or a topic that people can be asked for.
type WordView struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// CircleView is a circle that people form. Name is "" where they share no tag and no organisation; Around is then who is in
// the middle.
type CircleView struct {
	Name   string  `json:"name"`
	Around string  `json:"around"`
	People []int64 `json:"people"`
}

// MessageForm is what a message over a route is made of. Language is "de" or "en".
type MessageForm struct {
	Route    []int64 `json:"route"`
	About    string  `json:"about"`
	Language string  `json:"language"`
}

// MessageView is a draft to the first person on a route. Mail is "" where their card has no address.
type MessageView struct {
	To      int64  `json:"to"`
	Name    string `json:"name"`
	Mail    string `json:"mail"`
	Subject string `json:"subject"`
	Text    string `json:"text"`
}
