-- Whom a card names, so that a network need not read every card. And by which rules the index was derived, so that a book
-- is indexed anew when a program derives it by others.
-- +goose Up
ALTER TABLE person_index ADD COLUMN related TEXT NOT NULL DEFAULT '';
CREATE INDEX person_by_related ON person_index (person, related) WHERE related <> '';
ALTER TABLE book ADD COLUMN derived INTEGER NOT NULL DEFAULT 0;
-- +goose Down
DROP INDEX person_by_related;
ALTER TABLE person_index DROP COLUMN related;
ALTER TABLE book DROP COLUMN derived;
