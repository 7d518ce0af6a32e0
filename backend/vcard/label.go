package vcard

import "strings"

// labelIndex finds the label of a line by its group. It is made when the first line with a group asks.
type labelIndex struct {
	card   *Card
	labels map[string]string
}

func (c *Card) labels() labelIndex { return labelIndex{card: c} }

func (x *labelIndex) of(l *Line) string {
	if l.name == l.start {
		return ""
	}
	if x.labels == nil {
		x.labels = map[string]string{}
		for i := range x.card.Lines {
			if l := &x.card.Lines[i]; l.prop == abLabel && l.name > l.start {
				x.labels[string(appendLower(nil, l.group()))] = plainLabel(l.Text())
			}
		}
	}
	var room [32]byte
	return x.labels[string(appendLower(room[:0], l.group()))]
}

// appendLower appends an ASCII word in lower case.
func appendLower(out, word []byte) []byte {
	for _, c := range word {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return out
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
