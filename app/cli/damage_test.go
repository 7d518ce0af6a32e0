package cli

import (
	"database/sql"
	"os"

	_ "github.com/mattn/go-sqlite3" // to harm a book behind the program's back
	"github.com/rogpeppe/go-internal/testscript"
)

// hurt overwrites the first page of a table of the book: "hurt person_index".
func hurt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hurt table")
	}
	var root, size int64
	harm(ts, func(db *sql.DB) error {
		if err := db.QueryRow(`SELECT rootpage FROM sqlite_master WHERE name = ?`, args[0]).Scan(&root); err != nil {
			return err
		}
		return db.QueryRow(`PRAGMA page_size`).Scan(&size)
	})
	f, err := os.OpenFile(ts.MkAbs(ts.Getenv("KAFFEERUNDE_BOOK")), os.O_RDWR, 0)
	ts.Check(err)
	defer f.Close()
	_, err = f.WriteAt([]byte("this is not what SQLite wrote here"), (root-1)*size)
	ts.Check(err)
}

// loosen takes away by whom encounters are found, as nothing but a fault could.
func loosen(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: loosen")
	}
	harm(ts, func(db *sql.DB) error {
		_, err := db.Exec(`INSERT INTO encounter_person (person, encounter) VALUES (1, 4711)`)
		return err
	})
}

func harm(ts *testscript.TestScript, f func(*sql.DB) error) {
	db, err := sql.Open("sqlite3", ts.MkAbs(ts.Getenv("KAFFEERUNDE_BOOK")))
	ts.Check(err)
	defer db.Close()
	ts.Check(f(db))
}
