-- Groups. A card of a group is kept like every other and is nobody in a list, so what is derived from it stands apart. Who
-- belongs to a group wears its name as a tag: that is truth beside the cards of the members, which stay as they came.
-- +goose Up
CREATE TABLE group_index (
  person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  name   TEXT NOT NULL,
  hash   BLOB NOT NULL   -- of the card's content
) STRICT;

CREATE TABLE membership (
  person INTEGER PRIMARY KEY,
  tags   TEXT NOT NULL   -- joined by U+001F
) STRICT;
CREATE TABLE membership_journal (
  operation INTEGER NOT NULL,
  person    INTEGER NOT NULL,
  existed   INTEGER NOT NULL,
  tags      TEXT,
  PRIMARY KEY (operation, person)
) STRICT, WITHOUT ROWID;
-- +goose StatementBegin
CREATE TRIGGER membership_added AFTER INSERT ON membership BEGIN
  INSERT INTO membership_journal (operation, person, existed) VALUES ((SELECT operation FROM book), NEW.person, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER membership_changed AFTER UPDATE ON membership BEGIN
  INSERT INTO membership_journal (operation, person, existed, tags) VALUES ((SELECT operation FROM book), OLD.person, 1, OLD.tags)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER membership_gone AFTER DELETE ON membership BEGIN
  INSERT INTO membership_journal (operation, person, existed, tags) VALUES ((SELECT operation FROM book), OLD.person, 1, OLD.tags)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER membership_added; DROP TRIGGER membership_changed; DROP TRIGGER membership_gone;
DROP TABLE membership_journal; DROP TABLE membership; DROP TABLE group_index;
