-- How the owner of the book introduces themselves, on several kinds of occasions. It is truth: it is written by hand and stands
-- nowhere else. An event has a copy of what was chosen for it, so that it keeps what was said there.
-- +goose Up
CREATE TABLE introduction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  occasion TEXT NOT NULL,
  short_de TEXT NOT NULL,  -- some ten seconds
  long_de TEXT NOT NULL,   -- some thirty
  short_en TEXT NOT NULL,
  long_en TEXT NOT NULL
) STRICT;
CREATE TABLE introduction_journal (
  operation INTEGER NOT NULL,
  id INTEGER NOT NULL,
  existed INTEGER NOT NULL,
  occasion TEXT,
  short_de TEXT,
  long_de TEXT,
  short_en TEXT,
  long_en TEXT,
  PRIMARY KEY (operation, id)
) STRICT, WITHOUT ROWID;
-- +goose StatementBegin
CREATE TRIGGER introduction_added AFTER INSERT ON introduction BEGIN
  INSERT INTO introduction_journal (operation, id, existed) VALUES ((SELECT operation FROM book), NEW.id, 0)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER introduction_changed AFTER UPDATE ON introduction BEGIN
  INSERT INTO introduction_journal (operation, id, existed, occasion, short_de, long_de, short_en, long_en)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.occasion, OLD.short_de, OLD.long_de, OLD.short_en, OLD.long_en)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER introduction_gone AFTER DELETE ON introduction BEGIN
  INSERT INTO introduction_journal (operation, id, existed, occasion, short_de, long_de, short_en, long_en)
  VALUES ((SELECT operation FROM book), OLD.id, 1, OLD.occasion, OLD.short_de, OLD.long_de, OLD.short_en, OLD.long_en)
  ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER introduction_added; DROP TRIGGER introduction_changed; DROP TRIGGER introduction_gone;
DROP TABLE introduction_journal; DROP TABLE introduction;
