"""How often each rule of quotations holds in real articles, and what changes where it does not.

    COPYDESK_EVAL_DATA=... python -m benchmarks.quotes_rules --cache FOLDER [--most 40]

A rule is a function that tells yes or no, or finds something or nothing. Each one that holds in ``--most`` articles or
fewer is made to say no, and those articles are read again. Prints for each rule how many articles it holds in, how many
rows change without it, and how many of those between marks are right only with it, or only without it. The articles:
the texts of PolNeAR's train split, those of ``worldwide``'s that are marked, pages of ``html/aeb``, and the French
articles written for the project. What it printed: ``docs/accuracy.md``.
"""

import argparse
import gzip
import importlib
import inspect
import io
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType, NoneType
from typing import Any, get_args

from benchmarks.quotes_accuracy import guess, predictions
from benchmarks.quotes_corpus import MODEL, Document, data, documents, marked_at, scorer
from benchmarks.quotes_corpus import blocks as blocks_of
from benchmarks.quotes_worldwide import marked_articles
from benchmarks.quotes_written import FRENCH, WRITTEN, Written, bare, is_right, read_written
from benchmarks.quotes_written_gold import FRENCH_FOLDERS
from schemas.vocabulary import QuoteKind
from transforms import quotes
from transforms.article import Block, RawArticle, Source
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import Paragraph, read_paragraphs
from transforms.quotes import find_quotes
from transforms.readers import read
from transforms.spans import Names, Quote, Span

Rows = dict[tuple[Span, bool], Quote]
"""The rows of an article by their place, and whether they are reported speech."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its parse, and who tells whether a row, or that there is none at its place, is right."""

    text: str
    paragraphs: Sequence[Paragraph]
    names: Names
    language: str
    is_right: Callable[[Span, Quote | None], bool | None]

    def rows(self) -> Rows:
        """What is found in it now."""
        found = find_quotes(self.text, self.paragraphs, self.names, language=self.language)
        return {(Span(q.start, q.end), q.kind is QuoteKind.INDIRECT): q for q in found}


@dataclass(slots=True)
class Effect:
    """Articles that a rule holds in, rows that change without it, and those of them right only with it or without."""

    articles: int = 0
    changed: int = 0
    only_with: int = 0
    only_without: int = 0


def main() -> None:
    """Print a line for each rule, those that do least first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True, help="the folder that keeps PolNeAR's parses")
    parser.add_argument("--most", type=int, default=40, help="articles from which a rule is not looked at")
    arguments = parser.parse_args()
    articles = [*polnear_articles(arguments.cache), *worldwide_articles(), *pages(), *french_articles()]
    rules = {function.__code__: name for name, function in functions()}
    before, holds = _read_with(rules, articles)
    effects = {}
    for name, function in functions():
        if len(holds[name]) <= arguments.most:
            with saying_no(function):
                effects[name] = effect(articles, before, sorted(holds[name]))
    print(f"{len(articles)} articles, {len(rules)} rules; of those that hold in {arguments.most} or fewer:")
    print("articles  rows changed  right only with it  only without it")
    for name, told in sorted(effects.items(), key=lambda item: (item[1].articles, item[1].changed, item[0])):
        print(f"{told.articles:8}  {told.changed:12}  {told.only_with:18}  {told.only_without:15}  {name}")


def functions() -> Iterator[tuple[str, FunctionType]]:
    """Every function of ``transforms.quotes`` that answers yes or no, or something or None, with its name."""
    for found in pkgutil.walk_packages(quotes.__path__, f"{quotes.__name__}."):
        module = importlib.import_module(found.name)
        own = [thing for thing in vars(module).values() if getattr(thing, "__module__", "") == found.name]
        within = [member for thing in own if inspect.isclass(thing) for member in vars(thing).values()]
        for thing in own + within:
            function = getattr(thing, "fget", None) or getattr(thing, "__func__", thing)
            if isinstance(function, FunctionType) and _is_rule(function):
                yield f"{found.name.removeprefix(quotes.__name__ + '.')}:{function.__qualname__}", function


def _is_rule(function: FunctionType) -> bool:
    answer = function.__annotations__.get("return")
    return answer is bool or NoneType in get_args(answer)


@contextmanager
def saying_no(function: FunctionType) -> Iterator[None]:
    """Make a function answer False, or None, wherever it is called from."""
    own = function.__code__
    no: Callable[..., Any] = _never if function.__annotations__["return"] is bool else _nothing
    function.__code__ = no.__code__
    try:
        yield
    finally:
        function.__code__ = own


def _never(*_of: object, **_named: object) -> bool:
    return False


def _nothing(*_of: object, **_named: object) -> None:
    return None


def _read_with(rules: dict[CodeType, str], articles: Sequence[Article]) -> tuple[list[Rows], dict[str, set[int]]]:
    """The rows of each article, and the articles that each rule holds in."""
    holds: dict[str, set[int]] = defaultdict(set)
    rows: list[Rows] = []

    def note(frame: FrameType, event: str, answer: object) -> None:
        if event == "return" and answer is not None and answer is not False and frame.f_code in rules:
            holds[rules[frame.f_code]].add(len(rows))

    for article in articles:
        sys.setprofile(note)
        try:
            found = article.rows()
        finally:
            sys.setprofile(None)
        rows.append(found)
    return rows, holds


def effect(articles: Sequence[Article], before: Sequence[Rows], among: Sequence[int]) -> Effect:
    """What changes in some of the articles, against the rows that were found before."""
    told = Effect(articles=len(among))
    for number in among:
        article, old, new = articles[number], before[number], articles[number].rows()
        for place in [place for place in {**old, **new} if _told(old.get(place)) != _told(new.get(place))]:
            told.changed += 1
            was, is_now = (article.is_right(place[0], rows.get(place)) for rows in (old, new))
            if not place[1] and was is not None and is_now is not None:
                told.only_with += was and not is_now
                told.only_without += is_now and not was
    return told


def _told(quote: Quote | None) -> tuple[object, ...]:
    if quote is None:
        return ()
    return quote.kind, quote.speaker, quote.speaker_name, quote.cue, round(quote.confidence, 1)


def polnear_articles(cache: Path) -> Iterator[Article]:
    """The texts of PolNeAR's train split. A row is right as the scorer has it, pronouns as they are written."""
    polnear = scorer()
    gold = polnear.load_gold(str(data() / "polnear"), "train")

    def judge(document: Document) -> Callable[[Span, Quote | None], bool | None]:
        own = gold[document.doc_id]

        def is_right_there(place: Span, quote: Quote | None) -> bool | None:
            span = polnear.trim(document.text, place.start, place.end)
            letters = polnear.charset(document.text, [span])
            if 2 * len(letters & own.inseg) < len(letters):
                return None  # a turn without marks
            match = marked_at(span, own, polnear)
            if match is None or quote is None:
                return match is None and quote is None
            (row,) = predictions(document, [quote])
            return bool(polnear.speaker_ok(match, guess(row), {}, document.doc_id))

        return is_right_there

    for document in documents("train", cache):
        yield Article(document.text, document.paragraphs, document.names, "en", judge(document))


def worldwide_articles() -> Iterator[Article]:
    """The marked articles of ``worldwide``'s train split."""
    for article, blocks in marked_articles("train"):
        yield _parsed(article.text, blocks, "en", written_judge(article))


def french_articles() -> Iterator[Article]:
    """The articles that the weights of French learn from."""
    for folder in FRENCH_FOLDERS:
        for article in read_written(WRITTEN / folder):
            yield _parsed(article.text, blocks_of(article.text), "fr", written_judge(article))


def pages() -> Iterator[Article]:
    """The pages of ``html/aeb``."""
    for path in sorted((data() / "html" / "aeb" / "html").glob("*.gz")):
        stream = io.BytesIO(gzip.decompress(path.read_bytes()))
        for article in read(Source(path.as_uri(), path.stem, stream.getbuffer().nbytes, stream)):
            if isinstance(article, RawArticle):
                yield _parsed(article.text, article.blocks, "en", lambda _place, _quote: None)


def written_judge(article: Written) -> Callable[[Span, Quote | None], bool | None]:
    """Tells of a place in an article whether a row there is right, with the full name of who speaks."""
    undecided = {bare(article.text, *place) for place in article.undecided}
    marked = {bare(article.text, row.start, row.end): row for row in article.rows if row.is_quoted}

    def is_right_there(place: Span, quote: Quote | None) -> bool | None:
        own = bare(article.text, place.start, place.end)
        row = marked.get(own)
        if own in undecided:
            return None
        return quote is None if row is None else quote is not None and is_right(row, article.text, quote)

    return is_right_there


def _parsed(
    text: str, blocks: Sequence[Block], language: str, judge: Callable[[Span, Quote | None], bool | None]
) -> Article:
    (paragraphs,) = read_paragraphs([(text, tuple(blocks))], load_model(MODEL if language == "en" else FRENCH))
    return Article(text, paragraphs, find_names(paragraphs), language, judge)


if __name__ == "__main__":
    main()
