"""How well quotations and their speakers are told in real articles, those of ``worldwide``, which machines have marked.

    COPYDESK_EVAL_DATA=... python -m benchmarks.quotes_worldwide [--split train] [--errors]

Prints what ``quotes_written`` prints of the articles written for the project. What was marked, how, and by whom:
``tests/eval/worldwide/README.md``. The articles themselves are no part of the project.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.quotes_corpus import MODEL, data
from benchmarks.quotes_written import MARKS, Place, Row, Written, judge, shown
from schemas.vocabulary import QuoteKind
from transforms.article import Block, RawArticle, Source
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes
from transforms.readers import read
from transforms.spans import Quote

MARKED = Path(__file__).parents[1] / "tests" / "eval" / "worldwide"
QUOTED, REPORTED, UNDECIDED = "q", "i", "?"  # kinds of a line; words between marks of another kind are no quotation
_WHOLE = "t"  # the kind of the line that tells how long the text is


def main() -> None:
    """Print the figures of a split."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--errors", action="store_true", help="print each row of train that is not right")
    arguments = parser.parse_args()
    if arguments.errors and arguments.split == "dev":
        parser.error("--errors: dev is for measuring only, so that its figures stay a forecast; say --split train")
    print(f"{arguments.split:10}", shown(judged(arguments.split, errors=arguments.errors)))


def judged(split: str, *, errors: bool = False) -> Counter[str]:
    """Counts over the articles of a split, which ``quotes_written`` makes figures of."""
    counts: Counter[str] = Counter()
    for article, blocks in marked_articles(split):
        (paragraphs,) = read_paragraphs([(article.text, blocks)], load_model(MODEL))
        quotes = find_quotes(article.text, paragraphs, find_names(paragraphs))
        for problem in judge(article, between_marks(article.text, quotes), counts):
            if errors:
                print(f"{article.path.stem}: {problem}")
    return counts


def marked_articles(split: str) -> Iterator[tuple[Written, tuple[Block, ...]]]:
    """The articles of a split in which something is marked, read as a run reads them, with their blocks."""
    lines = (MARKED / f"{split}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for name, group in groupby((line.split("\t") for line in lines), key=lambda fields: fields[0]):
        path = data() / "worldwide" / split / "text" / f"{name}.txt"
        own, article = [fields[1:] for fields in group], _read(path)
        letters = [at for at, letter in enumerate(article.text) if not letter.isspace()]
        if any(kind == _WHOLE and int(numbers[1]) != len(letters) for kind, *numbers in own):
            raise ValueError(f"{path} has another text than the one that was marked")
        marks = [_mark(letters, kind, numbers) for kind, *numbers in own]
        rows = [_row(article.text, mark) for mark in marks if mark.kind in {QUOTED, REPORTED}]
        undecided = tuple(mark.said for mark in marks if mark.kind == UNDECIDED)
        yield Written(path, article.text, rows, undecided), article.blocks


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marked line: where the words stand, who says them, by which cue, and the full name of who does."""

    kind: str
    said: Place
    said_by: Place | None
    cue: Place | None
    full: Place | None


def _mark(letters: list[int], kind: str, numbers: Sequence[str]) -> _Mark:
    said, said_by, cue, full = (_place(letters, *numbers[at : at + 2]) for at in range(0, 8, 2))
    if said is None:
        raise ValueError(f"a marked line without words: {kind} {numbers}")
    return _Mark(kind, said, said_by, cue, full)


def _row(text: str, mark: _Mark) -> Row:
    written, called, told = (_words(text, place) for place in (mark.said_by, mark.full, mark.cue))
    return Row(mark.kind == QUOTED, *mark.said, written, called, told, mark.said_by)


def _words(text: str, place: Place | None) -> str:
    return "" if place is None else text[slice(*place)]


def between_marks(text: str, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Without the turns of transcripts and dialogues that have no marks, which were not marked either."""
    return tuple(
        quote
        for quote in quotes
        if quote.kind is QuoteKind.INDIRECT or set(text[max(0, quote.start - 1) : quote.start + 1]) & set(MARKS)
    )


def _read(path: Path) -> RawArticle:
    with path.open("rb") as stream:
        (article,) = read(Source(path.as_uri(), path.name, path.stat().st_size, stream))
    if not isinstance(article, RawArticle):
        raise TypeError(f"{path}: {article}")
    return article


def _place(letters: list[int], start: str, end: str) -> Place | None:
    """Code points of a text from places counted in characters that are no space, which no reader changes."""
    return (letters[int(start)], letters[int(end) - 1] + 1) if start else None


if __name__ == "__main__":
    main()
