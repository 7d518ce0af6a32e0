-- How the columns of a table are read, once somebody said so. Like a setting it is no part of the history.
-- +goose Up
CREATE TABLE table_mapping (
  fingerprint TEXT PRIMARY KEY,  -- of the headers
  mapping     TEXT NOT NULL      -- JSON
) STRICT, WITHOUT ROWID;
-- +goose Down
DROP TABLE table_mapping;
