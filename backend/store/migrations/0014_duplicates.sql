-- The same person twice. What somebody has decided about people who resemble each other is truth, and so is the person who
-- became a part of another: with the row that they had, the card of the whole before and after, and what named them.
-- +goose Up
CREATE TABLE verdict (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind   TEXT NOT NULL,     -- distinct or later
  people TEXT NOT NULL      -- JSON: IDs in ascending order; it is about each two of them
) STRICT;
CREATE TABLE verdict_journal (
  operation INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  kind      TEXT,
  people    TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
  id            INTEGER PRIMARY KEY,  -- of the person who is a part now
  whole         INTEGER NOT NULL,     -- the person they are a part of
  came          INTEGER NOT NULL,     -- in which order its parts came
  name          TEXT NOT NULL,        -- by which other cards may call them
  hash          BLOB NOT NULL,        -- of their card's content
  uid           TEXT NOT NULL,        -- from here as in person
  card          BLOB NOT NULL,
  charset       TEXT NOT NULL,
  photos        BLOB,
  operation     INTEGER NOT NULL,
  file          INTEGER NOT NULL,
  created       INTEGER NOT NULL,
  changed       INTEGER NOT NULL,
  tags          TEXT NOT NULL,        -- of groups, as in membership; '' for none
  before        BLOB NOT NULL,        -- the card of the whole before they came to it
  charset_before TEXT NOT NULL,
  photos_before BLOB,
  changed_before INTEGER NOT NULL,
  tags_before   TEXT NOT NULL,
  after         BLOB NOT NULL,        -- and after
  tags_after    TEXT NOT NULL,
  moved         TEXT NOT NULL         -- JSON: what named them and names the whole now
) STRICT;
CREATE INDEX part_whole ON part (whole);
CREATE INDEX part_uid ON part (uid);
CREATE TABLE part_journal (
  operation     INTEGER NOT NULL,
  id            INTEGER NOT NULL,
  existed       INTEGER NOT NULL,
  whole         INTEGER,
  came          INTEGER,
  name          TEXT,
  hash          BLOB,
  uid           TEXT,
  card          BLOB,
  charset       TEXT,
  photos        BLOB,
  source        INTEGER,
  file          INTEGER,
  created       INTEGER,
  changed       INTEGER,
  tags          TEXT,
  before        BLOB,
  charset_before TEXT,
  photos_before BLOB,
  changed_before INTEGER,
  tags_before   TEXT,
  after         BLOB,
  tags_after    TEXT,
  moved         TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER verdict_added AFTER INSERT ON verdict BEGIN
  INSERT INTO verdict_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdict_changed AFTER UPDATE ON verdict BEGIN
  INSERT INTO verdict_journal (operation, id, existed, kind, people) VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.kind, OLD.people)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdict_gone AFTER DELETE ON verdict BEGIN
  INSERT INTO verdict_journal (operation, id, existed, kind, people) VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.kind, OLD.people)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER part_added AFTER INSERT ON part BEGIN
  INSERT INTO part_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER part_changed AFTER UPDATE ON part BEGIN
  INSERT INTO part_journal (operation, id, existed, whole, came, name, hash, uid, card, charset, photos, source, file, created, changed, tags,
    before, charset_before, photos_before, changed_before, tags_before, after, tags_after, moved)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.whole, OLD.came, OLD.name, OLD.hash, OLD.uid, OLD.card, OLD.charset, OLD.photos, OLD.operation,
    OLD.file, OLD.created, OLD.changed, OLD.tags, OLD.before, OLD.charset_before, OLD.photos_before, OLD.changed_before, OLD.tags_before,
    OLD.after, OLD.tags_after, OLD.moved)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER part_gone AFTER DELETE ON part BEGIN
  INSERT INTO part_journal (operation, id, existed, whole, came, name, hash, uid, card, charset, photos, source, file, created, changed, tags,
    before, charset_before, photos_before, changed_before, tags_before, after, tags_after, moved)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.whole, OLD.came, OLD.name, OLD.hash, OLD.uid, OLD.card, OLD.charset, OLD.photos, OLD.operation,
    OLD.file, OLD.created, OLD.changed, OLD.tags, OLD.before, OLD.charset_before, OLD.photos_before, OLD.changed_before, OLD.tags_before,
    OLD.after, OLD.tags_after, OLD.moved)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER verdict_added; DROP TRIGGER verdict_changed; DROP TRIGGER verdict_gone;
DROP TRIGGER part_added; DROP TRIGGER part_changed; DROP TRIGGER part_gone;
DROP TABLE part_journal; DROP TABLE part; DROP TABLE verdict_journal; DROP TABLE verdict;
