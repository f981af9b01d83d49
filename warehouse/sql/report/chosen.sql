-- The articles that a report is about: one of each group of copies, of the days asked for.
CREATE OR REPLACE TEMP TABLE chosen AS
SELECT
    article_id,
    publisher,
    title,
    url,
    source_uri,
    language,
    word_count,
    annotation,
    CAST(coalesce(published_local, published_at AT TIME ZONE 'UTC') AS DATE) AS day
FROM articles
WHERE is_canonical
    AND ($since IS NULL OR CAST(coalesce(published_local, published_at AT TIME ZONE 'UTC') AS DATE) >= $since)
    AND ($until IS NULL OR CAST(coalesce(published_local, published_at AT TIME ZONE 'UTC') AS DATE) <= $until)
