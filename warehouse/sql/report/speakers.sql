-- The most quoted speakers, each with the role that most articles state.
WITH spoken AS (
    SELECT
        coalesce(q.speaker_entity_id, q.speaker_name) AS speaker_key,
        coalesce(e.name, q.speaker_name) AS speaker,
        q.speaker_role,
        q.is_quoted,
        c.duplicate_group_id,
        c.publisher,
        c.day
    FROM voices AS q
    JOIN chosen AS c USING (article_id)
    LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
),
roles AS (
    SELECT speaker_key, speaker_role AS role
    FROM spoken
    WHERE speaker_role IS NOT NULL
    GROUP BY speaker_key, speaker_role
    QUALIFY row_number() OVER (
        PARTITION BY speaker_key ORDER BY count(DISTINCT duplicate_group_id) DESC, count(*) DESC, speaker_role
    ) = 1
)
SELECT
    s.speaker,
    s.speaker_key,
    any_value(roles.role) AS role,
    count(*) AS quotes,
    count(*) FILTER (s.is_quoted) AS quoted,
    count(DISTINCT s.duplicate_group_id) AS articles,
    count(DISTINCT s.publisher) AS publishers,
    min(s.day) AS first_day,
    max(s.day) AS last_day
FROM spoken AS s
LEFT JOIN roles USING (speaker_key)
GROUP BY s.speaker, s.speaker_key
ORDER BY quotes DESC, articles DESC, s.speaker, s.speaker_key
LIMIT $top
