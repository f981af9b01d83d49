-- Who speaks about whom: speakers with the entities that stand inside their quotations.
CREATE OR REPLACE VIEW quoted_about AS
SELECT
    s.speaker_entity_id,
    speaker.name AS speaker,
    m.entity_id AS about_entity_id,
    about.name AS about,
    about.label AS about_label,
    count(DISTINCT q.utterance_id) AS quotes,
    count(DISTINCT q.article_id) AS articles
FROM quotes_said AS q
JOIN quote_speakers AS s USING (quote_id)
JOIN mentions AS m ON m.article_id = q.article_id AND m."start" >= q."start" AND m."end" <= q."end"
JOIN entities AS speaker ON speaker.entity_id = s.speaker_entity_id
JOIN entities AS about ON about.entity_id = m.entity_id
GROUP BY ALL
