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
