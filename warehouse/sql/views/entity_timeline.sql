-- Mentions of each entity by day, with the Monday of its week and the first of its month: for those, sum up the days.
-- Articles without a date are not in it.
CREATE OR REPLACE VIEW entity_timeline AS
SELECT
    m.entity_id,
    e.name,
    e.label,
    CAST(coalesce(a.published_local, a.published_at AT TIME ZONE 'UTC') AS DATE) AS day,
    CAST(date_trunc('week', day) AS DATE) AS week,
    CAST(date_trunc('month', day) AS DATE) AS month,
    count(*) AS mentions,
    count(DISTINCT m.article_id) AS articles
FROM mentions AS m
JOIN entities AS e USING (entity_id)
JOIN articles AS a USING (article_id)
WHERE coalesce(a.published_local, a.published_at AT TIME ZONE 'UTC') IS NOT NULL
GROUP BY ALL
