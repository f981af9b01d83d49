"""What was learned: who of the candidates speaks, by which cue, how likely, and whether a stretch is speech at all."""
