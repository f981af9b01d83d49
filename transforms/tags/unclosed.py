"""Tags within English quotations whose closing mark is missing: ``“We lost a boat, she said. “It was old.”``.

Without that mark the stretch runs on to the next opening one, with the tag in it. It is told by form alone: a comma,
somebody and a verb of speech, at the very end of a stretch that nothing closes before another one opens.
"""

import re
from functools import cache
from itertools import repeat

from transforms.language import FRENCH
from transforms.marks import Segment
from transforms.wordlists import entries, word_set

_SOMEBODY = r"(?:he|she|they|(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w\u2019'-]+|[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]*){0,3})"


def without_tags_at_end(text: str, segments: tuple[Segment, ...], language: str) -> tuple[Segment, ...]:
    """The quoted stretches of a paragraph, with those that nothing closes ending before the tag that they end with.

    The last stretch is left alone: where nothing closes it, it may go on in the next paragraph, and tell a story.
    """
    if language == FRENCH:
        return segments
    return tuple(map(_without_tag, repeat(text), segments[:-1])) + segments[-1:]


def _without_tag(text: str, segment: Segment) -> Segment:
    if segment.closes or not segment.opens:
        return segment
    tag = _tag_at_end().search(text, segment.start, segment.end)
    if tag is None or not any(map(str.isalnum, text[segment.start : tag.start()])):
        return segment
    return Segment(segment.start, tag.start() + 1)  # with its comma


@cache
def _tag_at_end() -> re.Pattern[str]:
    verbs = "|".join(sorted(_verbs(), key=len, reverse=True))
    return re.compile(rf"[,?!] (?:{_SOMEBODY} (?:{verbs})|(?:{verbs}) {_SOMEBODY})\.?$")


@cache
def _verbs() -> frozenset[str]:
    """Verbs of speech as they stand beside somebody, in the past and in the present."""
    lines = [*entries("transforms", "quotes/data/en/cues/verbs.txt"), *entries("transforms.tags", "unclosed_verbs.txt")]
    lemmas = {lemma for line in lines for lemma in line.split()}
    regular = {lemma + ending for lemma in lemmas for ending in ("s", "d" if lemma.endswith("e") else "ed")}
    return word_set("transforms.names", "data/speech_verbs.txt") | regular
