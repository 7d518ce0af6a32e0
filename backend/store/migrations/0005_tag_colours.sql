-- Every tag that a card brings in is given a colour of its own. Such a row does not let the tag stand before anybody wears it:
-- stands 0.
-- +goose Up
ALTER TABLE tag ADD COLUMN stands INTEGER NOT NULL DEFAULT 1;
ALTER TABLE tag_journal ADD COLUMN stands INTEGER DEFAULT 1;
DROP TRIGGER tag_changed;
DROP TRIGGER tag_gone;
-- +goose StatementBegin
CREATE TRIGGER tag_changed AFTER UPDATE ON tag BEGIN
  INSERT INTO tag_journal (operation, name, existed, colour, stands)
  VALUES ((SELECT operation FROM book), OLD.name, 1, OLD.colour, OLD.stands)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tag_gone AFTER DELETE ON tag BEGIN
  INSERT INTO tag_journal (operation, name, existed, colour, stands)
  VALUES ((SELECT operation FROM book), OLD.name, 1, OLD.colour, OLD.stands)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER tag_changed;
DROP TRIGGER tag_gone;
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
ALTER TABLE tag_journal DROP COLUMN stands;
ALTER TABLE tag DROP COLUMN stands;
