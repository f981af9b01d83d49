-- Outlets: how much they bring, how many voices they quote, and the share of the three most quoted ones.
WITH voices AS (
    SELECT c.publisher, coalesce(q.speaker_entity_id, q.speaker_name) AS speaker, count(*) AS quotes
    FROM utterances AS q JOIN chosen AS c USING (article_id)
    WHERE q.speaker_name IS NOT NULL
    GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY publisher ORDER BY quotes DESC, speaker) AS place FROM voices
),
voiced AS (
    SELECT
        publisher,
        CAST(sum(quotes) AS BIGINT) AS quotes,
        count(*) AS speakers,
        sum(quotes) FILTER (place <= 3) / sum(quotes) AS top_share
    FROM ranked
    GROUP BY publisher
)
SELECT
    c.publisher,
    count(*) FILTER (c.is_canonical) AS articles,
    coalesce(any_value(voiced.quotes), 0) AS quotes,
    coalesce(any_value(voiced.speakers), 0) AS speakers,
    any_value(voiced.top_share) AS top_share
FROM chosen AS c
LEFT JOIN voiced ON voiced.publisher IS NOT DISTINCT FROM c.publisher
GROUP BY c.publisher
ORDER BY articles DESC, c.publisher NULLS LAST
LIMIT $top
