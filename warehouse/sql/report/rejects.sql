-- What was refused, by reason, each with the first few inputs by name.
SELECT reason, count(*) AS inputs, list(source_uri ORDER BY source_uri)[:3] AS examples
FROM rejects
GROUP BY reason
ORDER BY inputs DESC, reason
