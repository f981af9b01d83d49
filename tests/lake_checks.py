"""What holds in every lake, as queries: spans slice back to their texts, and quotations agree with entities."""

SLICES = """
WITH spans AS (
    SELECT article_id, 'block' AS what, "start", "end", text FROM blocks
    UNION ALL SELECT article_id, 'mention', "start", "end", text FROM mentions
    UNION ALL SELECT article_id, 'quote', "start", "end", text FROM quotes
    UNION ALL SELECT article_id, 'speaker', speaker_start, speaker_end, speaker_text FROM quotes
    UNION ALL SELECT article_id, 'cue', cue_start, cue_end, cue_text FROM quotes
)
SELECT what, count(*) AS spans, count(*) FILTER (a.text[s."start" + 1:s."end"] IS DISTINCT FROM s.text) AS wrong
FROM spans AS s JOIN articles AS a USING (article_id)
WHERE s."start" IS NOT NULL GROUP BY what ORDER BY what
"""

AGREE = """
SELECT
    count(*) FILTER (q.speaker_name IS NOT NULL) AS named,
    count(*) FILTER (q.speaker_name IS NOT NULL AND e.entity_id IS NULL) AS without_entity,
    count(*) FILTER (q.speaker_entity_id IS DISTINCT FROM l.entity_id) AS at_odds
FROM quotes AS q
LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
LEFT JOIN local_entities AS l ON l.article_id = q.article_id AND l.local_id = q.speaker_local_id
"""
