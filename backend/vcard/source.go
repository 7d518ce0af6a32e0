package vcard

import (
	"bytes"
	"io"
)

// source hands out the physical lines of a stream from a buffer that holds one card at a time. Offsets count from mark, the
// start of what is being read; they stay valid when the buffer moves.
type source struct {
	in      io.Reader // nil when buf is all there is
	buf     []byte
	mark    int
	limit   int   // most bytes to hold after mark
	offset  int64 // of mark in the stream
	ended   bool
	err     error // of in, but not io.EOF
	lf, cr  int   // the next line feed and carriage return known, or where to go on looking
	lfKnown bool
	crKnown bool
}

const (
	firstBuffer = 64 << 10
	// keepBuffer is the largest buffer that outlives the card it was made for.
	keepBuffer = 1 << 20
)

// at returns the bytes from offset from to offset to.
func (s *source) at(from, to int) []byte {
	return s.buf[s.mark+from : s.mark+to]
}

// line returns where the physical line that starts at offset from ends and where the next one starts. Line ends are LF, CR LF,
// a lone CR, and CR CR LF, which some exporters write. more is false at the end of the stream, and when the limit is reached.
func (s *source) line(from int) (end, next int, more bool) {
	for {
		at := s.mark + from
		s.find(at)
		switch {
		case s.lfKnown && (!s.crKnown || s.lf < s.cr):
			return s.lf - s.mark, s.lf + 1 - s.mark, true
		case s.crKnown:
			after := s.cr + 1
			for after < len(s.buf) && s.buf[after] == '\r' {
				after++
			}
			if after == len(s.buf) && s.fill() {
				continue
			}
			if after < len(s.buf) && s.buf[after] == '\n' {
				return s.cr - s.mark, after + 1 - s.mark, true
			}
			return s.cr - s.mark, s.cr + 1 - s.mark, true
		}
		if !s.fill() {
			rest := len(s.buf) - s.mark
			return rest, rest, from < rest && s.ended
		}
	}
}

// find makes lf and cr the first of their kind from at on. Each byte is looked at once for each, also in files that have only one of them.
func (s *source) find(at int) {
	if s.lf < at {
		s.lf, s.lfKnown = at, false
	}
	if !s.lfKnown {
		i := bytes.IndexByte(s.buf[s.lf:], '\n')
		if s.lfKnown = i >= 0; s.lfKnown {
			s.lf += i
		} else {
			s.lf = len(s.buf)
		}
	}
	if s.cr < at {
		s.cr, s.crKnown = at, false
	}
	if !s.crKnown {
		i := bytes.IndexByte(s.buf[s.cr:], '\r')
		if s.crKnown = i >= 0; s.crKnown {
			s.cr += i
		} else {
			s.cr = len(s.buf)
		}
	}
}

// full reports whether the limit keeps the source from reading on.
func (s *source) full() bool {
	return !s.ended && len(s.buf)-s.mark >= s.limit
}

// fill reads more. It reports whether there was more.
func (s *source) fill() bool {
	if s.ended || s.full() {
		return false
	}
	if len(s.buf) == cap(s.buf) {
		s.makeRoom()
	}
	room := min(cap(s.buf), s.mark+s.limit)
	for range 100 {
		got, err := s.in.Read(s.buf[len(s.buf):room])
		s.buf = s.buf[:len(s.buf)+got]
		if err != nil {
			s.ended = true
			if err != io.EOF {
				s.err = err
			}
		}
		if got > 0 || s.ended {
			return got > 0
		}
	}
	s.ended, s.err = true, io.ErrNoProgress
	return false
}

// makeRoom moves what is being read to the front of the buffer, or into a larger one when it fills more than half.
func (s *source) makeRoom() {
	held := s.buf[s.mark:]
	to := s.buf[:0]
	switch {
	case 2*len(held) > cap(s.buf):
		to = make([]byte, 0, 2*cap(s.buf))
	case cap(s.buf) > keepBuffer:
		to = make([]byte, 0, max(firstBuffer, 2*len(held)))
	}
	s.buf = append(to, held...)
	s.lf -= s.mark
	s.cr -= s.mark
	s.mark = 0
}

// advance moves the mark.
func (s *source) advance(by int) {
	s.mark += by
	s.offset += int64(by)
}
