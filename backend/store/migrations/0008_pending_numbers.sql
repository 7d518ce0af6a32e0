-- The number of a card that was left for later is never given twice, an undone import's neither: a window may still show the
-- card that had it.
-- +goose Up
CREATE TABLE pending_numbered (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  operation INTEGER NOT NULL,
  file      INTEGER NOT NULL,
  number    INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  name      TEXT NOT NULL,
  card      BLOB NOT NULL,
  charset   TEXT NOT NULL,
  photos    BLOB,
  decision  TEXT NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) SELECT 'pending_numbered', coalesce(max(id), 0) FROM pending_journal;
INSERT INTO pending_numbered (id, operation, file, number, line, name, card, charset, photos, decision)
  SELECT id, operation, file, number, line, name, card, charset, photos, decision FROM pending;
DROP TABLE pending;
ALTER TABLE pending_numbered RENAME TO pending;
CREATE INDEX pending_operation ON pending (operation);
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
CREATE TABLE pending_plain (
  id        INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL,
  file      INTEGER NOT NULL,
  number    INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  name      TEXT NOT NULL,
  card      BLOB NOT NULL,
  charset   TEXT NOT NULL,
  photos    BLOB,
  decision  TEXT NOT NULL
) STRICT;
INSERT INTO pending_plain (id, operation, file, number, line, name, card, charset, photos, decision)
  SELECT id, operation, file, number, line, name, card, charset, photos, decision FROM pending;
DROP TABLE pending;
ALTER TABLE pending_plain RENAME TO pending;
CREATE INDEX pending_operation ON pending (operation);
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
