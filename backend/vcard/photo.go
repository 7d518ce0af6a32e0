package vcard

import "strings"

// Photo is one picture of a card.
type Photo struct {
	Hash  string // SHA-256 of the picture in hexadecimal; "" for one that lies elsewhere
	Mime  string // sniffed, else as the card says; or ""
	Data  []byte // nil when the picture is detached or lies elsewhere
	URI   string // where the picture lies; nothing here ever fetches it
	Index int    // of its line in Lines
}

// Photos returns the pictures of PHOTO (RFC 6350 section 6.2.4): embedded, detached, or elsewhere. An embedded one is
// decoded on each call.
func (c *Card) Photos() []Photo {
	var all []Photo
	for i := range c.Lines {
		if l := &c.Lines[i]; l.prop == photo {
			if p, ok := l.photo(); ok {
				p.Index = i
				all = append(all, p)
			}
		}
	}
	return all
}

func (l *Line) photo() (Photo, bool) {
	if l.traits&reference != 0 {
		ref, _ := l.reference()
		return Photo{Hash: ref.hash, Mime: ref.mime}, true
	}
	if data, mime, ok := l.Binary(); ok {
		return Photo{Hash: hashOf(data), Mime: mime, Data: data}, true
	}
	if l.traits&(base64Value|dataURI) == 0 {
		// A data: URI that embeds nothing readable is no place either.
		if s := strings.TrimSpace(l.Text()); isURI(s) && !hasPrefixFold([]byte(s), "DATA:") {
			return Photo{URI: s, Mime: l.mediaType()}, true
		}
	}
	return Photo{}, false
}
