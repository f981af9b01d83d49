"""Transcripts, whose paragraphs open with the speaker's name and a colon: ``KAMAU: We will count again.``.

An article counts as holding a transcript where at least two paragraphs open in this way with "Q" or "A", with names
that come back, or in capitals with names that it has elsewhere or before somebody's "I" or "you": kickers of other
stories ("PRICES RISE: ...") are none, nor are salutations. With two such turns all labels in capitals are turns, a
label between two of them is one as well, and so are a full name whose initials are a label and, from right before the
first turn on, whatever names somebody. In an interview, of two who take turns, a paragraph without a label goes on with
the turn before; behind the last label only where it says "I".
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from schemas.vocabulary import BlockKind
from transforms.marks import MARKS_BEFORE
from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.turns.interviews import named_most
from transforms.spans import Names, Span

_LABEL = re.compile(r"\s*((?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,4})\s?:\s+(?=\S)")
_DOTTED = re.compile(r"\s*([QAR])(?:\.?\s?[\u2013\u2014]|\.)\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_IN_MARKS = re.compile(r"[“„«][^”»]*[”»]?|\"[^\"]*\"?")
_SALUTATION = "dear "
_FEWEST = 2
_FIRST = 80  # code points that hold the first two words
_OF_AN_INTERVIEW = 4  # turns
_MOST_AT_END = 4  # paragraphs behind the last label
_I = re.compile(r"\bI\b(?!\.)|\b(?:[Mm]y|me|myself)\b")
_OF_EVENTS = frozenset({"what", "when", "where", "who", "date", "time", "venue", "place", "cost", "price", "tickets"})
ANSWERS = frozenset({"A", "ANSWER", "R", "REPONSE", "RÉPONSE"})  # the last three are French
Q_AND_A = ANSWERS | {"Q", "QUESTION"}
_DOTTED_LABELS = ({"Q", "A"}, {"Q", "R"})
_ANYBODY = frozenset({"all", "audience", "caller", "interviewer", "narrator", "voice"})
_OF_ROLES = re.compile(r"\s(?:at|for|from|in|of)\s")
_INITIALS = re.compile(r"[A-Z]\.?(?:[- ]?[A-Z]\.?){1,3}")


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
    names = _full_names([label[1] for label in labels.values()])
    often = Counter(names[label[1]] for label in labels.values())
    known = {entity.name.casefold().split()[-1] for entity in people.entities if not entity.name.isupper()}
    kept = {
        i: label
        for i, label in labels.items()
        if often[names[label[1]]] >= _FEWEST
        or (label[1].isupper() and _is_of_somebody(paragraphs[i].text, label, known, lexicon))
    }
    if len(kept) < _FEWEST or not _speak(paragraphs, kept, lexicon):
        return []
    first = min(kept)
    known_labels = {label for label in names if _named(label, people) is not None}
    kept |= {
        i: label
        for i, label in labels.items()
        if label[1].isupper() or (i - 1 in kept and i + 1 in kept) or (i >= first - 1 and label[1] in known_labels)
    }
    speakers = {names[label[1]].casefold() for label in kept.values()}
    have_rest = len(kept) >= _OF_AN_INTERVIEW and (len(speakers) == _FEWEST or _is_whole(paragraphs, kept))
    told_of = {word for name in speakers for word in name.split()}
    found: list[Turn] = []
    places = sorted(kept)
    goes_on_often = any(list(_rest(paragraphs, *pair, told_of)) for pair in pairwise(places))
    end = _end_of_last(paragraphs, places[-1]) if goes_on_often else places[-1]
    for i, following in zip(places, [*places[1:], end], strict=True):
        paragraph, label = paragraphs[i], kept[i]
        own = Span(paragraph.start + label.start(1), paragraph.start + label.end(1))
        ends = list(_rest(paragraphs, i, following, told_of)) if have_rest else []
        for at, begin in [(i, label.end()), *((at, 0) for at in ends)]:
            said = _said(paragraphs[at], begin)
            if said is not None:
                goes_on = at != (ends or [i])[-1]
                found.append(Turn(at, said, i, own, names[label[1]], goes_on))
    return found


def _labels(paragraphs: Sequence[Paragraph]) -> dict[int, re.Match[str]]:
    """What may be labels, by paragraph: names and "Q:"; "Q.", which may be an initial, beside "A." or "R."."""
    body = [(i, paragraph.text) for i, paragraph in enumerate(paragraphs) if paragraph.kind is BlockKind.BODY]
    found = [(i, _LABEL.match(text)) for i, text in body]
    dotted = [(i, _DOTTED.match(text)) for i, text in body]
    if {label[1] for _, label in dotted if label} in _DOTTED_LABELS:
        found += dotted
    return {i: label for i, label in found if label and not label[1].casefold().startswith(_SALUTATION)}


def _is_whole(paragraphs: Sequence[Paragraph], labels: Mapping[int, re.Match[str]]) -> bool:
    """Whether an article is a transcript from its first label on, so that what has no label goes on with a turn."""
    body = [at for at in range(min(labels), len(paragraphs)) if paragraphs[at].kind is BlockKind.BODY]
    return all(label[1].isupper() for label in labels.values()) and len(labels) > len(body) / 2


def _full_names(labels: Sequence[str]) -> dict[str, str]:
    """What each label stands for: initials for the one label in full that has them, others for themselves."""
    initials: dict[str, set[str]] = {}
    for label in labels:
        words = label.split()
        if len(words) > 1:
            initials.setdefault("".join(word[0] for word in words), set()).add(label)
    full = {short: next(iter(names)) for short, names in initials.items() if len(names) == 1}
    return {label: full.get(label, label) for label in labels}


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


def _said(paragraph: Paragraph, begin: int) -> Span | None:
    """What is said in a paragraph from a place on; None where that is a quotation between marks."""
    text = paragraph.text[begin:].rstrip()
    begin += len(text) - len(text.lstrip())
    if not _WORD.search(text) or paragraph.text[begin] in MARKS_BEFORE:
        return None
    return Span(paragraph.start + begin, paragraph.start + len(paragraph.text.rstrip()))


def _is_of_somebody(text: str, label: re.Match[str], known: Set[str], lexicon: Lexicon) -> bool:
    """Whether a label in capitals is of who is named elsewhere, or of who says "I" or "you"."""
    words = label[1].casefold().split()
    if label[1] in Q_AND_A or _speaks_of_itself(text[label.end() :], lexicon):
        return True
    return words[-1] in known and lexicon.small_words.isdisjoint(words[1:])


def _speaks_of_itself(said: str, lexicon: Lexicon) -> bool:
    """Whether somebody says "I", "we" or "you", not only between marks; "US" is a country."""
    spoken = (word for word in _WORD.findall(_IN_MARKS.sub("", said)) if len(word) == 1 or not word.isupper())
    return any(lexicon.pronouns.get(word.casefold()) == "first" for word in spoken)


def _speak(paragraphs: Sequence[Paragraph], labels: Mapping[int, re.Match[str]], lexicon: Lexicon) -> bool:
    """Whether labels are capitals, but no "WHEN:", or somebody says "I" or "you": lists of teams do not."""
    own = {label[1].casefold() for label in labels.values()}
    if any(label[1].isupper() for label in labels.values()) and len(own & _OF_EVENTS) < _FEWEST:
        return True
    return any(_speaks_of_itself(paragraphs[i].text[label.end() :], lexicon) for i, label in labels.items())


def named(turn: Turn, names: Names) -> int | None:
    """The one entity that the label of a turn names."""
    return _named(turn.name, names)


def names_somebody(label: str, lexicon: Lexicon) -> bool:
    """Whether a label should be somebody's name: not "Q", nor "MODERATOR" and "A WOMAN"."""
    noun = label.casefold().split()[-1]
    return label not in Q_AND_A and noun not in _ANYBODY and not lexicon.is_person(noun)


def _named(label: str, names: Names) -> int | None:
    """The one entity whose name a label ends, in whatever case; else begins, or whose initials or role it is.

    "Moe", "Karl", "KM" and "K.M." are Karl Moe, and "Author" is whoever is called so.
    """
    if label in Q_AND_A:
        return None
    words = label.casefold().removeprefix("the ").split()
    printed = [entity.name.casefold().split() for entity in names.entities]
    matches = [i for i, name in enumerate(printed) if name[-len(words) :] == words]
    matches = matches or [i for i, name in enumerate(printed) if name[: len(words)] == words]
    if not matches and _INITIALS.fullmatch(label):
        letters = [letter for letter in label if letter.isalpha()]
        matches = [i for i, entity in enumerate(names.entities) if [w[0] for w in entity.name.split()] == letters]
    elif not matches and len(words) == 1:
        called = ({_noun_of(role) for role in entity.roles} for entity in names.entities)
        matches = [i for i, nouns in enumerate(called) if words[0] in nouns]
    return matches[0] if len(matches) == 1 else None


def _noun_of(role: str) -> str:
    """The noun of a role: "doctor" of "senior doctor at the harbour hospital"."""
    return _OF_ROLES.split(role.casefold())[0].split()[-1]


def interviewed(transcript: Sequence[Turn], names: Names) -> int | None:
    """Who answers as "A": the person who is named most before the first question."""
    if all(turn.name not in ANSWERS for turn in transcript):
        return None
    return named_most(names, transcript[0].label.start)
