"""Quotations that are signed: a paragraph in marks, and below it a dash and who said so, as readers are quoted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.answers import Answer, is_alone
from transforms.quotes.learned.questions import ArticleReading

_CHANCE = 0.9  # that a line so set is a signature
_SIGNATURE = re.compile(r"\s*(?:[-–—―]\s*|--\s*)(?=[A-Z])[^.!?:;]+\.?\s*")
_MOST_WORDS = 10  # of a name and what he or she is
_MOST_WITH_SOURCE = 16  # ... with where it was said or written: "– Ada Lind, in a letter to her son in 1931"
_SOURCE = re.compile(r"^\W*(?:\S+ ){1,4}\S+, (?:from|in|to|speaking|writing)\b")
_ENDS = frozenset({",", "(", "."})
_NAMES = frozenset({Sort.PERSON, Sort.ORGANISATION, Sort.NAME})


def as_signed(reading: ArticleReading, answers: Sequence[Answer]) -> list[Answer]:
    """The answers, in order of the text, with those above a signature given to who signs."""
    return [
        replace(answer, speaker=signer, frame=None, cue=_dash(reading, signer), chance=_CHANCE)
        if is_alone(reading.paragraphs[answer.paragraph], answer) and (signer := _signer(reading, answer.paragraph + 1))
        else answer
        for answer in answers
    ]


def _dash(reading: ArticleReading, signer: Candidate) -> tuple[int, int] | None:
    """The dash that tells who signs, as a colon tells who speaks: its paragraph and token."""
    view = reading.views[signer.paragraph]
    first = next((t for t in range(signer.first) if view.words[t].strip()), None)
    return None if first is None or view.words[first].strip("-–—―") else (signer.paragraph, first)


def _signer(reading: ArticleReading, index: int) -> Candidate | None:
    """The first name of a paragraph that is a signature, or what stands behind the dash: "– Jo***"."""
    if index >= len(reading.paragraphs) or not _is_signature(reading.paragraphs[index]):
        return None
    named = next((candidate for candidate in reading.pools[index] if candidate.sort in _NAMES), None)
    return named or _as_printed(reading.views[index], index)


def _as_printed(view: View, index: int) -> Candidate:
    """The words of a signature up to a comma, as a name that is no entity."""
    first = next(t for t, word in enumerate(view.words) if word[0].isalpha())
    last = next((t for t in range(first, len(view.words)) if view.words[t] in _ENDS), len(view.words))
    return Candidate(index, last - 1, first, last, Sort.NAME, None, view.lower[first], ())


def _is_signature(paragraph: Paragraph) -> bool:
    most = _MOST_WITH_SOURCE if _SOURCE.match(paragraph.text) else _MOST_WORDS
    return len(paragraph.text.split()) <= most and _SIGNATURE.fullmatch(paragraph.text) is not None
