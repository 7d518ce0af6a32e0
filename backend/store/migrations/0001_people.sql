-- The truth: people with their cards, pictures by hash, and what is chosen for tags.
-- +goose Up
CREATE TABLE book (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  revision  INTEGER NOT NULL,  -- grows with every change, so that a cache knows when it is old
  operation INTEGER,           -- what the journal is writing for right now; NULL between operations
  next_id   INTEGER NOT NULL   -- a person's id is never given twice, an undone import's neither
) STRICT;
INSERT INTO book (one, revision, operation, next_id) VALUES (1, 1, NULL, 1);

CREATE TABLE person (
  id        INTEGER PRIMARY KEY,
  uid       TEXT NOT NULL,     -- of the card; made up where it has none or another person came with it first
  card      BLOB NOT NULL,     -- as it came, embedded pictures taken out
  charset   TEXT NOT NULL,     -- of text in the card that is neither labelled nor UTF-8
  photos    BLOB,              -- hashes of the pictures that were taken out, 32 bytes each
  operation INTEGER NOT NULL,  -- the import they came with; 0 by hand
  file      INTEGER NOT NULL,  -- which of its files
  created   INTEGER NOT NULL,  -- Unix milliseconds, as all times here
  changed   INTEGER NOT NULL
) STRICT;
-- Not UNIQUE: an undo may bring a row back before the one that took its uid is gone.
CREATE INDEX person_uid ON person (uid);
CREATE INDEX person_photos ON person (photos) WHERE photos IS NOT NULL;
CREATE INDEX person_operation ON person (operation) WHERE operation > 0;

CREATE TABLE photo (
  hash BLOB PRIMARY KEY,
  mime TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

-- Who wears a tag is said by the cards. A row here gives it a colour or lets it stand before anybody wears it.
CREATE TABLE tag (
  name   TEXT PRIMARY KEY,
  colour TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- +goose Down
DROP TABLE setting; DROP TABLE tag; DROP TABLE photo; DROP TABLE person; DROP TABLE book;
