-- From schema version 1 to 2.

-- Remote input: whether a file changed is told by its server's tag, without fetching it.
ALTER TABLE files ADD COLUMN remote_tag VARCHAR;

-- What articles state about themselves beyond title, names and times. Old rows state nothing.
ALTER TABLE articles ADD COLUMN subject_codes VARCHAR[];
ALTER TABLE articles ADD COLUMN urgency INTEGER;
ALTER TABLE articles ADD COLUMN is_free BOOLEAN;
ALTER TABLE articles ADD COLUMN images STRUCT("url" VARCHAR, "caption" VARCHAR, "credit" VARCHAR)[];
ALTER TABLE articles ADD COLUMN editor_notes VARCHAR[];
ALTER TABLE articles ADD COLUMN text_repair VARCHAR;

-- Kill notices are kept, so that what they take back stays away.
CREATE TABLE withdrawals (
    "article_id" VARCHAR NOT NULL,
    "source_uri" VARCHAR NOT NULL,
    "file_uri" VARCHAR NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,
    "run_id" VARCHAR NOT NULL
);
