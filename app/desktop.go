package app

import (
	"context"
	"errors"
	"net/url"
	"strings"
)

// desktop is what the program asks of the person and the system outside its window. Native dialogs cannot be driven, so the
// end-to-end build answers in their place.
type desktop interface {
	// chooseFiles returns the chosen paths, none when the dialog was closed.
	chooseFiles(ctx context.Context, d dialog) ([]string, error)
	// chooseFile returns the chosen path, "" when the dialog was closed.
	chooseFile(ctx context.Context, d dialog) (string, error)
	// saveFile returns where to write, "" when the dialog was closed.
	saveFile(ctx context.Context, d dialog) (string, error)
	// open hands an address or an absolute path to the program the system has for it.
	open(target string) error
	// show opens the folder that holds the file.
	show(path string) error
}

// dialog describes a file dialog. Name is what a file to save is called at first; Kind and Patterns ("*.vcf;*.vcard") say what
// is offered.
type dialog struct {
	Title    string
	Name     string
	Kind     string
	Patterns string
}

var errLink = errors.New("the address is not a mail, telephone or https address")

// link returns the address as it may be handed to the system. Only mail, telephone and https addresses pass: everything else a
// card can hold might start a program.
func link(address string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return "", errLink
	}
	switch u.Scheme {
	case "mailto", "tel":
		if u.Opaque == "" {
			return "", errLink
		}
		return u.String(), nil
	case "https":
		if u.Host == "" || u.User != nil {
			return "", errLink
		}
		return u.String(), nil
	}
	return "", errLink
}
