-- By which gender articles refer to the people who are quoted, with how many utterances and people each has.
SELECT
    g.referential_gender AS gender,
    count(*) AS quotes,
    count(DISTINCT q.speaker_entity_id) AS people
FROM voices AS q
JOIN entities AS e ON e.entity_id = q.speaker_entity_id AND e.label = 'PERSON'
LEFT JOIN referential_genders AS g ON g.entity_id = q.speaker_entity_id
GROUP BY ALL
ORDER BY gender NULLS LAST
