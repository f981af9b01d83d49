-- Languages, and how many of their articles no model was set for.
SELECT
    coalesce(language, 'unknown') AS language,
    count(*) AS articles,
    count(*) FILTER (annotation <> 'done') AS not_annotated
FROM chosen
WHERE is_canonical
GROUP BY ALL
ORDER BY articles DESC, language
