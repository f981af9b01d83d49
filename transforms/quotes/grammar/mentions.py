"""An index of an article's mentions, by their places in the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from transforms.quotes.grammar.view import View
from transforms.spans import Mention, Names


class MentionIndex:
    """The mentions of an article's entities, to look up by code points."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._starts = [mention.start for mention in names.mentions]
        self._in_tokens: dict[int, list[tuple[int, int]]] = {}  # by where a paragraph begins
        self._of_token: dict[int, dict[int, tuple[int, int]]] = {}  # ... and by token

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that start in ``[start, end)``."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.names.mentions[low:high]

    def entity_at(self, start: int, end: int) -> int | None:
        """The entity whose mention overlaps ``[start, end)``."""
        at = bisect_right(self._starts, start) - 1
        for index in (at, at + 1):
            if 0 <= index < len(self._starts):
                mention = self.names.mentions[index]
                if mention.start < end and start < mention.end:
                    return mention.entity
        return None

    def in_tokens(self, view: View) -> list[tuple[int, int]]:
        """The mentions of a paragraph that begin outside of quotations, as ranges of tokens."""
        if not view.starts:
            return []
        if view.starts[0] not in self._in_tokens:
            self._in_tokens[view.starts[0]] = list(self._of(view))
        return self._in_tokens[view.starts[0]]

    def end_at(self, token: int, view: View) -> int:
        """The end of the mention that holds a token, else the token's: the parser takes "Kwok Ka-yan" apart."""
        return self._around(token, view)[1]

    def begin_at(self, token: int, view: View) -> int:
        """The begin of the mention that holds a token, else the token: the parser takes "Kwok-Lind" apart."""
        return self._around(token, view)[0]

    def _around(self, token: int, view: View) -> tuple[int, int]:
        """The mention that holds a token, of several the first; else the token alone."""
        if view.starts[0] not in self._of_token:
            in_order = reversed(self.in_tokens(view))
            self._of_token[view.starts[0]] = {held: range_ for range_ in in_order for held in range(*range_)}
        return self._of_token[view.starts[0]].get(token, (token, token + 1))

    def _of(self, view: View) -> Iterator[tuple[int, int]]:
        place = {start: token for token, start in enumerate(view.starts) if view.inside[token] is None}
        for mention in self.between(view.starts[0], view.ends[-1]):
            first = place.get(mention.start)
            if first is not None:
                last = first + 1
                while last < len(view.starts) and view.ends[last] <= mention.end:
                    last += 1
                yield first, last
