package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"
)

func write(w *bufio.Writer, c *card, version string) {
	switch version {
	case "2.1":
		write21(w, c)
	case "3.0":
		write30(w, c)
	default:
		write40(w, c)
	}
}

func write21(w *bufio.Writer, c *card) {
	esc := strings.NewReplacer(";", `\;`)
	prop := func(name string, parts ...string) {
		for i := range parts {
			parts[i] = esc.Replace(parts[i])
		}
		v := strings.Join(parts, ";")
		plain := true
		for i := range len(v) {
			plain = plain && v[i] >= 0x20 && v[i] < 0x7f
		}
		if plain {
			fmt.Fprintf(w, "%s:%s\r\n", name, v)
			return
		}
		// Android's exporter encodes every byte of such a value and breaks after 67 columns.
		fmt.Fprintf(w, "%s;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:", name)
		col := 0
		for i := range len(v) {
			if v[i] == ';' && (i == 0 || v[i-1] != '\\') {
				w.WriteByte(';')
				col++
			} else {
				fmt.Fprintf(w, "=%02X", v[i])
				col += 3
			}
			if col >= 67 && i+1 < len(v) {
				w.WriteString("=\r\n")
				col = 0
			}
		}
		w.WriteString("\r\n")
	}
	w.WriteString("BEGIN:VCARD\r\nVERSION:2.1\r\n")
	prop("N", c.family, c.given, c.middle, "", c.suffix)
	prop("FN", c.fn())
	if c.nickname != "" {
		prop("X-ANDROID-CUSTOM", "vnd.android.cursor.item/nickname", c.nickname, "1", "", "", "", "", "", "", "", "", "", "", "", "", "")
	}
	for i, t := range c.tels {
		if i == 0 {
			t.kind += ";PREF"
		}
		prop("TEL;"+t.kind, t.value)
	}
	for _, e := range c.emails {
		prop("EMAIL;"+e.kind, e.value)
	}
	if c.org != "" {
		prop("ORG", c.org, c.unit)
	}
	if c.title != "" {
		prop("TITLE", c.title)
	}
	if c.street != "" {
		prop("ADR;HOME", "", "", c.street, c.city, "", c.zip, c.country)
	}
	if c.note != "" {
		prop("NOTE", c.note)
	}
	if c.bday != "" {
		prop("BDAY", c.bday)
	}
	if len(c.cats) > 0 {
		prop("CATEGORIES", strings.Join(c.cats, ","))
	}
	if c.photo != nil {
		folded(w, "PHOTO;ENCODING=BASE64;JPEG:"+base64.StdEncoding.EncodeToString(c.photo))
		w.WriteString("\r\n")
	}
	w.WriteString("END:VCARD\r\n")
}

var escText = strings.NewReplacer(`\`, `\\`, "\n", `\n`, ";", `\;`, ",", `\,`)

func write30(w *bufio.Writer, c *card) {
	item := 0
	prop := func(name string, parts ...string) {
		for i := range parts {
			parts[i] = escText.Replace(parts[i])
		}
		folded(w, name+":"+strings.Join(parts, ";"))
	}
	w.WriteString("BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.5.1//EN\r\n")
	prop("N", c.family, c.given, c.middle, "", c.suffix)
	prop("FN", c.fn())
	if c.nickname != "" {
		prop("NICKNAME", c.nickname)
	}
	if c.org != "" {
		prop("ORG", c.org, c.unit)
	}
	if c.title != "" {
		prop("TITLE", c.title)
	}
	for i, e := range c.emails {
		pref := ""
		if i == 0 {
			pref = ";type=pref"
		}
		prop("EMAIL;type=INTERNET;type="+e.kind+pref, e.value)
	}
	for i, t := range c.tels {
		switch {
		case i == 0:
			prop("TEL;type="+t.kind+";type=VOICE;type=pref", t.value)
		case i == 1:
			prop("TEL;type="+t.kind+";type=VOICE", t.value)
		default:
			item++
			prop(fmt.Sprintf("item%d.TEL", item), t.value)
			fmt.Fprintf(w, "item%d.X-ABLabel:_$!<Other>!$_\r\n", item)
		}
	}
	if c.street != "" {
		item++
		prop(fmt.Sprintf("item%d.ADR;type=HOME;type=pref", item), "", "", c.street, c.city, "", c.zip, c.country)
		fmt.Fprintf(w, "item%d.X-ABADR:de\r\n", item)
	}
	if c.note != "" {
		prop("NOTE", c.note)
	}
	if c.bday != "" {
		prop("BDAY;value=date", c.bday)
	}
	if len(c.cats) > 0 {
		fmt.Fprintf(w, "CATEGORIES:%s\r\n", strings.Join(c.cats, ","))
	}
	if c.photo != nil {
		folded(w, "PHOTO;ENCODING=b;TYPE=JPEG:"+base64.StdEncoding.EncodeToString(c.photo))
	}
	writeRelated(w, c)
	fmt.Fprintf(w, "UID:%s\r\nEND:VCARD\r\n", c.uid)
}

func write40(w *bufio.Writer, c *card) {
	prop := func(name string, parts ...string) {
		for i := range parts {
			parts[i] = escText.Replace(parts[i])
		}
		folded(w, name+":"+strings.Join(parts, ";"))
	}
	fmt.Fprintf(w, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:%s\r\n", c.uid)
	prop("FN", c.fn())
	prop("N", c.family, c.given, c.middle, "", c.suffix)
	if c.nickname != "" {
		prop("NICKNAME", c.nickname)
	}
	digits := strings.NewReplacer(" ", "-", "(", "", ")", "")
	for i, t := range c.tels {
		fmt.Fprintf(w, "TEL;VALUE=uri;PREF=%d;TYPE=%s:tel:%s\r\n", i+1, strings.ToLower(t.kind), digits.Replace(t.value))
	}
	for _, e := range c.emails {
		prop("EMAIL;TYPE="+strings.ToLower(e.kind), e.value)
	}
	if c.org != "" {
		prop("ORG", c.org, c.unit)
	}
	if c.title != "" {
		prop("TITLE", c.title)
	}
	if c.street != "" {
		prop("ADR;TYPE=home", "", "", c.street, c.city, "", c.zip, c.country)
	}
	if c.note != "" {
		prop("NOTE", c.note)
	}
	if c.bday != "" {
		prop("BDAY", strings.ReplaceAll(c.bday, "-", ""))
	}
	if len(c.cats) > 0 {
		fmt.Fprintf(w, "CATEGORIES:%s\r\n", strings.Join(c.cats, ","))
	}
	if c.photo != nil {
		folded(w, "PHOTO:data:image/jpeg;base64,"+base64.StdEncoding.EncodeToString(c.photo))
	}
	writeRelated(w, c)
	w.WriteString("END:VCARD\r\n")
}

// writeRelated writes whom the person is connected with. Version 3.0 has no such property; address books that know it write it
// there, too.
func writeRelated(w *bufio.Writer, c *card) {
	for _, r := range c.related {
		folded(w, "RELATED;TYPE="+r.kind+":urn:uuid:"+r.value)
	}
}

// folded writes a content line in pieces of at most 75 bytes, never inside a character.
func folded(w *bufio.Writer, s string) {
	limit := 75
	for len(s) > limit {
		cut := limit
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		w.WriteString(s[:cut])
		w.WriteString("\r\n ")
		s, limit = s[cut:], 74
	}
	w.WriteString(s)
	w.WriteString("\r\n")
}
