-- Every quotation once, however many copies of its article there are: in each article the quotes whose words no
-- copy before it has. Of articles that share a part (see `article_copies`) the same words count once too, if they
-- are four or more, or have the same speaker. 'Before' is the order by which the canonical copy is chosen.
CREATE OR REPLACE VIEW quotes_once AS
WITH placed AS (
    SELECT
        article_id,
        duplicate_group_id,
        prose_hash,
        row_number() OVER (
            ORDER BY coalesce(published_at, published_local AT TIME ZONE 'UTC') NULLS LAST, word_count DESC, article_id
        ) AS place
    FROM articles
    WHERE duplicate_group_id IN (SELECT duplicate_group_id FROM articles WHERE NOT is_canonical)
        OR prose_hash IN (SELECT prose_hash FROM alike UNION ALL SELECT other_hash FROM alike)
),
said AS (
    SELECT
        q.quote_id,
        coalesce(q.speaker_entity_id, q.speaker_name, q.speaker_text) AS speaker,
        trim(regexp_replace(lower(q.text), '[^\p{L}\p{N}]+', ' ', 'g')) AS words,
        placed.*
    FROM quotes AS q
    JOIN placed USING (article_id)
),
parts AS (
    SELECT prose_hash, other_hash FROM alike WHERE likeness = 'partial'
    UNION ALL
    SELECT other_hash, prose_hash FROM alike WHERE likeness = 'partial'
),
repeated AS (
    SELECT quote_id FROM said QUALIFY place > min(place) OVER (PARTITION BY duplicate_group_id, words)
    UNION ALL
    SELECT later.quote_id
    FROM said AS later
    JOIN parts ON parts.prose_hash = later.prose_hash
    JOIN said AS earlier ON earlier.prose_hash = parts.other_hash AND earlier.words = later.words
    WHERE earlier.place < later.place
        AND (earlier.speaker = later.speaker OR length(later.words) - length(replace(later.words, ' ', '')) >= 3)
)
SELECT q.*
FROM quotes AS q
ANTI JOIN repeated USING (quote_id)
