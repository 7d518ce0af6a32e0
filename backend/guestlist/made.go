package guestlist

import "strings"

// Made makes a guest of what somebody wrote: Display is read as a name, or where it is empty one is made of the mail address; the
// rest stays as it is. ok is false where nothing is left to call the guest by.
func Made(g Guest) (made Guest, ok bool) {
	c := collected{name: strings.TrimSpace(g.Display), organisation: g.Organisation, role: g.Role, mail: g.Mail, phone: g.Phone}
	if g.Note != "" {
		c.notes = []string{g.Note}
	}
	made, ok = c.guest(givenFirst)
	made.Line, made.Text = g.Line, g.Text
	return made, ok
}
