"""Which segments are one act of speaking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.marks import Segment

_TELLING = 3  # words; shorter ones may be said twice


@dataclass(frozen=True, slots=True)
class UtterancePart:
    """A segment, the paragraph it stands in, and the cue that it hangs on (paragraph and token), if any."""

    paragraph: int
    segment: Segment
    cue: tuple[int, int] | None


def number(text: str, pieces: Sequence[UtterancePart], printed_twice: Mapping[int, int]) -> list[int]:
    """A number for each segment, the same for those of one utterance, counted from 0 in order of first use.

    One utterance are: the parts of a paragraph that hang on the same cue, as of a quotation split by its attribution; a
    quotation over several paragraphs, since the first part has no closing mark; and the same words printed twice (in
    the dek and again in the body). ``printed_twice`` leads from a headline's piece to the one that holds its words.
    """
    numbers: list[int] = []
    by_words: dict[str, int] = {}
    by_cue: dict[tuple[int, tuple[int, int]], int] = {}
    fresh = 0
    left_open: UtterancePart | None = None  # the last one, if nothing closes it
    for piece in pieces:
        words = _words(text, piece.segment)
        cue = (piece.paragraph, piece.cue) if piece.cue else None
        if left_open and _goes_on(text, left_open, piece):
            own = numbers[-1]
        elif cue in by_cue:
            own = by_cue[cue]
        else:
            own = by_words.get(words, fresh)
        fresh = max(fresh, own + 1)
        numbers.append(own)
        left_open = piece if piece.segment.opens and not piece.segment.closes else None
        if cue:
            by_cue.setdefault(cue, own)
        if len(words.split()) >= _TELLING:
            by_words.setdefault(words, own)
    return _joined(numbers, printed_twice)


def _goes_on(text: str, left_open: UtterancePart, piece: UtterancePart) -> bool:
    """Whether a piece goes on with what the one before it left open: in its paragraph, or as the begin of the next.

    Behind a tag of its own it is another's: 'Haddad said: "It was late. / Lind said: "It was not."'
    """
    between = text[left_open.segment.end : piece.segment.start]
    is_begin = piece.paragraph == left_open.paragraph + 1 and not any(map(str.isalnum, between))
    return piece.segment.opens and (piece.paragraph == left_open.paragraph or is_begin)


def _joined(numbers: list[int], printed_twice: Mapping[int, int]) -> list[int]:
    """The numbers with those of pieces that are printed twice made the same, again from 0 in order of first use."""
    for one, other in printed_twice.items():
        old, new = numbers[one], numbers[other]
        numbers = [new if at == old else at for at in numbers]
    fresh = {old: new for new, old in enumerate(dict.fromkeys(numbers))}
    return [fresh[old] for old in numbers]


def _words(text: str, segment: Segment) -> str:
    return " ".join(text[segment.start : segment.end].casefold().strip(" .,;:!?…").split())
