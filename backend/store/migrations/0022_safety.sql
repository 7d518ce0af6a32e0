-- Where people came from who came from another book: with a whole book or a backup of it, whose imports are none of this book's.
-- Their operation is the negative number of a row here, which names the file they had come from there. It is no truth of its own, so it
-- has no journal: an undo leaves the name of a file behind, as it leaves receipts.
-- In a book that is put together of an archive the rows have the numbers that its imports had.
-- +goose Up
CREATE TABLE origin (
  operation INTEGER NOT NULL,
  file      INTEGER NOT NULL,
  name      TEXT NOT NULL,
  PRIMARY KEY (operation, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_name ON origin (name);
-- +goose Down
DROP TABLE origin;
