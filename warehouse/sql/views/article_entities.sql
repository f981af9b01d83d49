-- Per article and entity: how often it is mentioned, and whether the title names it.
CREATE OR REPLACE VIEW article_entities AS
SELECT
    m.article_id,
    m.entity_id,
    e.name,
    e.label,
    count(*) AS mention_count,
    bool_or(b.article_id IS NOT NULL) AS in_title
FROM mentions AS m
JOIN entities AS e USING (entity_id)
LEFT JOIN blocks AS b
    ON b.article_id = m.article_id AND b.kind = 'title' AND m."start" >= b."start" AND m."end" <= b."end"
GROUP BY m.article_id, m.entity_id, e.name, e.label
