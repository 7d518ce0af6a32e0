package vcard

import "strings"

// labelIndex finds the label of a line by its group.
type labelIndex map[string]string

// labels returns the labels of the card; nil when it has none.
func (c *Card) labels() labelIndex {
	var index labelIndex
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != abLabel || l.name == l.start {
			continue
		}
		if index == nil {
			index = labelIndex{}
		}
		index[strings.ToLower(l.Group())] = plainLabel(l.Text())
	}
	return index
}

func (index labelIndex) of(l *Line) string {
	if index == nil || l.name == l.start {
		return ""
	}
	return index[strings.ToLower(l.Group())]
}

// plainLabel takes the wrapping off the labels that Apple translates, e.g. "_$!<HomePage>!$_".
func plainLabel(label string) string {
	label = strings.TrimSpace(label)
	inner, opened := strings.CutPrefix(strings.TrimPrefix(label, "_"), "$!<")
	inner, closed := strings.CutSuffix(strings.TrimSuffix(inner, "_"), ">!$")
	if opened && closed {
		return inner
	}
	return label
}
