-- How many voices each publisher quotes, and what share of its quotations the most quoted ones have. A quotation is an
-- act of speaking, whether or not "he said" cuts it in two; copies of an article count once.
CREATE OR REPLACE VIEW source_diversity AS
WITH counted AS (
    SELECT
        a.publisher,
        coalesce(q.speaker_entity_id, q.speaker_name) AS speaker,
        count(DISTINCT q.utterance_id) AS quotes
    FROM quotes_once AS q
    JOIN articles AS a USING (article_id)
    WHERE q.speaker_name IS NOT NULL
    GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY publisher ORDER BY quotes DESC, speaker) AS place FROM counted
)
SELECT
    publisher,
    CAST(sum(quotes) AS BIGINT) AS quotes,
    count(*) AS speakers,
    sum(quotes) FILTER (place = 1) / sum(quotes) AS share_of_top_1,
    sum(quotes) FILTER (place <= 5) / sum(quotes) AS share_of_top_5,
    sum(quotes) FILTER (place <= 10) / sum(quotes) AS share_of_top_10
FROM ranked
GROUP BY publisher
