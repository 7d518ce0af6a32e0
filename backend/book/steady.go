package book

import (
	"compress/flate"
	"io"
)

const (
	// steadyFrom and steadyRatio are from which size on a table may become how many times smaller. Both are well within what
	// is taken in again.
	steadyFrom  = freeRatio / 2
	steadyRatio = mostRatio / 2
)

// steady packs as deflate does, and less tightly once what it packs turns out to be so uniform that whoever reads the archive would have
// to take it for one that grows without end.
type steady struct {
	in, out int64
	to      io.Writer
	pack    *flate.Writer
	loose   bool
}

func newSteady(to io.Writer) (io.WriteCloser, error) {
	s := &steady{to: to}
	var err error
	s.pack, err = flate.NewWriter(outward{s}, flate.DefaultCompression)
	return s, err
}

// outward counts what is packed on its way out.
type outward struct{ of *steady }

func (c outward) Write(p []byte) (int, error) {
	n, err := c.of.to.Write(p)
	c.of.out += int64(n)
	return n, err
}

// Write never packs more than a small piece between two looks at how small it becomes.
func (s *steady) Write(p []byte) (int, error) {
	const piece = 64 << 10
	for done := 0; done < len(p); {
		n, err := s.pack.Write(p[done:min(len(p), done+piece)])
		done, s.in = done+n, s.in+int64(n)
		if err == nil && !s.loose && s.in > steadyFrom && s.in/steadyRatio > s.out {
			err = s.loosen()
		}
		if err != nil {
			return done, err
		}
	}
	return len(p), nil
}

// loosen lets every byte take at least a bit. Blocks of one stream may be packed in different ways.
func (s *steady) loosen() (err error) {
	if err := s.pack.Flush(); err != nil {
		return err
	}
	s.loose = true
	s.pack, err = flate.NewWriter(outward{s}, flate.HuffmanOnly)
	return err
}

func (s *steady) Close() error { return s.pack.Close() }
