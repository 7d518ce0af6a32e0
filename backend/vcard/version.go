package vcard

import "strings"

// Version is the vCard version that a card names.
type Version uint8

// The versions. A card that names none is VersionUnknown and is read by the rules of the version it looks like.
const (
	VersionUnknown Version = iota
	V21                    // versit vCard 2.1
	V30                    // RFC 2426
	V40                    // RFC 6350
)

// String returns "2.1", "3.0", "4.0", or "" for VersionUnknown.
func (v Version) String() string {
	return [...]string{"", "2.1", "3.0", "4.0"}[v]
}

// ParseVersion returns the version that text, the value of VERSION (RFC 6350 section 6.7.9), names. It is forgiving:
// "4", " 4.0 " and "v4" are V40. What it cannot place is VersionUnknown.
func ParseVersion(text string) Version {
	switch digits := strings.TrimLeft(strings.TrimSpace(text), "vV"); {
	case strings.HasPrefix(digits, "1"), strings.HasPrefix(digits, "2"):
		return V21
	case strings.HasPrefix(digits, "3"):
		return V30
	case strings.HasPrefix(digits, "4"):
		return V40
	}
	return VersionUnknown
}
