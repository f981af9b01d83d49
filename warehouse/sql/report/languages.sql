-- Languages, and how many of their articles no model was set for.
SELECT
    coalesce(language, 'unknown') AS language,
    count(*) AS articles,
    count(*) FILTER (annotation <> 'done') AS not_annotated
FROM chosen
GROUP BY ALL
ORDER BY articles DESC, language
