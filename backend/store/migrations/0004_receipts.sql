-- Receipts: what an import did, kept with its operation whether that is undone or not; and the cards that were left for later,
-- which are truth and therefore in the journal.
-- +goose Up
CREATE TABLE receipt (
  operation INTEGER PRIMARY KEY REFERENCES operation (id) ON DELETE CASCADE,
  added     INTEGER NOT NULL,
  merged    INTEGER NOT NULL,
  skipped   INTEGER NOT NULL,
  later     INTEGER NOT NULL
) STRICT;
CREATE TABLE receipt_file (
  operation INTEGER NOT NULL REFERENCES receipt (operation) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  file      INTEGER NOT NULL,
  name      TEXT NOT NULL,
  summary   TEXT NOT NULL,  -- JSON
  PRIMARY KEY (operation, file)
) STRICT, WITHOUT ROWID;
CREATE TABLE receipt_finding (
  operation  INTEGER NOT NULL REFERENCES receipt (operation) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  unreadable INTEGER NOT NULL,  -- 0 a repair
  number     INTEGER NOT NULL,
  file       INTEGER NOT NULL,
  card       INTEGER NOT NULL,
  line       INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  text       TEXT NOT NULL,
  made       TEXT NOT NULL,
  PRIMARY KEY (operation, unreadable, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE pending (
  id        INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL,
  file      INTEGER NOT NULL,
  number    INTEGER NOT NULL,  -- of the card in its file
  line      INTEGER NOT NULL,
  name      TEXT NOT NULL,
  card      BLOB NOT NULL,
  charset   TEXT NOT NULL,
  photos    BLOB,
  decision  TEXT NOT NULL      -- '' until decided
) STRICT;
CREATE INDEX pending_operation ON pending (operation);
CREATE TABLE pending_journal (
  operation INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  source    INTEGER,
  file      INTEGER,
  number    INTEGER,
  line      INTEGER,
  name      TEXT,
  card      BLOB,
  charset   TEXT,
  photos    BLOB,
  decision  TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
-- +goose StatementBegin
CREATE TRIGGER pending_added AFTER INSERT ON pending BEGIN
  INSERT INTO pending_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER pending_changed AFTER UPDATE ON pending BEGIN
  INSERT INTO pending_journal (operation, id, existed, source, file, number, line, name, card, charset, photos, decision)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.operation, OLD.file, OLD.number, OLD.line, OLD.name, OLD.card,
          OLD.charset, OLD.photos, OLD.decision)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER pending_gone AFTER DELETE ON pending BEGIN
  INSERT INTO pending_journal (operation, id, existed, source, file, number, line, name, card, charset, photos, decision)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.operation, OLD.file, OLD.number, OLD.line, OLD.name, OLD.card,
          OLD.charset, OLD.photos, OLD.decision)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER pending_added; DROP TRIGGER pending_changed; DROP TRIGGER pending_gone;
DROP TABLE pending_journal; DROP TABLE pending; DROP TABLE receipt_finding; DROP TABLE receipt_file; DROP TABLE receipt;
