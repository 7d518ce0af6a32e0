package book

import (
	"slices"
	"strings"

	"kaffeerunde/backend/vcard"
)

// comparison is what two cards say otherwise. theirs is in the version of mine, so that its lines can stand there.
type comparison struct {
	mine, theirs *vcard.Card
	region       string
	differences  []Difference
}

// compare finds what theirs says otherwise than mine. How something is written, in which order, and what the cards say of the
// file they come from, is no difference. Neither card is changed.
func compare(mine, theirs *vcard.Card, region string) *comparison {
	converted, _ := theirs.Convert(mine.Dialect())
	c := &comparison{mine: mine, theirs: converted, region: region}
	here, there := statementsOf(mine, region), statementsOf(converted, region)
	here, there, retyped := unalike(here, there)
	for _, field := range Fields() {
		c.list(field, of(field, here), of(field, there))
		for _, pair := range retyped {
			if pair[0].field == field {
				c.retyped(pair)
			}
		}
	}
	for i := range c.differences {
		c.differences[i].Index = i
	}
	return c
}

func of(field Field, statements []statement) []statement {
	var all []statement
	for _, s := range statements {
		if s.field == field {
			all = append(all, s)
		}
	}
	return all
}

// unalike returns what only one side says, and the pairs that say the same of another kind: a number that was private and
// is one of work now.
func unalike(here, there []statement) (mine, theirs []statement, retyped [][2]statement) {
	matched := make([]bool, len(here))
	for _, t := range there {
		exact := slices.IndexFunc(here, func(m statement) bool { return m.says(&t) && (m.sort == t.sort || m.aside || t.aside) })
		if exact >= 0 {
			matched[exact] = true
			continue
		}
		theirs = append(theirs, t)
	}
	taken := make([]bool, len(here))
	for i := 0; i < len(theirs); i++ {
		said := false
		for k := range here {
			if !here[k].says(&theirs[i]) {
				continue
			}
			said = true
			if !matched[k] && !taken[k] {
				taken[k] = true
				retyped = append(retyped, [2]statement{here[k], theirs[i]})
				break
			}
		}
		if said {
			theirs = slices.Delete(theirs, i, i+1)
			i--
		}
	}
	for _, m := range here {
		alike := slices.ContainsFunc(there, func(t statement) bool { return m.says(&t) })
		if !alike && !m.aside {
			mine = append(mine, m)
		}
	}
	return mine, theirs, retyped
}

// retyped makes a difference of two statements that say the same of another kind. Of two that say other things of one
// connection both can stand; where one says all that the other does, it takes the place of that.
func (c *comparison) retyped(pair [2]statement) {
	mine, theirs := &pair[0], &pair[1]
	choices := []Choice{ChoiceMine, ChoiceTheirs}
	fuller := len(theirs.beside) > len(mine.beside) && mine.saysNoMoreThan(theirs)
	if !fuller && !theirs.saysNoMoreThan(mine) {
		choices = append(choices, ChoiceBoth)
	}
	c.add(pair[:1], pair[1:], choices...)
	d := &c.differences[len(c.differences)-1]
	d.fuller = fuller
	d.Choice = d.under("")
}

// list makes differences of what each side alone says in a field.
func (c *comparison) list(field Field, mine, theirs []statement) {
	switch field {
	case FieldName:
		c.add(mine, theirs, ChoiceMine, ChoiceTheirs, ChoiceBoth)
		return
	case FieldTags, FieldNickname:
		// Which item stands for which nobody can tell, so what is new on one side is no replacement of the other's.
		c.add(mine, nil, ChoiceMine, ChoiceTheirs)
		c.add(nil, theirs, ChoiceMine, ChoiceTheirs)
		return
	}
	for _, m := range mine {
		at := slices.IndexFunc(theirs, func(t statement) bool { return t.property == m.property && t.sort == m.sort })
		if at < 0 {
			c.add([]statement{m}, nil, ChoiceMine, ChoiceTheirs)
			continue
		}
		c.add([]statement{m}, theirs[at:at+1], ChoiceMine, ChoiceTheirs, ChoiceBoth)
		theirs = slices.Delete(slices.Clone(theirs), at, at+1)
	}
	for i := range theirs {
		c.add(nil, theirs[i:i+1], ChoiceMine, ChoiceTheirs)
	}
}

// add notes a difference, unless neither side says anything. Where only one side does, both is no choice.
func (c *comparison) add(mine, theirs []statement, choices ...Choice) {
	if len(mine) == 0 && len(theirs) == 0 {
		return
	}
	if len(mine) == 0 || len(theirs) == 0 {
		choices = []Choice{ChoiceMine, ChoiceTheirs}
	}
	d := Difference{Choices: choices, mine: slices.Clone(mine), theirs: slices.Clone(theirs), Mine: valuesToShow(mine), Theirs: valuesToShow(theirs)}
	first := append(d.mine, d.theirs...)[0]
	d.Field = first.field
	if d.Field == FieldOther {
		d.Property = first.property
	}
	d.key = keyOf(d.mine) + "\x00" + keyOf(d.theirs)
	d.Choice = d.under("")
	c.differences = append(c.differences, d)
}

// valuesToShow returns the values of statements. Of a name the way it is shown is enough where it differs; its parts follow
// only where that is the same.
func valuesToShow(statements []statement) []DifferenceValue {
	var values []DifferenceValue
	shown := slices.ContainsFunc(statements, func(s statement) bool { return s.property == "FN" })
	for _, s := range statements {
		if s.property != "N" || !shown {
			values = append(values, s.value)
		}
	}
	return values
}

func keyOf(statements []statement) string {
	var key strings.Builder
	for _, s := range statements {
		key.WriteString(s.property + "\x1e" + s.meaning + "\x1e" + s.sort + "\x1d")
	}
	return key.String()
}
