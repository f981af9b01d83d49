"""The articles of ``tests/eval`` as the measuring corpus has its own: to learn from all alike.

A row of a written article has the words of its speaker and cue; where they stand is worked out here. ``fresh`` and
``unread`` are left out: what neither rules nor weights were made on tells how well both do. So is ``third``: what was
learned with it was no better (docs/decisions/speaker-ranking.md). From the real articles, those of the train split,
only what is reported is learned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.quotes_corpus import MODEL, Document, blocks
from benchmarks.quotes_worldwide import marked_articles
from benchmarks.quotes_written import WRITTEN, Place, Row, Written, read_written
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs

FOLDERS = ("features", "later", "second", "uk", "us", "world")
REAL = "worldwide"  # the folder of the real articles
FRENCH_FOLDERS = ("fr", "fr_second")
_PARAGRAPH = 200  # characters that a paragraph between counts for
_FARTHEST = 2  # paragraphs from a quotation to a speaker that can be told to be its own


@dataclass(frozen=True, slots=True)
class Gold:
    """What ``eval_polnear.py`` keeps of a text, as far as anything is learned from it."""

    gold: list[dict[str, Any]]
    segs: list[Place] = field(default_factory=list)
    neg: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Statements:
    """The reported statements of an article, each with its letters outside of marks; ``inseg`` are those in marks."""

    outside: list[tuple[Row, set[int]]]
    inseg: set[int]


def written_corpus(polnear: Any) -> tuple[list[Document], dict[str, Gold], dict[str, Written]]:
    """Parsed articles, what is marked in them, and the articles as written, by ``folder/name``."""
    documents, gold, written = [], {}, {}
    for folder in FOLDERS:
        for article in read_written(WRITTEN / folder):
            document = _parsed(folder, article, blocks(article.text))
            documents.append(document)
            gold[document.doc_id] = Gold(list(_marked(article, polnear)))
            written[document.doc_id] = article
    return documents, gold, written


def real_corpus(polnear: Any) -> tuple[list[Document], dict[str, Statements], dict[str, Written]]:
    """The real articles of the train split, parsed, what is reported in them, and as marked, by ``worldwide/name``."""
    documents, reports, marked = [], {}, {}
    for article, own in marked_articles("train"):
        document = _parsed(REAL, article, own)
        documents.append(document)
        between = polnear.charset(article.text, [(row.start, row.end) for row in article.rows if row.is_quoted])
        outside = [
            (row, polnear.charset(article.text, [(row.start, row.end)]) - between)
            for row in article.rows
            if not row.is_quoted
        ]
        reports[document.doc_id] = Statements(outside, between)
        marked[document.doc_id] = article
    return documents, reports, marked


def _parsed(folder: str, article: Written, own: Sequence[Block]) -> Document:
    (paragraphs,) = read_paragraphs([(article.text, own)], load_model(MODEL))
    return Document(f"{folder}/{article.path.stem}", article.text, tuple(paragraphs), find_names(paragraphs))


def _marked(article: Written, polnear: Any) -> Iterator[dict[str, Any]]:
    quoted = [(row.start, row.end) for row in article.rows if row.is_quoted]
    for row in (row for row in article.rows if row.is_quoted):
        source, cue = places(article.text, row, quoted)
        kind, heads = polnear.source_kind(article.text, source)
        yield {
            "span": polnear.trim(article.text, row.start, row.end), "att": {"cue": cue, "source": source},
            "kind": kind, "heads": heads, "frags": source, "src": " ".join(article.text[a:b] for a, b in source),
        }  # fmt: skip


def places(text: str, row: Row, quoted: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """Where the speaker and the cue of a row stand: near the quotation, and near each other."""
    said = row.start, row.end
    sources, cues = _found(text, row.written, quoted), _found(text, row.cue, quoted)
    near = [source for source in sources if _paragraphs(text, source, said) <= _FARTHEST]
    source = min(
        near,
        key=lambda place: (
            _far(text, place, said) + min((_gap(cue, place) + _gap(cue, said) for cue in cues), default=0)
        ),
        default=None,
    )
    cue = min(cues, key=lambda at: _far(text, at, said) + (_gap(at, source) if source else 0), default=None)
    return [source] if source else [], [cue] if cue else []


def _found(text: str, phrase: str, quoted: Sequence[Place]) -> list[Place]:
    """Where a phrase stands outside of quotations; nowhere if it has no letter, as a colon."""
    if not any(map(str.isalnum, phrase)):
        return []
    found = (match.span() for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text))
    return [place for place in found if not any(start <= place[0] and place[1] <= end for start, end in quoted)]


def _far(text: str, place: Place, said: Place) -> int:
    return _gap(place, said) + _PARAGRAPH * _paragraphs(text, place, said)


def _gap(one: Place, other: Place) -> int:
    return max(0, other[0] - one[1], one[0] - other[1])


def _paragraphs(text: str, one: Place, other: Place) -> int:
    return text.count("\n\n", min(one[0], other[0]), max(one[0], other[0]))
