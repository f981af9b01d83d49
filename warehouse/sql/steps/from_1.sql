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

-- Entities: parts of people's names, ids elsewhere, what users decide about them.
ALTER TABLE mentions ADD COLUMN sentence INTEGER;
ALTER TABLE local_entities ADD COLUMN given_name VARCHAR;
ALTER TABLE local_entities ADD COLUMN family_name VARCHAR;
ALTER TABLE local_entities ADD COLUMN name_suffix VARCHAR;
-- A column that may not be null can't be added to a table that has rows, so the table is made anew.
CREATE TABLE entities_of_2 (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    external_ids VARCHAR[] NOT NULL,
    country_code VARCHAR,
    given_name VARCHAR,
    family_name VARCHAR,
    name_suffix VARCHAR,
    mention_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    first_seen_at TIMESTAMPTZ,
    last_seen_at TIMESTAMPTZ
);
INSERT INTO entities_of_2 BY NAME SELECT *, [] AS external_ids FROM entities;
DROP TABLE entities;
ALTER TABLE entities_of_2 RENAME TO entities;

-- Blocks are last words now, whatever the type of the name; the next run links all of them anew.
UPDATE local_entities SET block = regexp_replace(
    CASE
        WHEN label = 'ORG' AND contains(name, ' ') THEN lower(strip_accents(regexp_extract(name, '(\S+)$', 1)))
        ELSE lower(regexp_extract(regexp_replace(block, '^[^:]*:', ''), '(\S+)$', 1))
    END, 's$', ''
);
DELETE FROM unlinked_blocks;
INSERT INTO unlinked_blocks SELECT DISTINCT block FROM local_entities;
CREATE TABLE entity_decisions (
    decision_id VARCHAR NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    kind VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    target_id VARCHAR,
    name VARCHAR,
    article_id VARCHAR,
    local_id VARCHAR,
    note VARCHAR
);
CREATE TABLE listed_entities (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    external_ids VARCHAR[] NOT NULL
);
