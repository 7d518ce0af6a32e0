package book

import "kaffeerunde/backend/contact"

// Format is the kind of file an export writes.
type Format string

// The formats.
const (
	FormatVCard Format = "vcf"
	FormatCSV   Format = "csv"
	FormatXLSX  Format = "xlsx"
)

// Version is the vCard version of an export.
type Version string

// The versions. Original gives each card as it came; empty means 3.0.
const (
	Original Version = "original"
	V21      Version = "2.1"
	V30      Version = "3.0"
	V40      Version = "4.0"
)

// ExportOptions say what to write. Notes are private and stay out unless asked for.
type ExportOptions struct {
	Format  Format
	Version Version
	Notes   bool
}

// Loss is something that a version cannot hold, for one person: the sentence "repair.<Reason>".
type Loss struct {
	Person contact.ID
	Name   string
	Line   string
	Reason string
}
