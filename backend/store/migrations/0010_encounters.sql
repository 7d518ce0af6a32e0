-- What a card cannot say: encounters with people, and the threads that were left open. Both are truth. Whom each is about
-- stands in it as a JSON list of IDs; the tables that find them by person are derived from it.
-- +goose Up
CREATE TABLE encounter (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind   TEXT NOT NULL,     -- coffee, call, message, event or meeting
  day    TEXT NOT NULL,     -- YYYY-MM-DD
  people TEXT NOT NULL,     -- JSON: IDs in ascending order
  event  INTEGER NOT NULL,  -- at which it was, 0 without one
  note   TEXT NOT NULL
) STRICT;
CREATE TABLE encounter_journal (
  operation INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  kind      TEXT,
  day       TEXT,
  people    TEXT,
  event     INTEGER,
  note      TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE encounter_person (
  person    INTEGER NOT NULL,
  encounter INTEGER NOT NULL,
  PRIMARY KEY (person, encounter)
) STRICT, WITHOUT ROWID;
CREATE INDEX encounter_people ON encounter_person (encounter);

CREATE TABLE thread (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  text   TEXT NOT NULL,
  state  TEXT NOT NULL,     -- open, done or dropped
  people TEXT NOT NULL,     -- JSON: IDs in ascending order
  event  INTEGER NOT NULL,  -- at which it came up, 0 without one
  opened TEXT NOT NULL,     -- YYYY-MM-DD
  closed TEXT NOT NULL      -- YYYY-MM-DD, '' while open
) STRICT;
CREATE TABLE thread_journal (
  operation INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  text      TEXT,
  state     TEXT,
  people    TEXT,
  event     INTEGER,
  opened    TEXT,
  closed    TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE thread_person (
  person INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  PRIMARY KEY (person, thread)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_people ON thread_person (thread);

-- +goose StatementBegin
CREATE TRIGGER encounter_added AFTER INSERT ON encounter BEGIN
  INSERT INTO encounter_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
  INSERT OR IGNORE INTO encounter_person (person, encounter) SELECT value, NEW.id FROM json_each(NEW.people);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER encounter_changed AFTER UPDATE ON encounter BEGIN
  INSERT INTO encounter_journal (operation, id, existed, kind, day, people, event, note)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.kind, OLD.day, OLD.people, OLD.event, OLD.note)
  ON CONFLICT DO NOTHING;
  DELETE FROM encounter_person WHERE encounter = OLD.id;
  INSERT OR IGNORE INTO encounter_person (person, encounter) SELECT value, NEW.id FROM json_each(NEW.people);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER encounter_gone AFTER DELETE ON encounter BEGIN
  INSERT INTO encounter_journal (operation, id, existed, kind, day, people, event, note)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.kind, OLD.day, OLD.people, OLD.event, OLD.note)
  ON CONFLICT DO NOTHING;
  DELETE FROM encounter_person WHERE encounter = OLD.id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER thread_added AFTER INSERT ON thread BEGIN
  INSERT INTO thread_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
  INSERT OR IGNORE INTO thread_person (person, thread) SELECT value, NEW.id FROM json_each(NEW.people);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER thread_changed AFTER UPDATE ON thread BEGIN
  INSERT INTO thread_journal (operation, id, existed, text, state, people, event, opened, closed)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.text, OLD.state, OLD.people, OLD.event, OLD.opened, OLD.closed)
  ON CONFLICT DO NOTHING;
  DELETE FROM thread_person WHERE thread = OLD.id;
  INSERT OR IGNORE INTO thread_person (person, thread) SELECT value, NEW.id FROM json_each(NEW.people);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER thread_gone AFTER DELETE ON thread BEGIN
  INSERT INTO thread_journal (operation, id, existed, text, state, people, event, opened, closed)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.text, OLD.state, OLD.people, OLD.event, OLD.opened, OLD.closed)
  ON CONFLICT DO NOTHING;
  DELETE FROM thread_person WHERE thread = OLD.id;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER encounter_added; DROP TRIGGER encounter_changed; DROP TRIGGER encounter_gone;
DROP TRIGGER thread_added; DROP TRIGGER thread_changed; DROP TRIGGER thread_gone;
DROP TABLE thread_person; DROP TABLE thread_journal; DROP TABLE thread;
DROP TABLE encounter_person; DROP TABLE encounter_journal; DROP TABLE encounter;
