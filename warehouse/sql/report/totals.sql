-- One row: how much there is.
SELECT
    (SELECT count(*) FROM chosen WHERE is_canonical) AS articles,
    (SELECT count(*) FROM chosen WHERE NOT is_canonical) AS copies,
    (SELECT count(DISTINCT publisher) FROM chosen) AS publishers,
    (SELECT CAST(coalesce(sum(word_count), 0) AS BIGINT) FROM chosen WHERE is_canonical) AS words,
    (SELECT min(day) FROM chosen) AS first_day,
    (SELECT max(day) FROM chosen) AS last_day,
    (SELECT count(*) FROM chosen WHERE is_canonical AND day IS NULL) AS undated,
    (
        SELECT count(*) FROM articles
        WHERE is_canonical AND published_local IS NULL AND published_at IS NULL
            AND article_id NOT IN (SELECT article_id FROM chosen)
    ) AS undated_left_out,
    (SELECT count(*) FROM chosen WHERE is_canonical AND annotation <> 'done') AS not_annotated,
    count(*) AS quotes,
    count(*) FILTER (is_quoted) AS quoted,
    count(*) FILTER (NOT is_quoted) AS reported,
    (SELECT count(DISTINCT coalesce(speaker_entity_id, speaker_name)) FROM voices) AS speakers,
    count(*) FILTER (speaker_name IS NOT NULL) AS named,
    count(*) FILTER (speaker_name IS NULL AND speaker_text IS NOT NULL) AS unresolved,
    count(*) FILTER (speaker_text IS NULL) AS open
FROM utterances
