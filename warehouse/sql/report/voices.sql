-- Who says each utterance: one row for its speaker, and one for each of the others where several speak together.
CREATE OR REPLACE TEMP TABLE voices AS
SELECT article_id, utterance_id, is_quoted, speaker_role, speaker_name, speaker_entity_id
FROM utterances
WHERE speaker_name IS NOT NULL
UNION ALL
SELECT article_id, utterance_id, is_quoted, NULL, unnest(co_speaker_names), unnest(co_speaker_entity_ids)
FROM utterances
