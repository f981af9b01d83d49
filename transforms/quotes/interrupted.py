"""The second half of a sentence that its attribution interrupts is as much a whole sentence's as the first one.

'"This dam," Haddad said, "is made of sand."'
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.vocabulary import QuoteKind
from transforms.marks import QUOTATION_MARKS
from transforms.quotes.learned.answers import Answer

_LONGEST = 160  # code points of an attribution
_AROUND = QUOTATION_MARKS + " \u00a0\t"
_ENDS = re.compile(r"[.!?:;]\s|\n")  # but for "Mr. Haddad said"
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,3}\.\s")


def joined(text: str, answers: Sequence[Answer]) -> list[Answer]:
    """The answers, in order of the text, with the second halves of interrupted sentences direct like the first ones."""
    result: list[Answer] = []
    last: Answer | None = None  # between marks
    for answer in answers:
        goes_on = last is not None and answer.kind is QuoteKind.PARTIAL and _is_interrupted(text, last, answer)
        own = replace(answer, kind=QuoteKind.DIRECT) if goes_on else answer
        if own.kind is not QuoteKind.INDIRECT:
            last = own
        result.append(own)
    return result


def _is_interrupted(text: str, first: Answer, second: Answer) -> bool:
    """Whether nothing but ", Haddad said," stands between two segments of one speaker, the first of them direct."""
    if first.kind is not QuoteKind.DIRECT or first.paragraph != second.paragraph or first.speaker != second.speaker:
        return False
    between = text[first.segment.end : second.segment.start]
    is_open = text[: first.segment.end].endswith(",") or between.lstrip(_AROUND).startswith(",")
    ends_in_comma = between.rstrip(_AROUND).endswith(",") and second.segment.opens
    return len(between) <= _LONGEST and is_open and ends_in_comma and not _ENDS.search(_ABBREVIATED.sub("", between))
