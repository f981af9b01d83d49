"""Which segments are one act of speaking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.marks import Segment

_TELLING = 3  # words; shorter ones may be said twice


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment, the paragraph it stands in, and the cue that it hangs on (paragraph and token), if any."""

    paragraph: int
    segment: Segment
    cue: tuple[int, int] | None


def number(text: str, pieces: Sequence[Piece], printed_twice: Mapping[int, int]) -> list[int]:
    """A number for each segment, the same for those of one utterance, counted from 0 in order of first use.

    One utterance are: the parts of a paragraph that hang on the same cue, as of a quotation split by its attribution; a
    quotation over several paragraphs, since the first part has no closing mark; and the same words printed twice (in
    the dek and again in the body). ``printed_twice`` leads from a headline's piece to the one that holds its words.
    """
    numbers: list[int] = []
    by_words: dict[str, int] = {}
    by_cue: dict[tuple[int, tuple[int, int]], int] = {}
    fresh = 0
    open_before: tuple[int, int] | None = None  # paragraph and number of a quotation left open
    for piece in pieces:
        words = _words(text, piece.segment)
        cue = (piece.paragraph, piece.cue) if piece.cue else None
        if open_before and open_before[0] in {piece.paragraph, piece.paragraph - 1} and piece.segment.opens:
            own = open_before[1]
        elif cue in by_cue:
            own = by_cue[cue]
        else:
            own = by_words.get(words, fresh)
        fresh = max(fresh, own + 1)
        numbers.append(own)
        open_before = (piece.paragraph, own) if piece.segment.opens and not piece.segment.closes else None
        if cue:
            by_cue.setdefault(cue, own)
        if len(words.split()) >= _TELLING:
            by_words.setdefault(words, own)
    return _joined(numbers, printed_twice)


def _joined(numbers: list[int], printed_twice: Mapping[int, int]) -> list[int]:
    """The numbers with those of pieces that are printed twice made the same, again from 0 in order of first use."""
    for one, other in printed_twice.items():
        old, new = numbers[one], numbers[other]
        numbers = [new if at == old else at for at in numbers]
    fresh = {old: new for new, old in enumerate(dict.fromkeys(numbers))}
    return [fresh[old] for old in numbers]


def _words(text: str, segment: Segment) -> str:
    return " ".join(text[segment.start : segment.end].casefold().strip(" .,;:!?…").split())
