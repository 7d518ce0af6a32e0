-- The index: what lists, filters, searches and matching read. All of it is derived from the cards.
-- +goose Up
CREATE TABLE person_index (
  person       INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  name         TEXT NOT NULL,
  inverted     TEXT NOT NULL,  -- family name first; '' where that is the same
  organisation TEXT NOT NULL,
  title        TEXT NOT NULL,
  kind         TEXT NOT NULL,
  photo        BLOB,           -- hash
  tags         TEXT NOT NULL,  -- joined by U+001F
  family_key   BLOB NOT NULL,  -- section letter, a zero byte, collation key
  given_key    BLOB NOT NULL,
  folded       TEXT NOT NULL,  -- what a search looks through
  keys         BLOB NOT NULL,  -- by which somebody is recognised, 8 bytes each
  hash         BLOB NOT NULL   -- of the card's content
) STRICT;
CREATE INDEX person_by_family ON person_index (family_key);
CREATE INDEX person_by_given ON person_index (given_key);
CREATE INDEX person_by_organisation ON person_index (organisation) WHERE organisation <> '';

CREATE TABLE tag_word (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE person_tag (
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  tag    INTEGER NOT NULL,
  PRIMARY KEY (person, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_tag ON person_tag (tag);
-- +goose Down
DROP TABLE person_tag; DROP TABLE tag_word; DROP TABLE person_index;
