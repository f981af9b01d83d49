-- From schema version 1 to 2.

-- Which articles are copies. Articles get their prose_hash, and are compared, by the next run.
ALTER TABLE articles ADD COLUMN prose_hash VARCHAR;
CREATE TABLE fingerprints (
    prose_hash VARCHAR NOT NULL,
    runs BIGINT NOT NULL,
    sampled BIGINT NOT NULL,
    hashes UINTEGER[] NOT NULL
);
CREATE TABLE alike (
    prose_hash VARCHAR NOT NULL,
    other_hash VARCHAR NOT NULL,
    likeness VARCHAR NOT NULL,
    similarity DOUBLE NOT NULL,
    share DOUBLE NOT NULL,
    other_share DOUBLE NOT NULL
);
CREATE TABLE stock_runs (
    hash UINTEGER NOT NULL
);
CREATE TABLE undecided_copies (
    duplicate_group_id VARCHAR NOT NULL,
    prose_hash VARCHAR
);

-- How sure the language of an article is.
ALTER TABLE articles ADD COLUMN language_method VARCHAR;
ALTER TABLE articles ADD COLUMN language_confidence DOUBLE;
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
