package book

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Limits of archives. What is beyond them is refused, so that a small file cannot grow without end when it is unpacked.
const (
	// mostMembers is how many files one archive or folder may bring. A phone exports a file for each contact.
	mostMembers = 20_000
	// mostUnpacked is what an archive may unpack to in all.
	mostUnpacked = 4 << 30
	// mostRatio is how many times larger than packed a file may become once it is larger than freeRatio. Contacts are packed
	// to a tenth, hardly ever to a hundredth.
	mostRatio = 200
	freeRatio = 8 << 20
)

// errArchive says that a file in an archive is not what its directory says of it.
var errArchive = errors.New("the archive is damaged")

// member is where a file lies in an archive.
type member struct {
	offset, packed int64
	size           int64
	deflated       bool
	sum            uint32
}

// archived returns what an archive on the disk holds: the files that can be imported, in the order of the archive. An
// archive that cannot be taken comes as one source with its problem.
func archived(outer source) []source {
	refuse := func(code string, err error) []source {
		outer.problem = outer.fault(code, err)
		return []source{outer}
	}
	f, err := os.Open(outer.disk)
	if err != nil {
		return refuse(fileCode(err), err)
	}
	defer f.Close()
	directory, err := zip.NewReader(f, outer.whole)
	if err != nil {
		return refuse("archive-broken", err)
	}
	var list []source
	var unpacked uint64
	for _, entry := range directory.File {
		name := memberName(entry)
		if entry.Mode().IsDir() || hiddenPath(name) || !importable(name) {
			continue
		}
		unpacked += entry.UncompressedSize64
		if len(list) == mostMembers || unpacked > mostUnpacked || entry.UncompressedSize64 > mostUnpacked {
			return refuse("archive-too-large", nil)
		}
		list = append(list, memberOf(outer, entry, name))
	}
	if len(list) == 0 {
		return refuse("archive-empty", nil)
	}
	return list
}

func memberOf(outer source, entry *zip.File, name string) source {
	s := outer
	s.name, s.path = outer.name+"/"+name, outer.path+"/"+name
	s.size = int64(entry.UncompressedSize64)
	m := &member{packed: int64(entry.CompressedSize64), size: s.size, deflated: entry.Method == zip.Deflate, sum: entry.CRC32}
	s.member = m
	var err error
	m.offset, err = entry.DataOffset()
	const encrypted = 1
	switch {
	case err != nil:
		s.problem = s.fault("archive-broken", err)
	case entry.Flags&encrypted != 0:
		s.problem = s.fault("archive-locked", nil)
	case entry.Method != zip.Deflate && entry.Method != zip.Store:
		s.problem = s.fault("archive-broken", zip.ErrAlgorithm)
	case strings.EqualFold(path.Ext(name), ".zip"):
		s.problem = s.fault("archive-nested", nil)
	case s.size > freeRatio && s.size/mostRatio > m.packed:
		s.problem = s.fault("archive-too-large", nil)
	case s.size == 0:
		s.problem = s.fault("file-empty", nil)
	}
	return s
}

// memberName returns the name of a file in an archive as it can be shown: UTF-8, its folders with slashes, and none that
// leads out of the archive. Nothing is ever written under it.
func memberName(entry *zip.File) string {
	name := entry.Name
	if !utf8.ValidString(name) {
		// What archives of before Unicode are written in; every byte is a character of it.
		name, _ = charmap.CodePage437.NewDecoder().String(name)
	}
	name = path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))
	return printable(strings.TrimPrefix(name, "/"))
}

// open reads the file out of the archive and closes the archive with it.
func (m *member) open(archive *os.File) io.ReadCloser {
	var in io.Reader = io.NewSectionReader(archive, m.offset, m.packed)
	if m.deflated {
		in = flate.NewReader(in)
	}
	return &memberReader{in: in, archive: archive, left: m.size, check: crc32.NewIEEE(), sum: m.sum}
}

// memberReader holds a file of an archive to what its directory says: its size and its checksum.
type memberReader struct {
	in      io.Reader
	archive *os.File
	left    int64
	check   hash.Hash32
	sum     uint32
}

func (m *memberReader) Read(p []byte) (int, error) {
	if m.left == 0 {
		if m.check.Sum32() != m.sum {
			return 0, errArchive
		}
		return 0, io.EOF
	}
	n, err := m.in.Read(p[:min(int64(len(p)), m.left)])
	m.left -= int64(n)
	_, _ = m.check.Write(p[:n]) // never fails
	if err == nil || errors.Is(err, io.EOF) && m.left == 0 {
		return n, nil
	}
	return n, errors.Join(errArchive, err)
}

func (m *memberReader) Close() error { return m.archive.Close() }
