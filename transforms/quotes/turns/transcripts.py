"""Transcripts, whose paragraphs open with the speaker's name and a colon: ``KAMAU: We will count again.``.

All of it may stand in marks, ``"KAMAU: We will count again.``, with the labels.

An article counts as holding a transcript where at least two paragraphs open in this way with "Q" or "A", with names
that come back, in capitals with names that it has elsewhere or before somebody's "I" or "you", or with full names
before sentences that say "I", as of readers who were asked: kickers of other stories ("PRICES RISE: ...") are none, nor
are salutations. With two such turns all labels in capitals are turns, a label between two of them is one as well, and
so are a full name whose initials are a label and, from right before the first turn on, whatever names somebody; a
label that is the only one and nobody's is a dateline. In an interview, of two who take turns, a paragraph without a
label goes on with the turn before; behind the last label only where it says "I".
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from schemas.vocabulary import BlockKind, Label
from transforms.marks import MARKS_BEFORE
from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.turns.interviews import named_most
from transforms.quotes.turns.labels import ANSWERS, Q_AND_A, full_names, named, without_number
from transforms.spans import Names, Span
from transforms.turn_labels import TurnLabel, is_stage_note, turn_label

_DOTTED = re.compile(r"\s*([QAR]\d{0,2})(?:\.?\s?[\u2013\u2014]|\.)\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_IN_MARKS = re.compile(r"[“„«][^”»]*[”»]?|\"[^\"]*\"?")
_SALUTATION = "dear "
_FEWEST = 2
_FIRST = 80  # code points that hold the first two words
_OF_AN_INTERVIEW = 4  # turns
_MOST_MARKS = 4  # code points of a paragraph in marks that are none of its words: the marks, a stop behind them
_MOST_AT_END = 4  # paragraphs behind the last label
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_I = re.compile(r"\bI\b(?!\.)|\b(?:[Mm]y|me|myself)\b")
_OF_EVENTS = frozenset({"what", "when", "where", "who", "date", "time", "venue", "place", "cost", "price", "tickets"})
_DOTTED_LABELS = ({"Q", "A"}, {"Q", "R"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What a paragraph adds to a transcript: whose label it is said under, and whether the next goes on with it."""

    paragraph: int
    said: Span
    label_paragraph: int
    label: Span
    name: str  # the label, or the full name whose initials it is
    goes_on: bool = False


def turns(paragraphs: Sequence[Paragraph], people: Names, lexicon: Lexicon) -> list[Turn]:
    """The turns of an article, in order."""
    labels = _labels(paragraphs)
    names = full_names([label.name for label in labels.values()])
    opening = _opening(paragraphs, labels, names, people, lexicon)
    rest = _rest_of_turns(paragraphs, opening, names)
    found: list[Turn] = []
    for i, label in sorted(opening.items()):
        start = paragraphs[i].start
        own = Span(start + label.start, start + label.end)
        parts = [(i, label.said), *((at, 0) for at in rest.get(i, ()))]
        is_in_marks = paragraphs[i].text.lstrip()[0] in MARKS_BEFORE
        for at, begin in parts:
            said = _between_marks(paragraphs[at]) if is_in_marks else said_from(paragraphs[at], begin)
            if said is not None:
                found.append(Turn(at, said, i, own, names[label.name], goes_on=at != parts[-1][0]))
    return found


def interviewed(transcript: Sequence[Turn], names: Names) -> int | None:
    """Who answers as "A": the person who is named most before the first question."""
    if all(turn.name not in ANSWERS for turn in transcript):
        return None
    return named_most(names, transcript[0].label.start)


def _labels(paragraphs: Sequence[Paragraph]) -> dict[int, TurnLabel]:
    """What may be labels, by paragraph: names and "Q:"; "Q.", which may be an initial, beside "A." or "R."."""
    body = [(i, paragraph.text) for i, paragraph in enumerate(paragraphs) if paragraph.kind is BlockKind.BODY]
    found = [(i, turn_label(text)) for i, text in body]
    dotted = [(i, _dotted_label(text)) for i, text in body]
    if {without_number(label.name) for _, label in dotted if label} in _DOTTED_LABELS:
        found += dotted
    return {i: label for i, label in found if label and not label.name.casefold().startswith(_SALUTATION)}


def _dotted_label(text: str) -> TurnLabel | None:
    """The label of a question or an answer that a full stop or a dash ends: "Q.", "A. –"."""
    label = _DOTTED.match(text)
    return TurnLabel(label[1], label.start(1), label.end(1), label.end()) if label else None


def _opening(
    paragraphs: Sequence[Paragraph],
    labels: Mapping[int, TurnLabel],
    names: Mapping[str, str],
    people: Names,
    lexicon: Lexicon,
) -> dict[int, TurnLabel]:
    """Those of the labels that open turns, by paragraph; none where an article holds no transcript."""
    often = Counter(names[label.name] for label in labels.values())
    known = {entity.name.casefold().split()[-1] for entity in people.entities if not entity.name.isupper()}
    full = {entity.name.casefold() for entity in people.entities if entity.label is Label.PERSON}
    sure = {
        i: label
        for i, label in labels.items()
        if (often[names[label.name]] >= _FEWEST and not label.has_prose)
        or (label.name.isupper() and _is_of_somebody(paragraphs[i].text, label, known, lexicon))
        or _is_of_person(paragraphs[i].text, label, full, lexicon)
    }
    if len(sure) < _FEWEST or not _speak(paragraphs, sure, lexicon) or _is_dateline(paragraphs, sure, known, lexicon):
        return {}
    first = min(sure)
    known_labels = {label for label in names if named(label, people) is not None}
    return sure | {
        i: label
        for i, label in labels.items()
        if label.name.isupper() or (i - 1 in sure and i + 1 in sure) or (i >= first - 1 and label.name in known_labels)
    }


def _rest_of_turns(
    paragraphs: Sequence[Paragraph], opening: Mapping[int, TurnLabel], names: Mapping[str, str]
) -> dict[int, list[int]]:
    """The paragraphs without a label that go on with a turn, by the one that opens it; none but in an interview."""
    speakers = {names[label.name].casefold() for label in opening.values()}
    if len(opening) < _OF_AN_INTERVIEW or not (len(speakers) == _FEWEST or _is_whole(paragraphs, opening)):
        return {}
    told_of = {word for name in speakers for word in name.split()}
    places = sorted(opening)
    rest = {turn: list(_rest(paragraphs, turn, following, told_of)) for turn, following in pairwise(places)}
    if any(rest.values()):
        end = _end_of_last(paragraphs, places[-1])
        rest[places[-1]] = list(_rest(paragraphs, places[-1], end, told_of))
    return rest


def _is_whole(paragraphs: Sequence[Paragraph], labels: Mapping[int, TurnLabel]) -> bool:
    """Whether an article is a transcript from its first label on, so that what has no label goes on with a turn."""
    body = [
        at
        for at in range(min(labels), len(paragraphs))
        if paragraphs[at].kind is BlockKind.BODY and not is_stage_note(paragraphs[at].text)
    ]
    return all(label.name.isupper() for label in labels.values()) and len(labels) > len(body) / 2


def _rest(paragraphs: Sequence[Paragraph], turn: int, following: int, told_of: Set[str]) -> Iterator[int]:
    """The paragraphs behind a turn that go on with it, up to the next label or one that tells what a speaker does."""
    for at in range(turn + 1, following):
        first = (word.casefold() for word in _WORD.findall(paragraphs[at].text[:_FIRST])[:2])
        if paragraphs[at].kind is not BlockKind.BODY or not told_of.isdisjoint(first):
            return
        yield at


def _end_of_last(paragraphs: Sequence[Paragraph], turn: int) -> int:
    """Where the paragraphs that go on with the last turn end: behind the last near it that says "I".

    What the outlet adds below an interview may well say "we" and "you".
    """
    near = range(turn + 1, min(turn + 1 + _MOST_AT_END, len(paragraphs)))
    return max((at + 1 for at in near if _I.search(_IN_MARKS.sub("", paragraphs[at].text))), default=turn)


def said_from(paragraph: Paragraph, begin: int) -> Span | None:
    """What is said in a paragraph from offset ``begin`` on; None if that is a quotation between marks, or a note."""
    text = paragraph.text[begin:].rstrip()
    begin += len(text) - len(text.lstrip())
    if not _WORD.search(text) or paragraph.text[begin] in MARKS_BEFORE or is_stage_note(text):
        return None
    return Span(paragraph.start + begin, paragraph.start + len(paragraph.text.rstrip()))


def _between_marks(paragraph: Paragraph) -> Span | None:
    """What is said in a paragraph of a transcript that stands in marks, with its label; None if not all of it does."""
    segment = next(iter(paragraph.segments), None)
    if segment is None or len(paragraph.text) - (segment.end - segment.start) > _MOST_MARKS:
        return None
    is_sound = paragraph.text[segment.start - paragraph.start] == "("  # "(LAUGHTER)"
    return None if is_sound else Span(segment.start, segment.end)


def _is_dateline(
    paragraphs: Sequence[Paragraph], labels: Mapping[int, TurnLabel], known: Set[str], lexicon: Lexicon
) -> bool:
    """Whether the only label of an article, in capitals, is nobody's: "PORT LUND:" before a caption and its story."""
    is_one = len({label.name for label in labels.values()}) == 1 and all(
        label.name.isupper() for label in labels.values()
    )
    return is_one and not any(_is_of_somebody(paragraphs[i].text, label, known, lexicon) for i, label in labels.items())


def _is_of_somebody(text: str, label: TurnLabel, known: Set[str], lexicon: Lexicon) -> bool:
    """Whether a label in capitals is of who is named elsewhere, or of who says "I" or "you"."""
    words = label.name.casefold().split()
    if label.name in Q_AND_A or _speaks_of_itself(text[label.said :], lexicon):
        return True
    return words[-1] in known and lexicon.terms.small_words.isdisjoint(words[1:])


def _is_of_person(text: str, label: TurnLabel, full: Set[str], lexicon: Lexicon) -> bool:
    """Whether a label is somebody's full name, before whole sentences with "I": "Ada Lind, 34, baker: I think so."."""
    said = text[label.said :].rstrip()
    is_name = " " in label.name and label.name.casefold() in full
    return is_name and said.endswith(SENTENCE_ENDS) and _speaks_of_itself(said, lexicon)


def _speaks_of_itself(said: str, lexicon: Lexicon) -> bool:
    """Whether somebody says "I", "we" or "you", not only between marks; "US" is a country."""
    spoken = (word for word in _WORD.findall(_IN_MARKS.sub("", said)) if len(word) == 1 or not word.isupper())
    return any(lexicon.pronouns.kinds.get(word.casefold()) == "first" for word in spoken)


def _speak(paragraphs: Sequence[Paragraph], labels: Mapping[int, TurnLabel], lexicon: Lexicon) -> bool:
    """Whether labels are capitals, but no "WHEN:", or somebody says "I" or "you": lists of teams do not."""
    own = {label.name.casefold() for label in labels.values()}
    if any(label.name.isupper() for label in labels.values()) and len(own & _OF_EVENTS) < _FEWEST:
        return True
    return any(_speaks_of_itself(paragraphs[i].text[label.said :], lexicon) for i, label in labels.items())
