-- From schema version 2 to 3.

-- A run that was killed in the middle of a long file is gone on with where it was.
CREATE TABLE unfinished_files (
    source_uri VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    pipeline_version VARCHAR NOT NULL,
    article_count BIGINT NOT NULL
);
