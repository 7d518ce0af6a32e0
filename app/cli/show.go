package cli

// showVerb shows one person.
type showVerb struct {
	Person string `arg:"" name:"person"`
	JSON   bool   `name:"json" xor:"form"`
	VCard  bool   `name:"vcard" xor:"form"`
}
