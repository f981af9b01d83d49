-- The most quoted speakers.
SELECT
    coalesce(e.name, q.speaker_name) AS speaker,
    coalesce(q.speaker_entity_id, q.speaker_name) AS speaker_key,
    mode(q.speaker_role ORDER BY q.speaker_role) AS role,
    count(*) AS quotes,
    count(*) FILTER (q.is_quoted) AS quoted,
    count(DISTINCT c.duplicate_group_id) AS articles,
    count(DISTINCT c.publisher) AS publishers,
    min(c.day) AS first_day,
    max(c.day) AS last_day
FROM voices AS q
JOIN chosen AS c USING (article_id)
LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
GROUP BY ALL
ORDER BY quotes DESC, articles DESC, speaker, speaker_key
LIMIT $top
