package vcard

import (
	"bytes"
	"io"
)

// source hands out the physical lines of a stream from a buffer that holds one card at a time. Offsets count from
// mark, the start of what is being read; they stay valid when the buffer moves.
type source struct {
	in     io.Reader // nil when buf is all there is
	buf    []byte
	mark   int
	limit  int   // most bytes to hold after mark
	offset int64 // of mark in the stream
	ended  bool
	err    error // of in, but not io.EOF
	lf, cr landmark
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

// line returns where the physical line that starts at offset from ends and where the next one starts. Line ends are
// LF, CR LF, a lone CR, and CR CR LF, which some exporters write. more is false at the end of the stream, and when
// the limit is reached.
func (s *source) line(from int) (end, next int, more bool) {
	for {
		at := s.mark + from
		s.find(at)
		switch {
		case s.lf.known && (!s.cr.known || s.lf.at < s.cr.at):
			return s.lf.at - s.mark, s.lf.at + 1 - s.mark, true
		case s.cr.known:
			after := s.cr.at + 1
			for after < len(s.buf) && s.buf[after] == '\r' {
				after++
			}
			if after == len(s.buf) && s.fill() {
				continue
			}
			if after < len(s.buf) && s.buf[after] == '\n' {
				return s.cr.at - s.mark, after + 1 - s.mark, true
			}
			return s.cr.at - s.mark, s.cr.at + 1 - s.mark, true
		}
		if !s.fill() {
			rest := len(s.buf) - s.mark
			return rest, rest, from < rest && s.ended
		}
	}
}

// find makes lf and cr the first of their kind from at on.
func (s *source) find(at int) {
	s.lf.find(s.buf, at, '\n')
	s.cr.find(s.buf, at, '\r')
}

// landmark remembers where a byte is next, so that each byte is looked at once for each kind of line end, also in
// files that have only one.
type landmark struct {
	from  int // there is none from here up to at
	at    int
	known bool // it is at at; otherwise at is how far was looked
}

func (m *landmark) find(buf []byte, from int, c byte) {
	if from < m.from || from > m.at {
		*m = landmark{from: from, at: from}
	}
	if m.known {
		return
	}
	i := bytes.IndexByte(buf[m.at:], c)
	if m.known = i >= 0; m.known {
		m.at += i
	} else {
		m.at = len(buf)
	}
}

func (m *landmark) move(by int) {
	m.from -= by
	m.at -= by
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
	s.lf.move(s.mark)
	s.cr.move(s.mark)
	s.mark = 0
}

// advance moves the mark.
func (s *source) advance(by int) {
	s.mark += by
	s.offset += int64(by)
}
