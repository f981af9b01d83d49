-- Who speaks about whom: people, organisations and places named inside the quotations of a speaker.
SELECT
    speaker.name AS speaker,
    about.name AS about,
    about.label AS label,
    count(DISTINCT q.utterance_id) AS quotes,
    count(DISTINCT c.duplicate_group_id) AS articles
FROM quotes_once AS q
SEMI JOIN quotes_said USING (quote_id)
JOIN quote_speakers AS s USING (quote_id)
JOIN chosen AS c ON c.article_id = q.article_id
JOIN mentions AS m ON m.article_id = q.article_id AND m."start" >= q."start" AND m."end" <= q."end"
JOIN entities AS speaker ON speaker.entity_id = s.speaker_entity_id
JOIN entities AS about ON about.entity_id = m.entity_id
WHERE about.label IN ('PERSON', 'ORG', 'GPE') AND about.entity_id <> speaker.entity_id
GROUP BY speaker.entity_id, speaker.name, about.entity_id, about.name, about.label
ORDER BY quotes DESC, articles DESC, speaker, about, speaker.entity_id, about.entity_id
LIMIT $top
