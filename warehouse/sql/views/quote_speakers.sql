-- Who says each quotation: one row for its speaker, and one for each of the others where several speak together.
-- A quotation whose speaker has no name has no row.
CREATE OR REPLACE VIEW quote_speakers AS
SELECT quote_id, utterance_id, article_id, speaker_name, speaker_entity_id
FROM quotes
WHERE speaker_name IS NOT NULL
UNION ALL
SELECT quote_id, utterance_id, article_id, unnest(co_speaker_names), unnest(co_speaker_entity_ids)
FROM quotes
