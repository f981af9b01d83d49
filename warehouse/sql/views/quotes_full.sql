-- Every quote with the title, publisher and time of its article, and the speaker by the name that the whole corpus
-- gives them: where an article only says 'Voss', `speaker` is 'Helena Voss' if other articles tell. `is_said` is false of
-- what is hardly said (see `quotes_said`).
CREATE OR REPLACE VIEW quotes_full AS
SELECT
    q.*,
    coalesce(e.name, q.speaker_name, q.speaker_text) AS speaker,
    q.quote_id IN (SELECT quote_id FROM quotes_said) AS is_said,
    a.title,
    a.publisher,
    a.site,
    a.published_at,
    a.published_local,
    a.url,
    a.source_uri
FROM quotes AS q
JOIN articles AS a USING (article_id)
LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
