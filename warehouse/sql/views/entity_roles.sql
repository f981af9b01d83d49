-- The titles and roles that articles print for an entity, in whatever case, with how often and when (where no zone is
-- known, the printed time taken as UTC).
CREATE OR REPLACE VIEW entity_roles AS
SELECT
    l.entity_id,
    e.name,
    min(l.role) AS role,
    count(DISTINCT l.article_id) AS articles,
    min(coalesce(a.published_at, a.published_local AT TIME ZONE 'UTC')) AS first_seen_at,
    max(coalesce(a.published_at, a.published_local AT TIME ZONE 'UTC')) AS last_seen_at
FROM (SELECT entity_id, article_id, unnest(roles) AS role FROM local_entities) AS l
JOIN entities AS e USING (entity_id)
JOIN articles AS a USING (article_id)
GROUP BY l.entity_id, e.name, lower(l.role)
