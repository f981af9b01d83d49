-- The articles that a report is about: those of the days asked for. Of a group of copies only the canonical one counts
-- as an article, but all may be quoted from: a copy may have words that no other has (see `quotes_once`).
-- Where no publisher is stated, the site is the outlet.
CREATE OR REPLACE TEMP TABLE chosen AS
SELECT
    article_id,
    duplicate_group_id,
    is_canonical,
    coalesce(publisher, site) AS publisher,
    title,
    url,
    source_uri,
    language,
    word_count,
    annotation,
    CAST(coalesce(published_local, published_at AT TIME ZONE 'UTC') AS DATE) AS day
FROM articles
WHERE
    ($since IS NULL OR CAST(coalesce(published_local, published_at AT TIME ZONE 'UTC') AS DATE) >= $since)
    AND ($until IS NULL OR CAST(coalesce(published_local, published_at AT TIME ZONE 'UTC') AS DATE) <= $until)
