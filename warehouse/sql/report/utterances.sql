-- What was said in the chosen articles, each utterance once: a quotation that 'he said' splits is two rows of `quotes`.
-- Its speaker is that of its first row that names one: words repeated in a headline may stand there without.
CREATE OR REPLACE TEMP TABLE utterances AS
WITH said AS (
    SELECT
        article_id,
        utterance_id,
        first({
            speaker_text: speaker_text,
            speaker_name: speaker_name,
            speaker_entity_id: speaker_entity_id,
            speaker_role: speaker_role,
            co_speaker_names: co_speaker_names,
            co_speaker_entity_ids: co_speaker_entity_ids
        } ORDER BY speaker_name IS NULL, "start") AS speaker,
        bool_or(kind <> 'indirect') AS is_quoted,
        min(confidence) AS confidence
    FROM quotes_once SEMI JOIN chosen USING (article_id) SEMI JOIN quotes_said USING (quote_id)
    GROUP BY article_id, utterance_id
)
SELECT
    article_id,
    utterance_id,
    speaker.speaker_text AS speaker_text,
    speaker.speaker_name AS speaker_name,
    speaker.speaker_entity_id AS speaker_entity_id,
    speaker.speaker_role AS speaker_role,
    speaker.co_speaker_names AS co_speaker_names,
    speaker.co_speaker_entity_ids AS co_speaker_entity_ids,
    is_quoted,
    confidence
FROM said
