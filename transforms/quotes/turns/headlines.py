"""Headlines that end with their source: "'The boats will sail': Haddad", "Rates 'low for long': Harbour Bank"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from schemas.vocabulary import BlockKind
from transforms.marks import QUOTATION_MARKS
from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.questions import ArticleReading

_CHANCE = 0.9  # that a name or an office so set is the source
_MOST_WORDS = 6
_MARKS = QUOTATION_MARKS + " \u00a0"
_TOPIC = frozenset({"about", "after", "on"})  # "Haddad on the crash"
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.DEK, BlockKind.HEADING})
# Behind a dash stands the outlet as well, unless the dash touches the marks.
_LABEL = re.compile(rf"(?P<mark>:|(?<=[{QUOTATION_MARKS}])[ \u00a0]?[-\u2013\u2014])[ \u00a0](?P<label>[^:.?!]+)$")
_SORTS = frozenset({Sort.PERSON, Sort.ORGANISATION, Sort.PLACE, Sort.NAME, Sort.PEOPLE})
_PEOPLE = frozenset({Sort.PERSON, Sort.PEOPLE})
_OF_CLAUSES = frozenset({"AUX", "DET", "PUNCT", "SCONJ", "VERB"})
_LEAST_SHARE = 0.14  # of naming who speaks, of a common noun: "poll", "report"


def as_sourced(reading: ArticleReading, answers: Sequence[Answer]) -> list[Answer]:
    """The answers with those of a headline, or of a line set apart, that ends with its source given to that."""
    return [
        replace(answer, speaker=source, frame=None, cue=None, chance=_CHANCE)
        if (source := _source(reading, answer)) is not None
        else answer
        for answer in answers
    ]


def _source(reading: ArticleReading, answer: Answer) -> Candidate | None:
    """The noun phrase behind the colon at the end of an answer's paragraph, if somebody who may speak."""
    if _has_cue(answer):
        return None
    paragraph, view = reading.paragraphs[answer.paragraph], reading.views[answer.paragraph]
    label = _LABEL.search(paragraph.text)
    if label is None or not _is_line(paragraph, answer, label.start()):
        return None
    behind = [t for t, start in enumerate(view.starts) if start >= paragraph.start + label.start("label")]
    tokens = list(takewhile(lambda t: view.lower[t] not in _TOPIC, behind))
    is_clause = any(view.pos[t] in _OF_CLAUSES or view.inside[t] is not None for t in tokens)
    if not 0 < len(tokens) <= _MOST_WORDS or is_clause:
        return None
    source = _named(reading, answer.paragraph, tokens)
    is_after_dash = label["mark"] != ":"  # ... where an agency stands as well
    return None if source is None or (is_after_dash and source.sort not in _PEOPLE) else source


def _has_cue(answer: Answer) -> bool:
    """Whether the line itself tells who says so: "Haddad calls the vote 'unfair': a look back"."""
    return answer.frame is not None and answer.speaker is not None and answer.speaker.paragraph == answer.paragraph


def _named(reading: ArticleReading, index: int, tokens: Sequence[int]) -> Candidate | None:
    """The name or the office that some tokens are, or the source: "study"."""
    view, first, head = reading.views[index], tokens[0], tokens[-1]
    named = [c for c in reading.pools[index] if c.head in tokens and c.head <= head < c.last and c.sort in _SORTS]
    if named:
        return named[-1]._replace(first=first, last=head + 1)
    noun = view.lemmas[head]
    if view.pos[head] != "NOUN" or reading.lexicon.people.source_share(noun) < _LEAST_SHARE:
        return None
    return Candidate(index, head, first, head + 1, Sort.THING, None, noun, ())


def _is_line(paragraph: Paragraph, answer: Answer, label: int) -> bool:
    """Whether a label stands behind an answer in a headline, or in a line that is nothing else."""
    said = paragraph.text[answer.segment.start - paragraph.start : answer.segment.end - paragraph.start]
    is_behind = paragraph.start + label >= answer.segment.end
    return is_behind and (paragraph.kind in _HEADLINES or paragraph.text[:label].strip(_MARKS) == said.strip(_MARKS))
