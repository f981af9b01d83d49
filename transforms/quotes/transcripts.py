"""Transcripts, whose paragraphs open with the speaker's name and a colon: ``KAMAU: We will count again.``.

An article counts as holding a transcript where at least two paragraphs open in this way with a name in capitals, with
"Q" or "A", or with names that come back; a label between two such turns is one as well.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from schemas.vocabulary import BlockKind
from transforms.paragraphs import Paragraph
from transforms.quotes.lexicon import Lexicon
from transforms.spans import Names, Span

_LABEL = re.compile(r"\s*((?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,4})\s?:\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = "\"“”„«»'‘"
_FEWEST = 2


def turns(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[tuple[int, Span, Span]]:
    """Each turn: the index of its paragraph, the speaker's label, and what is said."""
    labels = {
        i: label
        for i, paragraph in enumerate(paragraphs)
        if paragraph.kind is BlockKind.BODY and (label := _LABEL.match(paragraph.text))
    }
    often = Counter(label[1] for label in labels.values())
    kept = {i: label for i, label in labels.items() if label[1].isupper() or often[label[1]] >= _FEWEST}
    if len(kept) < _FEWEST or not _speak(paragraphs, kept, lexicon):
        return
    kept |= {i: label for i, label in labels.items() if i - 1 in kept and i + 1 in kept}  # who speaks once in between
    for i, label in sorted(kept.items()):
        paragraph = paragraphs[i]
        said = paragraph.text[label.end() :].rstrip()
        if said[0] not in _MARKS:
            start = paragraph.start
            yield (
                i,
                Span(start + label.start(1), start + label.end(1)),
                Span(start + label.end(), start + label.end() + len(said)),
            )


def _speak(paragraphs: Sequence[Paragraph], labels: Mapping[int, re.Match[str]], lexicon: Lexicon) -> bool:
    """Whether labels are capitals or somebody says "I" or "you": lists of teams and what comes next do not."""
    if any(label[1].isupper() for label in labels.values()):
        return True
    said = (paragraphs[i].text[label.end() :].casefold() for i, label in labels.items())
    return any(lexicon.pronouns.get(word) == "first" for turn in said for word in _WORD.findall(turn))


def named(label: str, names: Names) -> int | None:
    """The one entity whose name ends with the words of a label, in whatever case."""
    words = label.casefold().split()
    matches = [
        index for index, entity in enumerate(names.entities) if entity.name.casefold().split()[-len(words) :] == words
    ]
    return matches[0] if len(matches) == 1 else None
