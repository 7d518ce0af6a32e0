-- The journal. For every row of truth an operation touches, X_journal keeps what it was before the operation first touched
-- it: existed 0 means that there was none. While an operation is undone its rows stand under the negative number and hold
-- what comes back with a redo, so undo and redo are one mechanism.
-- +goose Up
CREATE TABLE operation (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  name   TEXT NOT NULL,     -- fills the sentence of its kind
  count  INTEGER NOT NULL,
  low    INTEGER NOT NULL DEFAULT 0,  -- the lowest and the highest person it touched: most operations are known by
  high   INTEGER NOT NULL DEFAULT 0,  -- these alone to have nothing in common
  gone   INTEGER NOT NULL DEFAULT 0,  -- how many people it deleted
  undone INTEGER NOT NULL DEFAULT 0  -- 0 done; n undone by the n-th undo; -1 undone and followed by something new
) STRICT;
CREATE INDEX operation_undone ON operation (undone) WHERE undone <> 0;

CREATE TABLE person_journal (
  operation INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  uid       TEXT,
  card      BLOB,
  charset   TEXT,
  photos    BLOB,
  source    INTEGER,
  file      INTEGER,
  created   INTEGER,
  changed   INTEGER,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_journal (
  operation INTEGER NOT NULL,
  name      TEXT NOT NULL,
  existed   INTEGER NOT NULL,
  colour    TEXT,
  PRIMARY KEY (operation, name)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER person_added AFTER INSERT ON person BEGIN
  INSERT INTO person_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
  INSERT INTO person_journal (operation, id, existed, uid, card, charset, photos, source, file, created, changed)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.uid, OLD.card, OLD.charset, OLD.photos, OLD.operation, OLD.file,
          OLD.created, OLD.changed)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER person_gone AFTER DELETE ON person BEGIN
  INSERT INTO person_journal (operation, id, existed, uid, card, charset, photos, source, file, created, changed)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.uid, OLD.card, OLD.charset, OLD.photos, OLD.operation, OLD.file,
          OLD.created, OLD.changed)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tag_added AFTER INSERT ON tag BEGIN
  INSERT INTO tag_journal (operation, name, existed) VALUES ((SELECT operation FROM book), NEW.name, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tag_changed AFTER UPDATE ON tag BEGIN
  INSERT INTO tag_journal (operation, name, existed, colour) VALUES ((SELECT operation FROM book), OLD.name, 1, OLD.colour)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tag_gone AFTER DELETE ON tag BEGIN
  INSERT INTO tag_journal (operation, name, existed, colour) VALUES ((SELECT operation FROM book), OLD.name, 1, OLD.colour)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER person_added; DROP TRIGGER person_changed; DROP TRIGGER person_gone;
DROP TRIGGER tag_added; DROP TRIGGER tag_changed; DROP TRIGGER tag_gone;
DROP TABLE tag_journal; DROP TABLE person_journal; DROP TABLE operation;
