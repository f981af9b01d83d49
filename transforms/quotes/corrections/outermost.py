"""A tag at the very end of a sentence names the speaker of all of it: 'Fox said Lind "had no chance," Haddad recalled'.

As Haddad in: Fox said Lind "would have no chance," Haddad recalled.
"""

from transforms.quotes.corrections.case import Case, raised
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.ranking import Scores

_ENDS = frozenset({".", "!", "?"})


def with_last_word(case: Case, scores: Scores) -> Scores:
    """The scores, raised for who speaks between the quotation and its sentence's end, above who speaks before it."""
    last = [i for i, option in case.here if _has_last_word(option, case.at, case.view)]
    return raised(scores, last[-1]) if last and scores.argmax() != last[-1] else scores


def _has_last_word(option: Candidate, at: SegmentPlace, view: View) -> bool:
    """Whether "Haddad recalled." is all that stands behind the quotation; "he said" may mean who speaks before it."""
    if option.first < at.last or option.sort <= Sort.OTHER_PRONOUN:
        return False
    between, cue = view.words[at.last : option.first], option.last
    ends = cue + 1 >= len(view.words) or view.words[cue + 1] in _ENDS
    speaks = option.speaks_by(cue) or (_stands_by(option, cue) and _ends_in_comma(at, view))
    return ends and speaks and not any(word[0].isalnum() for word in between)


def _stands_by(option: Candidate, cue: int) -> bool:
    """Whether a name stands right before a verb that marks quotations, whose subject the parser sees elsewhere."""
    return option.entity is not None and any(
        frame.cue == cue and frame.link is Link.BESIDE and frame.marks_quotations for frame in option.frames
    )


def _ends_in_comma(at: SegmentPlace, view: View) -> bool:
    """Whether the comma before a tag stands within the marks: the writer's own sentence is over."""
    paragraph = view.paragraph
    return paragraph.text[: paragraph.segments[at.segment].end - paragraph.start].rstrip().endswith(",")
