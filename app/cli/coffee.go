package cli

import (
	"context"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
)

// coffeeVerb chooses guests to have a coffee with, or tells who may be worth one.
type coffeeVerb struct {
	Event string   `arg:"" name:"event"`
	Guest []string `arg:"" name:"guest" optional:""`
}

// Run chooses the guests. After the fifth it says that this is enough. Without guests it tells how many people will come, whom
// one chose and who may be worth a coffee, with the reasons.
func (v *coffeeVerb) Run(ctx context.Context, s *session) error {
	b, e, guests, err := s.guestsNamed(ctx, v.Event, v.Guest)
	if err != nil {
		return err
	}
	if len(guests) > 0 {
		ids := make([]int64, len(guests))
		for i, g := range guests {
			ids[i] = g.ID
		}
		c, err := b.Choose(ctx, ids, book.Coffee)
		if err != nil {
			return err
		}
		s.done(c)
	}
	c, err := b.Coffees(ctx, e.ID)
	if err != nil {
		return err
	}
	if len(guests) == 0 {
		s.coffees(&c)
	}
	if len(chosen(&c)) >= contact.MaxCoffees {
		s.note("coffee.enough")
	}
	return nil
}

func (s *session) coffees(c *book.Coffees) {
	if len(c.Guests) == 0 {
		s.note("cli.guests.list.none")
		return
	}
	turnout := c.Turnout
	s.say("coffee.turnout."+string(turnout.Source), "n", turnout.Names, "low", turnout.Low, "high", turnout.High)
	if turnout.Source == coffee.Told {
		s.say("coffee.turnout.told.source")
	}
	mine := chosen(c)
	var others []coffee.Choice
	for _, choice := range c.Suggested {
		if !c.Guests[choice.Guest].Coffee {
			others = append(others, choice)
		}
	}
	s.choices("coffee.chosen", c, mine)
	s.choices("coffee.suggested", c, others)
	if len(c.Suggested) == 0 {
		s.say("coffee.nothing")
	}
}

func (s *session) choices(heading string, c *book.Coffees, choices []coffee.Choice) {
	if len(choices) == 0 {
		return
	}
	s.printf("\n%s\n", s.T(heading))
	for _, choice := range choices {
		s.printf("  %s\n", plain(c.Guests[choice.Guest].Name))
		s.setIn(s.said(choice.Reasons))
	}
}

// chosen are the guests whom one wants a coffee with, in the order of the list.
func chosen(c *book.Coffees) []coffee.Choice {
	var mine []coffee.Choice
	for i, reasons := range c.Reasons() {
		if c.Guests[i].Coffee {
			mine = append(mine, coffee.Choice{Guest: i, Reasons: reasons})
		}
	}
	return mine
}

// said are reasons for a coffee in words.
func (t *terminal) said(reasons []coffee.Reason) []string {
	lines := make([]string, 0, len(reasons))
	for _, r := range reasons {
		lines = append(lines, r.Say(t.T))
	}
	return lines
}
