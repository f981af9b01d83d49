-- How sure the speakers are, in steps of a tenth.
SELECT least(CAST(floor(confidence * 10) AS INTEGER), 9) AS tenth, count(*) AS quotes
FROM utterances
WHERE speaker_text IS NOT NULL
GROUP BY tenth
ORDER BY tenth
