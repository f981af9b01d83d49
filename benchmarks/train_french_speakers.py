"""What the weights of French add to those of English, learned from the articles of ``FRENCH_FOLDERS``.

    python -m benchmarks.train_speaker_model --language fr [--score] [--dry]

There are too few quotations to learn all from. Who speaks is told by the trees of English and some more that are
learned to add to them; how likely that is right is learned anew, as the share of rows that name whom the article means.
Whether it is speech, which verb is the cue and what is reported stay as in English (docs/decisions/french.md). What one
model passes on to the next is its answer on articles it has not seen (five folds).
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn.isotonic import IsotonicRegression

from benchmarks.ensembles import Listwise, Pointwise, boosted_json, digits
from benchmarks.quotes_corpus import Document, blocks
from benchmarks.quotes_written import (
    FRENCH,
    WRITTEN,
    Row,
    Written,
    bare,
    is_right,
    judge,
    read_written,
    same_name,
    shown,
)
from benchmarks.quotes_written_gold import FRENCH_FOLDERS, places
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes, quoted
from transforms.quotes import rows as rows_of_answers
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.learned.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.learned.questions import FEATURES, ArticleReading, Question, read_article
from transforms.quotes.learned.ranking import split, stacked
from transforms.quotes.learned.trees import Trees, added, fingerprint, from_json, stored, trees
from transforms.spans import Quote

DATA = Path(__file__).parents[1] / "transforms" / "quotes" / "data" / "fr"
FOLDS = 5
OWN, SAME_NAME = 2, 1  # the phrase that tells the speaker; another phrase with the same name
_BEHIND_A_COMMA = 2  # characters from a phrase to the "qui" that stands for it
_SAME_WORDS = 0.8  # share of letters that a segment has in common with a row of the same quotation
ODDS, ORDER, CONFIDENCE = "speaker_odds", "speaker_order", "confidence"

Models = dict[str, Trees]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read, as written, and how right each option of its questions is."""

    document: Document
    written: Written
    reading: ArticleReading
    labels: list[np.ndarray]

    @property
    def fold(self) -> int:
        """The fold that it is held out in."""
        return zlib.crc32(self.document.doc_id.encode()) % FOLDS

    def quotes(self) -> tuple[Quote, ...]:
        """Its quotations, found as in a run."""
        return find_quotes(self.document.text, self.document.paragraphs, self.document.names, language="fr")


def learn_french(*, write: bool, score: bool) -> None:
    """Learn the weights, write them, and print what the held-out folds give."""
    articles = list(_articles())
    order, ordered = _order(articles)
    confidence, sure = _confidence(articles, ordered)
    if write:
        for name, learned in ((ORDER, order), (CONFIDENCE, confidence)):
            (DATA / f"{name}.json").write_text(json.dumps(learned[-1], separators=(",", ":")) + "\n", encoding="utf-8")
    if score:
        _score("weights of English", articles, [{name: trees("en", name, of) for name, of in _ENGLISH}] * FOLDS)
        _score(
            "held-out folds", articles, [{ORDER: one, CONFIDENCE: two} for one, two in zip(ordered, sure, strict=True)]
        )


_ENGLISH = ((ORDER, FEATURES), (CONFIDENCE, CONFIDENCE_FEATURES))


def _articles() -> Iterator[Article]:
    """The articles to learn from, parsed."""
    for folder in FRENCH_FOLDERS:
        articles = list(read_written(WRITTEN / folder))
        parsed = read_paragraphs(((a.text, blocks(a.text)) for a in articles), load_model(FRENCH))
        for article, paragraphs in zip(articles, parsed, strict=True):
            doc_id = f"{folder}/{article.path.stem}"
            document = Document(doc_id, article.text, tuple(paragraphs), find_names(paragraphs))
            reading = read_article(document.text, document.paragraphs, document.names, lexicon("fr"))
            yield Article(document, article, reading, list(_labels(article, document, reading)))


def _labels(article: Written, document: Document, reading: ArticleReading) -> Iterator[np.ndarray]:
    """For each question, how right each option is; of a quotation without a tag any phrase of the name is its own.

    None is right of a turn behind a dash: who takes turns is told by form (``transforms/quotes/turns``).
    """
    rows = [row for row in article.rows if row.is_quoted]
    quoted_places = [(row.start, row.end) for row in rows]
    for question in reading.questions:
        row = next((row for row in rows if _is_same(row, question)), None)
        labels = np.zeros(len(question.options), dtype=int)
        if row is not None and question.segment.opens:
            source, _ = places(article.text, row, quoted_places)
            labels[:] = [_label(document, reading, option, row, source) for option in question.options]
            if OWN not in labels:
                labels[labels == SAME_NAME] = OWN
        yield labels


def _label(
    document: Document, reading: ArticleReading, option: Candidate, row: Row, source: Sequence[tuple[int, int]]
) -> int:
    """How right an option is as the speaker of a row, who is marked at one of the places of ``source``."""
    at = reading.views[option.paragraph].span(option.first, option.last)
    entity = "" if option.entity is None else document.names.entities[option.entity].name
    is_named = bool(row.name) and same_name(entity, row.name)
    begins = [abs(at.start - start) <= 1 for start, _ in source]  # "l'" may belong to it or not
    is_who = document.text[at.start : at.end] == "qui"  # behind a comma, as the subject of the verb
    begins += [is_who and 0 < at.start - end <= _BEHIND_A_COMMA for _, end in source]
    within = [start <= at.start and at.end <= end + 1 for start, end in source]
    if any(begins) or (any(within) and is_named):
        return OWN
    return SAME_NAME if is_named else 0


def _is_same(row: Row, question: Question) -> bool:
    start, end = question.segment.start, question.segment.end
    shared = min(row.end, end) - max(row.start, start)
    return shared >= _SAME_WORDS * (max(row.end, end) - min(row.start, start))


def _order(articles: Sequence[Article]) -> tuple[list[dict[str, Any]], list[Trees]]:
    """Which option speaks: the trees that add to those of English, by fold and from all, and the sums by fold."""
    base = _stored(ORDER)
    questions = [question for article in articles for question in article.reading.questions]
    labels = [label for article in articles for label in article.labels]
    rows, label = stacked([question.rows for question in questions]), np.concatenate(labels)
    fold = np.repeat([a.fold for a in articles], [sum(map(len, a.labels)) for a in articles])
    model = Listwise([len(one) for one in labels], 120, 6, leaves=8, least=25, onto=from_json(base).scores(rows))

    def learned(seen: np.ndarray) -> dict[str, Any]:
        boosted = model.learn(rows, label == OWN, np.ones(len(rows)), seen & (label != SAME_NAME))
        return boosted_json(FEATURES, boosted) | {"onto": fingerprint(base)}

    every = [learned(seen) for seen in _to_learn_from(fold)]
    sums = [from_json(added(base, own)) for own in every[:FOLDS]]
    _show_order("English", articles, [from_json(base)] * FOLDS)
    _show_order("held out", articles, sums)
    return every, sums


def _to_learn_from(fold: np.ndarray) -> list[np.ndarray]:
    """The rows that each fold's model may see, and all rows."""
    return [*(fold != k for k in range(FOLDS)), fold >= 0]


def _show_order(name: str, articles: Sequence[Article], by_fold: Sequence[Trees]) -> None:
    """Print how often the first of the options is right."""
    best = [
        bool(label[np.argmax(by_fold[article.fold].scores(question.rows))])
        for article in articles
        for question, label in zip(article.reading.questions, article.labels, strict=True)
        if label.any()
    ]
    print(f"{name}: right speaker for {sum(best)} of {len(best)} quotations with a reachable one")


def _confidence(articles: Sequence[Article], ordered: Sequence[Trees]) -> tuple[list[dict[str, Any]], list[Trees]]:
    """How likely a row names whom the article means, where the pronoun or description in it is in no doubt."""
    right: list[bool | None] = []
    with _without_doubts():
        for article in articles:
            with _held_out({ORDER: ordered[article.fold]}):
                right += _rights(article)
    table = np.concatenate([row for article in articles for row in _confidence_rows(article, ordered[article.fold])])
    known = np.array([one is not None for one in right])
    target = np.array(right, dtype=bool)
    fold = np.repeat([a.fold for a in articles], [len(a.labels) for a in articles])
    model = Pointwise(80, leaves=6, least=12)

    def learned(seen: np.ndarray) -> dict[str, Any]:
        return boosted_json(CONFIDENCE_FEATURES, model.learn(table, target, np.ones(len(table)), seen & known))

    every = [learned(seen) for seen in _to_learn_from(fold)]
    answers = np.zeros(len(table))
    for k, own in enumerate(every[:FOLDS]):
        answers[fold == k] = from_json(own).scores(table[fold == k])
    for own, seen in zip(every, _to_learn_from(fold), strict=True):
        own["curve"] = _curve(answers[known & seen], target[known & seen])
    return every, [from_json(own) for own in every[:FOLDS]]


def _confidence_rows(article: Article, order: Trees) -> list[np.ndarray]:
    """The rows of numbers that tell how likely the answer to each question is right, in an order."""
    asked = article.reading.questions
    table = stacked([question.rows for question in asked])
    odds = split(trees("en", ODDS, FEATURES).scores(table), asked)
    return [confidence_rows(*own) for own in zip(asked, odds, split(order.scores(table), asked), strict=True)]


def _curve(answers: np.ndarray, target: np.ndarray) -> list[list[float]]:
    """What turns an answer into a chance, as it is written."""
    curve = IsotonicRegression(out_of_bounds="clip", y_min=0.01, y_max=0.98).fit(answers, target)
    return [digits(curve.X_thresholds_, 5), digits(curve.y_thresholds_, 5)]


def _rights(article: Article) -> list[bool | None]:
    """Whether the row of each question names whom the article means; nothing where it has none, or is in doubt."""
    text = article.document.text
    found = {bare(text, quote.start, quote.end): quote for quote in article.quotes()}
    meant = {bare(text, row.start, row.end): row for row in article.written.rows if row.is_quoted}

    def right(question: Question) -> bool | None:
        place = bare(text, question.segment.start, question.segment.end)
        row, quote = meant.get(place), found.get(place)
        if row is None or quote is None or not question.segment.opens or quote.confidence == 0:
            return None
        return is_right(row, text, quote)

    return [right(question) for question in article.reading.questions]


@contextmanager
def _without_doubts() -> Iterator[None]:
    """Name a speaker however unlikely; what is in doubt has no chance at all, so that it can be told."""
    with patch.object(quoted, "_SURE_ENOUGH", 0.0), patch.object(rows_of_answers, "_AS_LIKELY_ANOTHER", 0.0):
        yield


@contextmanager
def _held_out(models: Models) -> Iterator[None]:
    """Use models instead of those of the package."""

    def chosen(language: str, name: str, features: tuple[str, ...]) -> Trees:
        return models.get(name) or trees(language, name, features)

    with patch.object(quoted, "trees", chosen):
        yield


def _score(name: str, articles: Sequence[Article], by_fold: Sequence[Models]) -> None:
    """Print what models that have not seen the articles find in them, by folder."""
    counts = {folder: Counter[str]() for folder in FRENCH_FOLDERS}
    for article in articles:
        with _held_out(by_fold[article.fold]):
            judge(article.written, article.quotes(), counts[article.written.path.parent.name])
    for folder, of_folder in counts.items():
        print(f"{name}: {folder:10}", shown(of_folder))


def _stored(name: str) -> dict[str, Any]:
    model = stored("en", name)
    if model is None:
        raise FileNotFoundError(f"no English weights called {name}: run benchmarks.train_speaker_model first")
    return model
