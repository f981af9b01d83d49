-- Mentions of each entity by day. By week or month: GROUP BY date_trunc('month', day). Articles without a date are
-- not in it.
CREATE OR REPLACE VIEW entity_timeline AS
SELECT
    m.entity_id,
    e.name,
    e.label,
    CAST(coalesce(a.published_local, a.published_at AT TIME ZONE 'UTC') AS DATE) AS day,
    count(*) AS mentions,
    count(DISTINCT m.article_id) AS articles
FROM mentions AS m
JOIN entities AS e USING (entity_id)
JOIN articles AS a USING (article_id)
WHERE coalesce(a.published_local, a.published_at AT TIME ZONE 'UTC') IS NOT NULL
GROUP BY ALL
