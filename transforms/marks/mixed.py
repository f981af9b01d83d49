"""Quotations that a single mark opens and a double one closes, or nothing: ‘We lost,” he said. Haddad said, ‘We lost.

The single mark stands where only an opening one does, and no other single mark before the end may be its pair.
"""

import re

# At the beginning of a paragraph, or behind a verb of speech and its comma or colon.
_OPENS = re.compile(r"(?:^\s*|\b(?:said|says|added|adds|told \w+|wrote|asked)[,:] )[\u2018'](?=[A-Z])")
_SINGLE_CLOSES = re.compile(r"[\u2019'](?!\w)")
_ENDS = frozenset(".,?!\u2026")


def begin_by_single_mark(text: str, since: int, closer: int) -> int | None:
    """Where a stretch begins that a single mark opens and the double mark at ``closer`` ends behind its comma or stop.

    ``since`` is where the double mark before that ends.
    """
    return _begin(text, since, closer) if text[closer - 1 : closer] in _ENDS else None


def left_open_by_single_mark(text: str, since: int) -> int | None:
    """Where a stretch begins that a single mark opens behind a verb of speech and that runs to its paragraph's end."""
    begin = _begin(text, since, len(text)) if text.rstrip()[-1:] in _ENDS - {","} else None
    return begin if begin and text[: begin - 1].strip() else None


def _begin(text: str, since: int, end: int) -> int | None:
    opening = next(_OPENS.finditer(text, since, end), None)
    return None if opening is None or _SINGLE_CLOSES.search(text, opening.end(), end) else opening.end()
