-- Articles that have text in common: copies, and partial syndication (wire copy that was trimmed, topped or merged).
-- Each pair stands here from both sides. `share` is how much of the article is in the other, `other_share` how much
-- of the other is in the article, `containment` the larger of the two: the part of the shorter text that the longer
-- has. `similarity` is what both have, of all that either has. Copies of one wording are told with 1.
CREATE OR REPLACE VIEW article_copies AS
WITH told AS (
    SELECT prose_hash, other_hash, likeness, similarity, share, other_share FROM alike
    UNION ALL
    SELECT other_hash, prose_hash, likeness, similarity, other_share, share FROM alike
    UNION ALL
    SELECT prose_hash, prose_hash, 'copy', 1, 1, 1 FROM articles GROUP BY prose_hash HAVING count(*) > 1
)
SELECT
    one.article_id,
    other.article_id AS other_id,
    told.likeness,
    told.similarity,
    greatest(told.share, told.other_share) AS containment,
    told.share,
    told.other_share
FROM told
JOIN articles AS one ON one.prose_hash = told.prose_hash
JOIN articles AS other ON other.prose_hash = told.other_hash AND other.article_id <> one.article_id
