-- Articles and quotations by day, week, month or year, whichever gives a readable number of columns; gaps are rows of
-- zeros. Days far from all others (Tukey's fences, on the middle four fifths) would squeeze the rest: they are left out.
WITH middle AS (
    SELECT quantile_disc(day, 0.1) AS low, quantile_disc(day, 0.9) AS high FROM chosen
),
span AS (
    SELECT min(day) AS first_day, max(day) AS last_day
    FROM chosen, middle
    WHERE day - high <= high - low + 30 AND low - day <= high - low + 30
),
unit AS (
    SELECT
        *,
        CASE
            WHEN last_day - first_day <= 45 THEN 'day'
            WHEN last_day - first_day <= 400 THEN 'week'
            WHEN last_day - first_day <= 2500 THEN 'month'
            ELSE 'year'
        END AS unit
    FROM span
),
slots AS (
    SELECT unit, unnest(generate_series(
        date_trunc(unit, first_day), date_trunc(unit, last_day), CAST('1 ' || unit AS INTERVAL)
    )) AS slot
    FROM unit
    WHERE first_day IS NOT NULL
),
quoted AS (
    SELECT article_id, count(*) AS quotes FROM utterances GROUP BY article_id
)
SELECT
    CAST(slots.slot AS DATE) AS slot,
    slots.unit,
    count(c.article_id) FILTER (c.is_canonical) AS articles,
    CAST(coalesce(sum(quoted.quotes), 0) AS BIGINT) AS quotes
FROM slots
LEFT JOIN chosen AS c ON date_trunc(slots.unit, c.day) = slots.slot
LEFT JOIN quoted ON quoted.article_id = c.article_id
GROUP BY slots.slot, slots.unit
ORDER BY slots.slot
