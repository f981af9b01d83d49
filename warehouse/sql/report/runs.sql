-- The latest runs.
SELECT run_id, started_at, status, detail, files_seen, articles_new, articles_revised, quotes, rejects, code_version, models
FROM runs
ORDER BY started_at DESC
LIMIT 5
