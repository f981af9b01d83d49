-- Pairs of entities that articles mention together: in how many articles, and in how many blocks (paragraphs).
CREATE OR REPLACE VIEW co_mentions AS
WITH placed AS (
    SELECT DISTINCT m.article_id, m.entity_id, b.block_index
    FROM mentions AS m
    LEFT JOIN blocks AS b ON b.article_id = m.article_id AND m."start" >= b."start" AND m."start" < b."end"
    WHERE m.entity_id IS NOT NULL
)
SELECT
    one.entity_id AS entity_id,
    other.entity_id AS other_entity_id,
    any_value(first.name) AS name,
    any_value(second.name) AS other_name,
    count(DISTINCT one.article_id) AS articles,
    count(DISTINCT (one.article_id, one.block_index)) FILTER (one.block_index = other.block_index) AS paragraphs
FROM placed AS one
JOIN placed AS other ON other.article_id = one.article_id AND one.entity_id < other.entity_id
JOIN entities AS first ON first.entity_id = one.entity_id
JOIN entities AS second ON second.entity_id = other.entity_id
GROUP BY one.entity_id, other.entity_id
