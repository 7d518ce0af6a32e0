-- What an evening leaves: of a guest what was promised and what they are into, until it is written down with the person; of an
-- event how many names the list had and how many people came, which stays when the guests are forgotten.
-- +goose Up
ALTER TABLE event ADD COLUMN names INTEGER NOT NULL DEFAULT 0;  -- on the list when came was told
ALTER TABLE event ADD COLUMN came INTEGER NOT NULL DEFAULT 0;   -- 0 where nobody told
ALTER TABLE event_journal ADD COLUMN names INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_journal ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
ALTER TABLE guest ADD COLUMN promise TEXT NOT NULL DEFAULT '';
ALTER TABLE guest ADD COLUMN topics TEXT NOT NULL DEFAULT '';   -- one a line
ALTER TABLE guest_journal ADD COLUMN promise TEXT NOT NULL DEFAULT '';
ALTER TABLE guest_journal ADD COLUMN topics TEXT NOT NULL DEFAULT '';
DROP TRIGGER event_changed; DROP TRIGGER event_gone;
DROP TRIGGER guest_changed; DROP TRIGGER guest_gone;
-- +goose StatementBegin
CREATE TRIGGER event_changed AFTER UPDATE ON event BEGIN
  INSERT INTO event_journal (operation, id, existed, title, at, place, link, topics, note, introduction, questions, names, came)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.title, OLD.at, OLD.place, OLD.link, OLD.topics, OLD.note, OLD.introduction, OLD.questions, OLD.names, OLD.came)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_gone AFTER DELETE ON event BEGIN
  INSERT INTO event_journal (operation, id, existed, title, at, place, link, topics, note, introduction, questions, names, came)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.title, OLD.at, OLD.place, OLD.link, OLD.topics, OLD.note, OLD.introduction, OLD.questions, OLD.names, OLD.came)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER guest_changed AFTER UPDATE ON guest BEGIN
  INSERT INTO guest_journal (operation, id, existed, event, number, line, name, parts, before, organisation, role, mail, phone, note, person, stranger, status, coffee, remark, promise, topics)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.event, OLD.number, OLD.line, OLD.name, OLD.parts, OLD.before, OLD.organisation, OLD.role, OLD.mail, OLD.phone, OLD.note, OLD.person, OLD.stranger, OLD.status, OLD.coffee, OLD.remark, OLD.promise, OLD.topics)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER guest_gone AFTER DELETE ON guest BEGIN
  INSERT INTO guest_journal (operation, id, existed, event, number, line, name, parts, before, organisation, role, mail, phone, note, person, stranger, status, coffee, remark, promise, topics)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.event, OLD.number, OLD.line, OLD.name, OLD.parts, OLD.before, OLD.organisation, OLD.role, OLD.mail, OLD.phone, OLD.note, OLD.person, OLD.stranger, OLD.status, OLD.coffee, OLD.remark, OLD.promise, OLD.topics)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER event_changed; DROP TRIGGER event_gone;
DROP TRIGGER guest_changed; DROP TRIGGER guest_gone;
ALTER TABLE guest_journal DROP COLUMN topics; ALTER TABLE guest_journal DROP COLUMN promise;
ALTER TABLE guest DROP COLUMN topics; ALTER TABLE guest DROP COLUMN promise;
ALTER TABLE event_journal DROP COLUMN came; ALTER TABLE event_journal DROP COLUMN names;
ALTER TABLE event DROP COLUMN came; ALTER TABLE event DROP COLUMN names;
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
