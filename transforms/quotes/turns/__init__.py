"""Speech without a cue: dialogues, transcripts, interviews."""
