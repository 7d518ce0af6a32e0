package vcard

import (
	"slices"
	"strings"
)

// anniversaryLabel is how Apple, and Google after it, mark an anniversary among the dates of 3.0.
const anniversaryLabel = "_$!<Anniversary>!$_"

// spreadAnniversaries writes ANNIVERSARY, which only 4.0 has, as phones do before: an X-ABDATE with a label in its
// group.
func spreadAnniversaries(drafts []draft) []draft {
	used := map[string]bool{}
	for _, d := range drafts {
		used[strings.ToLower(d.group)] = true
	}
	var spread []draft
	for _, d := range drafts {
		if d.prop != anniversary || d.group != "" || d.content.form != formDay {
			spread = append(spread, d)
			continue
		}
		d.name, d.prop, d.group = "X-ABDATE", abDate, freeName(used)
		used[d.group] = true
		spread = append(spread, d, draft{group: d.group, name: "X-ABLabel", prop: abLabel, content: Text(anniversaryLabel), line: d.line})
	}
	return spread
}

// gatherAnniversaries undoes spreadAnniversaries: a date and its label that are alone in their group become
// ANNIVERSARY.
func gatherAnniversaries(drafts []draft) []draft {
	members := map[string]int{}
	labelled := map[string]bool{}
	for _, d := range drafts {
		group := strings.ToLower(d.group)
		members[group]++
		if d.prop == abLabel && d.group != "" {
			value, _ := d.content.escaped(V30)
			labelled[group] = strings.EqualFold(plainLabel(unescapeText(value)), "anniversary")
		}
	}
	alone := func(d draft) bool {
		group := strings.ToLower(d.group)
		return labelled[group] && members[group] == 2
	}
	gathered := map[string]bool{}
	for i := range drafts {
		if d := &drafts[i]; d.prop == abDate && d.content.form == formDay && alone(*d) {
			gathered[strings.ToLower(d.group)] = true
			d.name, d.prop, d.group = "ANNIVERSARY", anniversary, ""
		}
	}
	return slices.DeleteFunc(drafts, func(d draft) bool { return d.prop == abLabel && gathered[strings.ToLower(d.group)] })
}
