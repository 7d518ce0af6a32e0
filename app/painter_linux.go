//go:build linux && !bindings

package app

import (
	"fmt"
	"os"
	"path/filepath"
)

// paintByProcessor is what WebKit reads to paint its tiles without the graphics library.
const paintByProcessor = "WEBKIT_SKIA_ENABLE_CPU_RENDERING"

// choosePainter has the processor paint the page where the system has no graphics card: WebKit would still go by way of
// the graphics library there, whose imitation of a card first compiles itself and then paints more slowly. What the person has set
// stays. devices is the folder of the graphics devices, "/dev/dri".
func choosePainter(devices string) error {
	cards, err := filepath.Glob(filepath.Join(devices, "renderD*"))
	if err != nil {
		return fmt.Errorf("look for a graphics card: %w", err)
	}
	if _, set := os.LookupEnv(paintByProcessor); set || len(cards) > 0 {
		return nil
	}
	if err := os.Setenv(paintByProcessor, "1"); err != nil {
		return fmt.Errorf("choose how to paint: %w", err)
	}
	return nil
}
