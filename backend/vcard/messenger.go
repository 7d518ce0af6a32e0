package vcard

import "strings"

// Messenger is an account under which somebody can be reached or read.
type Messenger struct {
	Service string // in lower case, e.g. "xmpp", "skype", "twitter"; "" when the card does not say
	Value          // the account, without a scheme
}

// services are the properties that stand for one service.
var services = map[property]string{
	xAIM: "aim", xICQ: "icq", xJabber: "xmpp", xMSN: "msn", xYahoo: "yahoo", xSkype: "skype", xSkypeUsername: "skype",
	xGoogleTalk: "gtalk", xGtalk: "gtalk", xQQ: "qq", xGadugadu: "gadugadu", xMSIMAddress: "",
}

// Messengers returns the accounts for messages: IMPP (RFC 6350 section 6.4.3, RFC 4770) and the properties that stood
// for one service before it.
func (c *Card) Messengers() []Messenger {
	var all []Messenger
	for _, v := range c.values(impp, "") {
		m := Messenger{Value: v, Service: strings.ToLower(c.Lines[v.Index].Param("X-SERVICE-TYPE"))}
		if scheme, rest, ok := strings.Cut(v.Value, ":"); ok && !strings.ContainsAny(scheme, "/ @") {
			m.Value.Value = rest
			if m.Service == "" && !strings.EqualFold(scheme, "x-apple") {
				m.Service = strings.ToLower(scheme)
			}
		}
		all = append(all, m)
	}
	labels := c.labels()
	for i := range c.Lines {
		l := &c.Lines[i]
		service, ok := services[l.prop]
		if !ok {
			continue
		}
		if text := strings.TrimSpace(l.Text()); text != "" {
			all = append(all, Messenger{service, Value{Value: text, Types: l.Types(), Label: labels.of(l), Index: i}})
		}
	}
	return all
}

// Socials returns the profiles in networks: X-SOCIALPROFILE, SOCIALPROFILE (RFC 9554 section 3.5) and X-TWITTER.
// Service is the network. Value is the user's name where the card tells it, else the address.
func (c *Card) Socials() []Messenger {
	var all []Messenger
	labels := c.labels()
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != socialProfile && l.prop != xSocialProfile && l.prop != xTwitter {
			continue
		}
		m := Messenger{Value: Value{Value: strings.TrimSpace(l.Text()), Types: l.Types(), Label: labels.of(l), Index: i}}
		m.Service = strings.ToLower(l.Param("SERVICE-TYPE"))
		switch {
		case l.prop == xTwitter:
			m.Service = "twitter"
		case m.Service == "":
			m.Service = networkOf(m.Types)
		}
		m.Value.Value = firstOf(l.Param("X-USER"), l.Param("USERNAME"), strings.TrimPrefix(m.Value.Value, "x-apple:"))
		if m.Value.Value != "" {
			all = append(all, m)
		}
	}
	return all
}

// networkOf returns the type that names a network.
func networkOf(types []string) string {
	for _, t := range types {
		if t != "home" && t != "work" && t != "pref" {
			return t
		}
	}
	return ""
}
