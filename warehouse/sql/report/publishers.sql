-- The outlets that quote most: how much they bring, how many voices they quote, and the share of the three most quoted ones. Among the
-- voices, what several say together counts for each of them.
WITH counted AS (
    SELECT c.publisher, coalesce(q.speaker_entity_id, q.speaker_name) AS speaker, count(*) AS quotes
    FROM voices AS q JOIN chosen AS c USING (article_id)
    GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY publisher ORDER BY quotes DESC, speaker) AS place FROM counted
),
voiced AS (
    SELECT
        publisher,
        count(*) AS speakers,
        sum(quotes) FILTER (place <= 3) / sum(quotes) AS top_share
    FROM ranked
    GROUP BY publisher
),
said AS (
    SELECT article_id, count(*) AS quotes FROM utterances WHERE speaker_name IS NOT NULL GROUP BY article_id
)
SELECT
    c.publisher,
    count(*) FILTER (c.is_canonical) AS articles,
    CAST(coalesce(sum(said.quotes), 0) AS BIGINT) AS quotes,
    coalesce(any_value(voiced.speakers), 0) AS speakers,
    any_value(voiced.top_share) AS top_share
FROM chosen AS c
LEFT JOIN said USING (article_id)
LEFT JOIN voiced ON voiced.publisher IS NOT DISTINCT FROM c.publisher
GROUP BY c.publisher
ORDER BY quotes DESC, articles DESC, c.publisher NULLS LAST
LIMIT $top
