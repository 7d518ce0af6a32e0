//go:build !unix

package lock

import (
	"errors"
	"fmt"
	"os"
)

func try(f *os.File) (bool, error) {
	return false, fmt.Errorf("lock %s: %w", f.Name(), errors.ErrUnsupported)
}
