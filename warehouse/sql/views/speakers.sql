-- Who is quoted how often, in how many articles, first and last; by the name that the whole corpus gives the speaker.
-- An act of speaking counts once, whether or not "he said" cuts it in two.
-- What several say together counts for each of them; what is hardly said, for nobody (see `quotes_said`).
CREATE OR REPLACE VIEW speakers AS
SELECT
    coalesce(e.name, q.speaker_name) AS speaker_name,
    q.speaker_entity_id,
    g.referential_gender,
    count(DISTINCT q.utterance_id) AS quotes,
    count(DISTINCT q.article_id) AS articles,
    count(DISTINCT q.article_id) FILTER (coalesce(a.published_at, a.published_local) IS NOT NULL) AS dated_articles,
    min(coalesce(a.published_at, a.published_local AT TIME ZONE 'UTC')) AS first_quoted_at,
    max(coalesce(a.published_at, a.published_local AT TIME ZONE 'UTC')) AS last_quoted_at
FROM quote_speakers AS q
SEMI JOIN quotes_said USING (quote_id)
JOIN articles AS a USING (article_id)
LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
LEFT JOIN referential_genders AS g ON g.entity_id = q.speaker_entity_id
GROUP BY ALL
ORDER BY quotes DESC, speaker_name
