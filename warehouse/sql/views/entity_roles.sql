-- The titles and roles that articles print for an entity, with how often and when.
CREATE OR REPLACE VIEW entity_roles AS
SELECT
    l.entity_id,
    e.name,
    l.role,
    count(*) AS articles,
    min(a.published_at) AS first_seen_at,
    max(a.published_at) AS last_seen_at
FROM (SELECT entity_id, article_id, unnest(roles) AS role FROM local_entities) AS l
JOIN entities AS e USING (entity_id)
JOIN articles AS a USING (article_id)
GROUP BY ALL
