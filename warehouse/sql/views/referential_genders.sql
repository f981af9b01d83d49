-- By which gender articles refer to a person: in how many by which, and the one that at least three of four of these use.
-- It is told by pronouns, titles and nouns ("she", "Ms.", "congresswoman"); by a name, never.
CREATE OR REPLACE VIEW referential_genders AS
SELECT
    entity_id,
    count_if(referential_gender = 'feminine') AS feminine_articles,
    count_if(referential_gender = 'masculine') AS masculine_articles,
    CASE
        WHEN feminine_articles >= 3 * masculine_articles THEN 'feminine'
        WHEN masculine_articles >= 3 * feminine_articles THEN 'masculine'
    END AS referential_gender
FROM local_entities
WHERE referential_gender IS NOT NULL
GROUP BY entity_id
