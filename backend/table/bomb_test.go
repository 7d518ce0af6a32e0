package table_test

import (
	"archive/zip"
	"bytes"
	"testing"
)

// bomb is a workbook whose directory says that its sheet unpacks to 600 MB.
func bomb(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	packed := []byte{3, 0}
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: 600 << 20,
	})
	must(t, err)
	_, err = w.Write(packed)
	must(t, err)
	must(t, z.Close())
	return out.Bytes()
}
