-- The safety net. What a restore chose in the stead of the person (settings, where people stand in pictures, how tables are read)
-- is no part of the history, and an undo of the restore gives it back all the same: each X_journal here keeps for such an operation
-- what was before and what came after, NULL for nothing. Nothing else writes to them, and there are no triggers.
-- book.traces says that somebody was let go of and the file has not been written anew since.
-- +goose Up
CREATE TABLE setting_journal (
  operation   INTEGER NOT NULL,
  name        TEXT NOT NULL,
  value       TEXT,
  value_after TEXT,
  PRIMARY KEY (operation, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE table_mapping_journal (
  operation     INTEGER NOT NULL,
  fingerprint   TEXT NOT NULL,
  mapping       TEXT,
  mapping_after TEXT,
  PRIMARY KEY (operation, fingerprint)
) STRICT, WITHOUT ROWID;
CREATE TABLE place_journal (
  operation    INTEGER NOT NULL,
  picture      TEXT NOT NULL,
  node         TEXT NOT NULL,
  x            REAL,
  y            REAL,
  pinned       INTEGER,
  alone        INTEGER,
  x_after      REAL,
  y_after      REAL,
  pinned_after INTEGER,
  alone_after  INTEGER,
  PRIMARY KEY (operation, picture, node)
) STRICT, WITHOUT ROWID;
ALTER TABLE book ADD COLUMN traces INTEGER NOT NULL DEFAULT 0;
-- +goose Down
ALTER TABLE book DROP COLUMN traces;
DROP TABLE place_journal; DROP TABLE table_mapping_journal; DROP TABLE setting_journal;
