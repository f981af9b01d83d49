"""Turns of a dialogue that stand behind dashes: in no marks, or within guillemets that only the first and last have."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.marks.forms import Segment, trimmed

_LONG_DASH = re.compile(r"\s*[\u2014\u2015]\s*(?=[^\W\d_]|[\u00bf\u00a1])")
_TAG = re.compile(
    r"(?:(?<=[?!\u2026])|,)\s(?:[^\W\d_]+(?:-t)?-(?:il|elle|on|je|ils|elles)\b|[^\W\d_]+\s[A-Z][\w.'\u2019 -]*[.]?$"
    r"|(?:[a-z]+ed|said|says|cried) (?:the|a|an|his|her|their|my|our|one|another) [\w.'\u2019 -]+[.]?$).*$"
)
# French print opens a dialogue with a guillemet and each turn after the first with a dash of either length.
_DASH = re.compile(r"\s*[\u2013\u2014\u2015]\s*(?=[^\W\d_]|[\u00bf\u00a1])")
_FEWEST_TURNS = 2
_FEWEST_IN_A_ROW = 4  # turns behind shorter dashes, which more often open the items of a list
# What tells turns from the items of a list: a question, a call, a tag, or who speaks of himself or to somebody.
_SPOKEN = re.compile(
    r"[?!\u2026]|\b(?:i|you|we|my|your|our|us|je|tu|nous|vous|mon|ma|votre|notre|yo|usted|nosotros|mi|su)\b|\bj['\u2019]",
    re.IGNORECASE,
)


def turns_in_guillemets(paragraphs: Sequence[str]) -> dict[int, tuple[Segment, ...]]:
    """What is said in each turn, by its paragraph, of a dialogue which a guillemet opens and another one ends."""
    found: dict[int, tuple[Segment, ...]] = {}
    is_open = False
    for i, text in enumerate(paragraphs):
        dash = _DASH.match(text) if is_open else None
        if dash is not None:
            end = text.find("\u00bb", dash.end())
            found[i] = _said(text, dash.end(), end if end >= 0 else len(text), closes=end >= 0)
        is_open = (dash is not None or "\u00ab" in text) and text.rfind("\u00ab") >= text.rfind("\u00bb")
    return found


def turns_in_a_row(paragraphs: Sequence[str]) -> dict[int, tuple[Segment, ...]]:
    """What is said in each turn of a dialogue in no marks: each behind a dash, some questions and some answers."""
    found: dict[int, tuple[Segment, ...]] = {}
    row: list[int] = []
    for i, text in enumerate([*paragraphs, ""]):
        if _DASH.match(text):
            row.append(i)
            continue
        asked = sum(paragraphs[at].rstrip().endswith("?") for at in row)
        if len(row) >= _FEWEST_IN_A_ROW and _FEWEST_TURNS <= asked <= len(row) - _FEWEST_TURNS:
            found |= {at: _behind(_DASH, paragraphs[at]) for at in row}
        row = []
    return found


def turns_behind_long_dashes(paragraphs: Sequence[str]) -> dict[int, tuple[Segment, ...]]:
    """What is said in each paragraph behind a long dash, if there are several and something in them is spoken."""
    turns = {i: text for i, text in enumerate(paragraphs) if _LONG_DASH.match(text)}
    if len(turns) < _FEWEST_TURNS or not any(_TAG.search(text) or _SPOKEN.search(text) for text in turns.values()):
        return {}
    return {i: _behind(_LONG_DASH, text) for i, text in turns.items()}


def _behind(dash: re.Pattern[str], text: str) -> tuple[Segment, ...]:
    """What is said behind a dash that opens a paragraph, up to a tag such as ", said Smith." at its end."""
    opened = dash.match(text)
    if opened is None:
        return ()
    tag = _TAG.search(text, opened.end())
    return _said(text, opened.end(), tag.start() if tag else len(text), closes=True)


def _said(text: str, start: int, end: int, *, closes: bool) -> tuple[Segment, ...]:
    return tuple(replace(segment, opens=False) for segment in trimmed(text, start, end, closes=closes))
