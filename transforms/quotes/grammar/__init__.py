"""What the parse of a paragraph offers: words, cue frames, and the noun phrases that may speak."""
