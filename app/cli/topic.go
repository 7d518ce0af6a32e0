package cli

import (
	"context"
	"strconv"

	"kaffeerunde/backend/contact"
)

// topicVerbs note what people are into, offer and ask about, and list it.
type topicVerbs struct {
	Add    topicAddVerb    `cmd:""`
	Remove topicRemoveVerb `cmd:""`
	List   topicListVerb   `cmd:""`
}

type topicAddVerb struct {
	Topic  string   `arg:"" name:"topic"`
	Person []string `arg:"" name:"person"`
	Kind   string   `name:"kind" default:"interest" enum:"interest,offer,question"`
	Level  string   `name:"level"`
}

type topicRemoveVerb struct {
	Topic  string   `arg:"" name:"topic"`
	Person []string `arg:"" name:"person"`
}

type topicListVerb struct {
	JSON bool `name:"json"`
}

// Run notes the topic for all people of the line, or for none when one of them is not found.
func (v *topicAddVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	_, ids, err := findPeople(ctx, b, v.Person...)
	if err != nil {
		return err
	}
	c, err := b.AddTopic(ctx, contact.Topic{Name: v.Topic, Kind: contact.TopicKind(v.Kind), Level: v.Level}, ids)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}

// Run takes the topic off all people of the line.
func (v *topicRemoveVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	_, ids, err := findPeople(ctx, b, v.Person...)
	if err != nil {
		return err
	}
	c, err := b.RemoveTopic(ctx, v.Topic, "", ids)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}

// topicCountAnswer is a topic as scripts read it, with how many people it has.
type topicCountAnswer struct {
	Name   string `json:"name"`
	People int    `json:"people"`
	Into   int    `json:"into"`
	Offers int    `json:"offers"`
	Asks   int    `json:"asks"`
}

// Run lists the topics by name.
func (v *topicListVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	topics, err := b.Topics(ctx)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := make([]topicCountAnswer, 0, len(topics))
		for _, t := range topics {
			answers = append(answers, topicCountAnswer(t))
		}
		return s.json(answers)
	}
	if len(topics) == 0 {
		s.note("cli.topic.list.none")
		return nil
	}
	rows := make([][]string, 0, len(topics))
	for _, t := range topics {
		rows = append(rows, []string{t.Name, strconv.Itoa(t.Into), strconv.Itoa(t.Offers), strconv.Itoa(t.Asks)})
	}
	s.table(s.headings("topic", "into", "offers", "asks"), rows)
	return nil
}
