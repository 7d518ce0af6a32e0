-- What people are into, offer and ask about, and the organisations that their line in a list does not name: second ones and
-- those that are over. Both are derived from the cards, and cost nothing for a card that says neither.
-- +goose Up
CREATE TABLE topic_word (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  key  TEXT NOT NULL         -- the same for all spellings of a topic
) STRICT;
CREATE INDEX topic_by_key ON topic_word (key);
CREATE TABLE person_topic (
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  topic  INTEGER NOT NULL,
  kind   TEXT NOT NULL,      -- interest, offer or question
  PRIMARY KEY (person, topic, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_topic ON person_topic (topic);

CREATE TABLE person_organisation (
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name   TEXT NOT NULL,
  former INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_other_organisation ON person_organisation (name);
-- +goose Down
DROP TABLE person_organisation; DROP TABLE person_topic; DROP TABLE topic_word;
