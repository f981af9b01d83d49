-- From schema version 3 to 4.

-- Who else speaks in "Lind and Fox said". Old rows say nothing until their articles are read anew.
ALTER TABLE quotes ADD COLUMN co_speaker_names VARCHAR[];
ALTER TABLE quotes ADD COLUMN co_speaker_local_ids VARCHAR[];
ALTER TABLE quotes ADD COLUMN co_speaker_entity_ids VARCHAR[];
