-- Pairs of entities that articles mention together: in how many articles, and in how many of their sentences.
CREATE OR REPLACE VIEW co_mentions AS
WITH placed AS (
    SELECT DISTINCT article_id, entity_id, sentence
    FROM mentions
    WHERE entity_id IS NOT NULL
),
in_articles AS (
    SELECT one.entity_id, other.entity_id AS other_entity_id, count(*) AS articles
    FROM (SELECT DISTINCT article_id, entity_id FROM placed) AS one
    JOIN (SELECT DISTINCT article_id, entity_id FROM placed) AS other
        ON other.article_id = one.article_id AND one.entity_id < other.entity_id
    GROUP BY ALL
),
in_sentences AS (
    SELECT one.entity_id, other.entity_id AS other_entity_id, count(*) AS sentences
    FROM placed AS one
    JOIN placed AS other
        ON other.article_id = one.article_id AND other.sentence = one.sentence AND one.entity_id < other.entity_id
    GROUP BY ALL
)
SELECT
    pair.entity_id,
    pair.other_entity_id,
    one.name,
    one.label,
    other.name AS other_name,
    other.label AS other_label,
    pair.articles,
    coalesce(in_sentences.sentences, 0) AS sentences
FROM in_articles AS pair
LEFT JOIN in_sentences USING (entity_id, other_entity_id)
JOIN entities AS one ON one.entity_id = pair.entity_id
JOIN entities AS other ON other.entity_id = pair.other_entity_id
