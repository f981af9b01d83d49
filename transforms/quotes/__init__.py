"""Quotations: finding them, and finding who said them.

``find.py`` is the way through. Each part may import those before it:

- ``grammar``: what the parse of a paragraph offers, cue frames and the noun phrases that may speak;
- ``learned``: who of them speaks, by which cue, how likely, and whether a stretch is speech at all: the answers;
- ``meaning``: whom a speaker as written stands for;
- ``turns``: speech without a cue, in dialogues, transcripts and interviews;
- the modules beside this one, which none of these imports: the answers put together, with all that a row has.
"""

from transforms.quotes.find import find_quotes

__all__ = ["find_quotes"]
