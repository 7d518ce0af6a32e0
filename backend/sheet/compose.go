package sheet

import (
	"strconv"
	"strings"

	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

// composer puts people into pages. It knows nothing of PDF.
type composer struct {
	options Options
	setter  *typeset.Setter
	photos  map[string]*photo // by their bytes
	width   float64           // of the paper, upright, in points
	height  float64
}

// Sizes that the layouts share, in points.
const (
	marginX    = 42.0
	marginY    = 36.0
	footerRoom = 20.0
	corner     = 3.0 // radius of a photo's corners
	hairline   = 0.4
	textSize   = 8.5
	tickSide   = 9.0
	writing    = 20.0 // between lines to write on

	soft = 0.35 // grey of what matters less; dark enough for a poor printer
	pale = 0.7  // grey of lines
)

// papers are the sizes of paper, upright, in points.
var papers = map[Paper][2]float64{A4: {595.28, 841.89}, Letter: {612, 792}}

// photoSides are how wide each layout prints a photo, in points.
var photoSides = map[Layout]float64{List: listPhoto, Cards: cardPhoto, Pocket: pocketPhoto}

// head is the title of the sheet with date and place, and my introduction where there is one.
func (c *composer) head(width float64) block {
	o := c.options
	b := c.column(width, 70, words{text: o.Title, style: fonts.Serif, size: 20})
	b = b.below(1, c.column(width, 40, beside{
		{text: o.Date, style: fonts.Regular, size: 9.5, grey: soft},
		{text: o.Place, style: fonts.Regular, size: 9.5, grey: soft},
	}))
	if intro := c.prose(o.Introduction, 9, width, 90); intro.height > 0 {
		b = b.below(5, intro)
	}
	if questions := c.column(width, 80, c.questions(9)...); questions.height > 0 {
		title := c.column(width, 20, words{text: o.Words.Questions, style: fonts.Bold, size: 9})
		b = b.below(6, title).below(1, questions)
	}
	if b.height == 0 {
		return b
	}
	return b.below(7, block{width: width, height: 1, boxes: []box{ruleBox{rect: rect{0, 0, width, 0}, stroke: 0.8}}})
}

// prose is text of several paragraphs.
func (c *composer) prose(text string, size, width, height float64) block {
	var pieces []piece
	for line := range strings.Lines(text) {
		above := 0.0
		if len(pieces) > 0 {
			above = size * 0.35
		}
		if strings.TrimSpace(line) != "" {
			pieces = append(pieces, words{text: line, style: fonts.Regular, size: size, above: above})
		}
	}
	return c.column(width, height, pieces...)
}

// questions are what I bring along to ask, a dash before each.
func (c *composer) questions(size float64) []piece {
	var pieces []piece
	for _, question := range c.options.Questions {
		pieces = append(pieces, bullet{words{text: question, style: fonts.Regular, size: size, above: size * 0.25}})
	}
	return pieces
}

// numbered appends to each page what it is and which of how many.
func (c *composer) numbered(pages []page) []page {
	const size = 7.5
	for i := range pages {
		text := strings.NewReplacer("{page}", strconv.Itoa(i+1), "{pages}", strconv.Itoa(len(pages))).Replace(c.options.Words.Page)
		number := words{text: text, style: fonts.Regular, size: size, grey: soft}.line(c)
		y := pages[i].height - marginY - size
		pages[i].boxes = append(pages[i].boxes, number.at(pages[i].width-marginX-number.width, y)...)
		room := pages[i].width - 2*marginX - number.width - 20
		title := c.column(room, size*2, words{text: c.options.Title, style: fonts.Regular, size: size, grey: soft})
		pages[i].boxes = append(pages[i].boxes, title.at(marginX, y)...)
	}
	return pages
}

// nobody says that there are no people, at the place where they would stand.
func (c *composer) nobody(width, height float64) block {
	return c.column(width, height, words{text: c.options.Words.Nobody, style: fonts.Regular, size: 11, grey: soft})
}

// lines are lines to write on, over a height.
func lines(width, height float64) block {
	b := block{width: width, height: height}
	for y := writing; y <= height; y += writing {
		b.boxes = append(b.boxes, ruleBox{rect: rect{0, y, width, 0}, stroke: hairline, grey: pale})
	}
	return b
}

// tick is a box to tick.
func tick() block {
	return block{width: tickSide, height: tickSide, boxes: []box{
		frameBox{rect: rect{0, 0, tickSide, tickSide}, radius: 1.5, stroke: 0.6, grey: 0.2},
	}}
}

// only returns the text if the field is chosen.
func only(chosen bool, text string) string {
	if !chosen {
		return ""
	}
	return text
}

// most of a name and of what somebody does is worth more than the last address.
const (
	keepsName = 3
	keepsRole = 2
)

// small is text of the size in which most of a person is printed.
func small(text string, grey float64) words {
	return words{text: text, style: fonts.Regular, size: textSize, grey: grey}
}

// role and organisation are what somebody does and where, if they are chosen.
func (c *composer) role(p Person) words {
	w := small(only(c.options.Fields.Role, p.Role), soft)
	w.keeps = keepsRole
	return w
}

func (c *composer) organisation(p Person) words {
	w := small(only(c.options.Fields.Organisation, p.Organisation), soft)
	w.keeps = keepsRole
	return w
}

// why is the reason to talk to somebody.
func why(p Person, size float64) words {
	return words{text: p.Why, style: fonts.Regular, size: size, above: 3, keeps: keepsRole}
}

// reach is how somebody is reached: phones, then addresses of mail, then the address of the house, then the birthday.
func (c *composer) reach(p Person) []piece {
	f := c.options.Fields
	var out []piece
	if f.Phone {
		for _, phone := range p.Phones {
			out = append(out, small(phone, 0))
		}
	}
	if f.Email {
		for _, mail := range p.Emails {
			out = append(out, small(mail, 0))
		}
	}
	if f.Address {
		for line := range strings.Lines(p.Address) {
			out = append(out, small(line, soft))
		}
	}
	if f.Birthday && p.Birthday != "" {
		out = append(out, small(strings.ReplaceAll(c.options.Words.Birthday, "{date}", p.Birthday), soft))
	}
	return out
}

// note is the private note, paragraph by paragraph, if it is chosen.
func (c *composer) note(p Person) []piece {
	if !c.options.Fields.Note {
		return nil
	}
	var out []piece
	for line := range strings.Lines(p.Note) {
		out = append(out, small(line, 0))
	}
	return out
}

// talk is why to have a coffee with a guest, what is open with them, and what I could offer.
func (c *composer) talk(p Person, size float64) []piece {
	var out []piece
	add := func(text string) {
		out = append(out, bullet{words{text: text, style: fonts.Regular, size: size, above: size * 0.2, keeps: keepsRole}})
	}
	for _, text := range p.Open {
		add(strings.ReplaceAll(c.options.Words.Open, "{what}", text))
	}
	for _, text := range p.Reasons {
		add(text)
	}
	for _, text := range p.Offers {
		add(strings.ReplaceAll(c.options.Words.Offer, "{what}", text))
	}
	if len(out) > 0 {
		first := out[0].(bullet)
		first.above = 3
		out[0] = first
	}
	return out
}

// tags is the tags of a person, if they are chosen.
func (c *composer) tags(p Person) chips {
	if !c.options.Fields.Tags {
		return nil
	}
	return p.Tags
}
