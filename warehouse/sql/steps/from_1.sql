-- From schema version 1 to 2.

-- Entities: parts of people's names, ids elsewhere, what users decide about them.
ALTER TABLE local_entities ADD COLUMN given_name VARCHAR;
ALTER TABLE local_entities ADD COLUMN family_name VARCHAR;
ALTER TABLE local_entities ADD COLUMN name_suffix VARCHAR;
ALTER TABLE entities ADD COLUMN given_name VARCHAR;
ALTER TABLE entities ADD COLUMN family_name VARCHAR;
ALTER TABLE entities ADD COLUMN name_suffix VARCHAR;
ALTER TABLE entities ADD COLUMN external_ids VARCHAR[];
UPDATE entities SET external_ids = [];
ALTER TABLE entities ALTER COLUMN external_ids SET NOT NULL;
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
