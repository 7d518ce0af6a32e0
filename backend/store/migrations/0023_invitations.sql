-- What an invitation (.ics) said of an event when it came last, with its UID (RFC 5545, 3.8.4.7): by it the event is known again when
-- the invitation comes once more, and what it says otherwise now is told from what a person wrote otherwise.
-- +goose Up
ALTER TABLE event ADD COLUMN invitation TEXT NOT NULL DEFAULT '[]';  -- JSON: uid, title, at, place, link, note; [] where none brought it
ALTER TABLE event_journal ADD COLUMN invitation TEXT NOT NULL DEFAULT '[]';
DROP TRIGGER event_changed; DROP TRIGGER event_gone;
-- +goose StatementBegin
CREATE TRIGGER event_changed AFTER UPDATE ON event BEGIN
  INSERT INTO event_journal (operation, id, existed, title, at, place, link, topics, note, introduction, questions, names, came, invitation)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.title, OLD.at, OLD.place, OLD.link, OLD.topics, OLD.note, OLD.introduction, OLD.questions, OLD.names, OLD.came, OLD.invitation)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_gone AFTER DELETE ON event BEGIN
  INSERT INTO event_journal (operation, id, existed, title, at, place, link, topics, note, introduction, questions, names, came, invitation)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.title, OLD.at, OLD.place, OLD.link, OLD.topics, OLD.note, OLD.introduction, OLD.questions, OLD.names, OLD.came, OLD.invitation)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER event_changed; DROP TRIGGER event_gone;
ALTER TABLE event_journal DROP COLUMN invitation; ALTER TABLE event DROP COLUMN invitation;
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
