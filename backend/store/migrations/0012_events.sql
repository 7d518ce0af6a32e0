-- Events and their guest lists. A guest is no person: it stands here alone until it is met, and is forgotten, with what the
-- journal knows of it, some time after the event.
-- +goose Up
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  at TEXT NOT NULL,  -- day, with the time where it is known
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  topics TEXT NOT NULL,  -- JSON
  note TEXT NOT NULL,
  introduction TEXT NOT NULL,
  questions TEXT NOT NULL  -- JSON
) STRICT;
CREATE TABLE event_journal (
  operation INTEGER NOT NULL,
  id INTEGER NOT NULL,
  existed INTEGER NOT NULL,
  title TEXT,
  at TEXT,
  place TEXT,
  link TEXT,
  topics TEXT,
  note TEXT,
  introduction TEXT,
  questions TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE guest (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event INTEGER NOT NULL,
  number INTEGER NOT NULL,  -- of the line in the list
  line TEXT NOT NULL,  -- as it came
  name TEXT NOT NULL,
  parts TEXT NOT NULL,  -- JSON: family, given, additional, prefixes, suffixes
  before TEXT NOT NULL,  -- the family name before a wedding
  organisation TEXT NOT NULL,
  role TEXT NOT NULL,
  mail TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL,
  person INTEGER NOT NULL,  -- who it is, 0 where that is not decided
  stranger INTEGER NOT NULL,  -- decided to be nobody in the book
  status TEXT NOT NULL,  -- open, met or unseen
  coffee INTEGER NOT NULL,
  remark TEXT NOT NULL  -- noted on site or afterwards
) STRICT;
CREATE TABLE guest_journal (
  operation INTEGER NOT NULL,
  id INTEGER NOT NULL,
  existed INTEGER NOT NULL,
  event INTEGER,
  number INTEGER,
  line TEXT,
  name TEXT,
  parts TEXT,
  before TEXT,
  organisation TEXT,
  role TEXT,
  mail TEXT,
  phone TEXT,
  note TEXT,
  person INTEGER,
  stranger INTEGER,
  status TEXT,
  coffee INTEGER,
  remark TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_of_event ON guest (event, number);
CREATE INDEX guest_person ON guest (person) WHERE person <> 0;
-- +goose StatementBegin
CREATE TRIGGER event_added AFTER INSERT ON event BEGIN
  INSERT INTO event_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_changed AFTER UPDATE ON event BEGIN
  INSERT INTO event_journal (operation, id, existed, title, at, place, link, topics, note, introduction, questions)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.title, OLD.at, OLD.place, OLD.link, OLD.topics, OLD.note, OLD.introduction, OLD.questions)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_gone AFTER DELETE ON event BEGIN
  INSERT INTO event_journal (operation, id, existed, title, at, place, link, topics, note, introduction, questions)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.title, OLD.at, OLD.place, OLD.link, OLD.topics, OLD.note, OLD.introduction, OLD.questions)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER guest_added AFTER INSERT ON guest BEGIN
  INSERT INTO guest_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER guest_changed AFTER UPDATE ON guest BEGIN
  INSERT INTO guest_journal (operation, id, existed, event, number, line, name, parts, before, organisation, role, mail, phone, note, person, stranger, status, coffee, remark)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.event, OLD.number, OLD.line, OLD.name, OLD.parts, OLD.before, OLD.organisation, OLD.role, OLD.mail, OLD.phone, OLD.note, OLD.person, OLD.stranger, OLD.status, OLD.coffee, OLD.remark)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER guest_gone AFTER DELETE ON guest BEGIN
  INSERT INTO guest_journal (operation, id, existed, event, number, line, name, parts, before, organisation, role, mail, phone, note, person, stranger, status, coffee, remark)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.event, OLD.number, OLD.line, OLD.name, OLD.parts, OLD.before, OLD.organisation, OLD.role, OLD.mail, OLD.phone, OLD.note, OLD.person, OLD.stranger, OLD.status, OLD.coffee, OLD.remark)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER event_added; DROP TRIGGER event_changed; DROP TRIGGER event_gone;
DROP TRIGGER guest_added; DROP TRIGGER guest_changed; DROP TRIGGER guest_gone;
DROP TABLE guest_journal; DROP TABLE guest; DROP TABLE event_journal; DROP TABLE event;
