-- For each of the most quoted speakers some quotations, each with all its segments: of the latest articles first, and of
-- each article the surest that is more than a scrap; what may as well be another's, last.
WITH said AS (
    SELECT
        coalesce(s.speaker_entity_id, s.speaker_name) AS speaker_key,
        string_agg(q.text, ' … ' ORDER BY q."start") AS text,
        arg_min(q.speaker_text, q."start") AS speaker_text,
        arg_min(q.cue_text, q."start") AS cue_text,
        min(q.confidence) AS confidence,
        min(q."start") AS "start",
        q.article_id
    FROM quotes_once AS q
    JOIN quote_speakers AS s USING (quote_id)
    WHERE
        q.article_id IN (SELECT article_id FROM chosen)
        AND q.kind <> 'indirect'
        AND list_contains($speakers, coalesce(s.speaker_entity_id, s.speaker_name))
    GROUP BY speaker_key, q.article_id, q.utterance_id
),
ranked AS (
    SELECT
        said.*,
        c.title,
        c.publisher,
        c.day,
        c.url,
        c.source_uri,
        row_number() OVER (
            PARTITION BY speaker_key, said.article_id
            ORDER BY said.confidence > 0.5 DESC, length(said.text) >= 40 DESC, said.confidence DESC, said."start"
        ) AS place_in_article
    FROM said
    JOIN chosen AS c USING (article_id)
)
SELECT *
FROM ranked
QUALIFY row_number() OVER (
    PARTITION BY speaker_key ORDER BY confidence > 0.5 DESC, place_in_article, day DESC NULLS LAST, article_id, "start"
) <= $samples
ORDER BY speaker_key, confidence > 0.5 DESC, place_in_article, day DESC NULLS LAST, article_id, "start"
