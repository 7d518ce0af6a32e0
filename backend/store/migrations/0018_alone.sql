-- Who stands alone has a place in the picture like everybody else, on the ring around it. Once they are connected that place
-- says nothing any more: they move in near those they know.
-- +goose Up
ALTER TABLE place ADD COLUMN alone INTEGER NOT NULL DEFAULT 0;  -- 1 for who was connected with nobody when they were put there
-- +goose Down
ALTER TABLE place DROP COLUMN alone;
