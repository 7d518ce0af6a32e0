// Package contact is the domain: people, what is known of them, tags, and the faults a person can be told about. It knows
// no database, no file format and no screen, and imports the standard library only.
package contact
