package book

import "kaffeerunde/backend/contact"

// Diagnosis is one thing the doctor found: the sentence "doctor.<Code>". Fixable says that Reindex mends it.
type Diagnosis struct {
	Code    string
	Args    []contact.Arg
	Fixable bool
}
