-- The picture of the network. Where somebody stands in it is kept, so that the same book gives the same picture everywhere and
-- only newcomers move; like a setting it is no part of the history. How a person calls a circle is truth: circles come and go
-- with the connections, so a name belongs to the people who were in the circle when it was given.
-- +goose Up
CREATE TABLE place (
  picture TEXT NOT NULL,     -- which one
  node    TEXT NOT NULL,     -- "p:12" for a person
  x       REAL NOT NULL,
  y       REAL NOT NULL,
  pinned  INTEGER NOT NULL,  -- 1 where it was put there by hand
  PRIMARY KEY (picture, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE circle (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  name   TEXT NOT NULL,
  people TEXT NOT NULL       -- JSON: IDs in ascending order
) STRICT;
CREATE TABLE circle_journal (
  operation INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  name      TEXT,
  people    TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
-- +goose StatementBegin
CREATE TRIGGER circle_added AFTER INSERT ON circle BEGIN
  INSERT INTO circle_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER circle_changed AFTER UPDATE ON circle BEGIN
  INSERT INTO circle_journal (operation, id, existed, name, people) VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.name, OLD.people)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER circle_gone AFTER DELETE ON circle BEGIN
  INSERT INTO circle_journal (operation, id, existed, name, people) VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.name, OLD.people)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER circle_added; DROP TRIGGER circle_changed; DROP TRIGGER circle_gone;
DROP TABLE circle_journal; DROP TABLE circle; DROP TABLE place;
