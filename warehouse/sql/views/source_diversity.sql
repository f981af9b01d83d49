-- How many voices each publisher quotes (where none is stated, each site), and what share of its quotations the most
-- quoted ones have. A quotation is an act of speaking, whether or not "he said" cuts it in two; copies of an article
-- count once. Among the voices, what several say together counts for each of them.
CREATE OR REPLACE VIEW source_diversity AS
WITH said AS (
    SELECT coalesce(a.publisher, a.site) AS publisher, q.quote_id, q.utterance_id
    FROM quotes_once AS q
    SEMI JOIN quotes_said USING (quote_id)
    JOIN articles AS a USING (article_id)
    WHERE q.speaker_name IS NOT NULL
),
counted AS (
    SELECT
        said.publisher,
        coalesce(s.speaker_entity_id, s.speaker_name) AS speaker,
        count(DISTINCT said.utterance_id) AS quotes
    FROM said
    JOIN quote_speakers AS s USING (quote_id)
    GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY publisher ORDER BY quotes DESC, speaker) AS place FROM counted
),
voices AS (
    SELECT
        publisher,
        count(*) AS speakers,
        sum(quotes) FILTER (place = 1) / sum(quotes) AS share_of_top_1,
        sum(quotes) FILTER (place <= 5) / sum(quotes) AS share_of_top_5,
        sum(quotes) FILTER (place <= 10) / sum(quotes) AS share_of_top_10
    FROM ranked
    GROUP BY publisher
),
publishers AS (
    SELECT publisher, count(DISTINCT utterance_id) AS quotes FROM said GROUP BY publisher
)
SELECT
    publishers.publisher,
    publishers.quotes,
    voices.speakers,
    voices.share_of_top_1,
    voices.share_of_top_5,
    voices.share_of_top_10
FROM publishers
JOIN voices ON voices.publisher IS NOT DISTINCT FROM publishers.publisher
