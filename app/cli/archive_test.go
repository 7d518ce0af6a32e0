package cli

import (
	"archive/zip"
	"bytes"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack makes a ZIP archive of files: "zip export.zip anna/ada.vcf bo.vcf".
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: zip archive file...")
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range args[1:] {
		w, err := archive.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
	}
	ts.Check(archive.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}
