package sheet

import "kaffeerunde/backend/sheet/fonts"

// Fonts are the typefaces a sheet is set in: the bundled ones, and those of the system for scripts that the bundle lacks.
// They are safe for concurrent use, and worth keeping: what was opened for one sheet is there for the next.
type Fonts = fonts.Set

// LoadFonts returns the bundled fonts with those in dirs behind them. A folder is read when a sheet first needs it, and one
// that does not exist is passed over. An error means that the bundle itself is broken.
func LoadFonts(dirs ...string) (*Fonts, error) { return fonts.Load(dirs...) }

// SystemFonts names the folders where Linux, macOS and Windows keep fonts; home is the person's home folder, or empty.
func SystemFonts(home string) []string { return fonts.SystemDirs(home) }
