"""Learn the weights of ``transforms/quotes/data/en`` from the train split of PolNeAR and from written articles.

    COPYDESK_EVAL_DATA=... python -m benchmarks.train_speaker_model --cache /some/folder

Who speaks, and whether it is speech, is learned from the train split and from the articles in ``FOLDERS`` of
``tests/eval/written``, whose other folders are kept to measure by; counts of words and reported speech from the train
split alone; how sure a row of reported speech is, from the train split of ``worldwide``. What one model passes on to
the next is always its answer on documents it has not seen (five folds by document, by folder of the written ones, by
paper of the real ones). The inputs are numbers of place, grammar and counts, and lemmas of verbs and nouns; no name of
a person, place or outlet is among them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

from benchmarks import quotes_accuracy
from benchmarks.ensembles import Listwise, Pointwise
from benchmarks.learn_reported import learn_indirect, learn_sureness
from benchmarks.lessons import DATA, FOLDS, Lesson, fold_of, folder_of, held_out, weight_of
from benchmarks.quotes_corpus import SAME, Document, data, documents, marked_at, scorer
from benchmarks.quotes_worldwide import between_marks
from benchmarks.quotes_written import judge, shown
from benchmarks.quotes_written_gold import REAL, real_corpus, written_corpus
from benchmarks.train_french_speakers import learn_french
from transforms.quotes import find, quoted, reported
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.lexicon.reports import Reports
from transforms.quotes.grammar.view import View, view
from transforms.quotes.learned.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.learned.cues import CUE_FEATURES, cue_rows
from transforms.quotes.learned.features import SEGMENT_FEATURES
from transforms.quotes.learned.indirect import INDIRECT_FEATURES
from transforms.quotes.learned.questions import FEATURES, ArticleReading, Question, read_article
from transforms.quotes.learned.ranking import split, stacked
from transforms.quotes.learned.speech import SPEECH_FEATURES, speech_rows
from transforms.quotes.learned.trees import Trees, trees
from transforms.spans import Quote

OWN, SAME_NAME = 2, 1  # the phrase the annotators marked; another phrase with the same name


def main() -> None:
    """Learn what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, help="a folder for the parses of the train split")
    parser.add_argument("--language", choices=("en", "fr"), default="en", help="fr: what French adds to English")
    parser.add_argument("--only", choices=("counts", "models", "indirect", "sureness"))
    parser.add_argument("--score", action="store_true", help="score what the held-out folds give with eval_polnear.py")
    parser.add_argument("--rows", type=Path, help="with --score: a file for the rows found, as the scorer reads them")
    parser.add_argument("--dry", action="store_true", help="write no weights")
    arguments = parser.parse_args()
    if arguments.language == "fr":
        learn_french(write=not arguments.dry, score=arguments.score)
        return
    if arguments.cache is None:
        parser.error("--cache: name a folder for the parses of the train split")
    polnear = scorer()
    gold = polnear.load_gold(str(data() / "polnear"), "train")
    corpus = documents("train", arguments.cache)
    if arguments.only in {None, "counts"} and not arguments.dry:
        count_cues(corpus, gold)
        count_sources(corpus, gold, polnear)
    by_fold: dict[str, list[Trees]] = {}
    shares = [lexicon("en").cues.reports] * FOLDS
    written, written_gold, articles = written_corpus(polnear)
    real, reports, marked = real_corpus(polnear)
    if arguments.only in {None, "models"}:
        by_fold |= learn([*corpus, *written], gold | written_gold, polnear, write=not arguments.dry)
    if arguments.only in {None, "indirect"}:
        learned, shares = learn_indirect(corpus, gold, polnear, write=not arguments.dry)
        by_fold |= learned
    if arguments.only in {None, "indirect", "sureness"}:
        model = by_fold.get("indirect", [trees("en", "indirect", INDIRECT_FEATURES)] * FOLDS)
        by_fold |= learn_sureness(real, reports, polnear, model, write=not arguments.dry)
    if arguments.score:
        found = answered([*corpus, *written, *real], by_fold, shares)
        score(corpus, [found[document.doc_id] for document in corpus], arguments.rows)
        of_written, of_real = Counter[str](), Counter[str]()
        for document in written:
            judge(articles[document.doc_id], found[document.doc_id], of_written)
        for document in real:
            article = marked[document.doc_id]
            judge(article, between_marks(article.text, found[document.doc_id]), of_real)
        print(f"{'written':10}", shown(of_written))
        print(f"{REAL:10}", shown(of_real))


def answered(
    corpus: Sequence[Document], by_fold: dict[str, list[Trees]], reports: Sequence[Reports]
) -> dict[str, tuple[Quote, ...]]:
    """The quotations of each document, found with the models that have not seen it."""
    found: dict[str, tuple[Quote, ...]] = {}
    for k in range(FOLDS):
        own = [document for document in corpus if fold_of(document) == k]
        models = {name: own_models[k] for name, own_models in by_fold.items()}

        def held_out_trees(
            language: str, name: str, features: tuple[str, ...], models: dict[str, Trees] = models
        ) -> Trees:
            return models.get(name) or trees(language, name, features)

        words = lexicon("en")
        words = replace(words, cues=replace(words.cues, reports=reports[k]))
        with ExitStack() as patches:
            for module in (quoted, reported):
                patches.enter_context(patch.object(module, "trees", held_out_trees))
            patches.enter_context(patch.object(find, "lexicon", lambda _, words=words: words))
            found |= {d.doc_id: rows for d, rows in zip(own, quotes_accuracy.quotes(own), strict=True)}
    return found


def score(corpus: Sequence[Document], rows: Sequence[tuple[Quote, ...]], written: Path | None) -> None:
    """Print the scorer's figures of what was found in each document."""
    quotes_accuracy.show("held-out folds", quotes_accuracy.figures(corpus, rows, "train"))
    quotes_accuracy.reliability(list(quotes_accuracy.judge(corpus, rows, "train")), None)
    if written:
        lines = [row for d, own in zip(corpus, rows, strict=True) for row in quotes_accuracy.predictions(d, own)]
        written.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def count_cues(corpus: Sequence[Document], gold: dict[str, Any]) -> None:
    """How often each verb and noun marks speech, and how often a quotation, to ``cues/counts.tsv``."""
    seen, cue, quoted_by, low = (Counter[tuple[str, str]]() for _ in range(4))
    for document in corpus:
        own = gold[document.doc_id]
        with_marks = {found["att"]["id"] for found in own.gold}
        cues = _letters_of_cues(own.atts)
        marked = _letters_of_cues([attribution for attribution in own.atts if attribution["id"] in with_marks])
        for seen_as, token in _words_outside(document, {"VERB", "NOUN", "ADJ"}):
            key = (seen_as.pos[token].lower(), seen_as.lemmas[token])
            seen[key] += 1
            low[key] += seen_as.words[token][0].islower()
            cue[key] += seen_as.starts[token] in cues
            quoted_by[key] += seen_as.starts[token] in marked
    # Words that are mostly capitalised are names that the tagger mistook.
    kept = [k for k in sorted(seen) if seen[k] >= 8 and cue[k] >= 2 and low[k] >= 0.6 * seen[k]]
    head = (
        "# part of speech, lemma, times seen, times a cue, times the cue of a quotation: see train_speaker_model.py\n"
    )
    rows = [f"{pos}\t{lemma}\t{seen[pos, lemma]}\t{cue[pos, lemma]}\t{quoted_by[pos, lemma]}\n" for pos, lemma in kept]
    (DATA / "cues/counts.tsv").write_text(head + "".join(rows), encoding="utf-8")


def _letters_of_cues(attributions: Sequence[Any]) -> set[int]:
    """The places of the letters of all cues that are marked."""
    return {i for attribution in attributions for start, end in attribution["cue"] for i in range(start, end)}


def count_sources(corpus: Sequence[Document], gold: dict[str, Any], polnear: Any) -> None:
    """How often each common noun is the head of a source, to ``people/source_counts.tsv``."""
    seen, source, low = (Counter[str]() for _ in range(3))
    for document in corpus:
        sources = [attribution["source"] for attribution in gold[document.doc_id].atts if attribution["source"]]
        heads = {head[1] for own in sources for head in polnear.source_kind(document.text, own)[1]}
        for seen_as, token in _words_outside(document, {"NOUN"}):
            lemma = seen_as.lemmas[token]
            seen[lemma] += 1
            low[lemma] += seen_as.words[token][0].islower()
            source[lemma] += seen_as.starts[token] in heads
    kept = [k for k in sorted(seen) if seen[k] >= 8 and (source[k] >= 2 or seen[k] >= 30) and low[k] >= 0.6 * seen[k]]
    head = "# lemma of a noun, times seen, times the head of a source: see train_speaker_model.py\n"
    rows = [f"{lemma}\t{seen[lemma]}\t{source[lemma]}\n" for lemma in kept]
    (DATA / "people/source_counts.tsv").write_text(head + "".join(rows), encoding="utf-8")


def _words_outside(document: Document, parts: Collection[str]) -> Iterator[tuple[View, int]]:
    """The words of some parts of speech outside of quotations, each as a token of its paragraph."""
    for paragraph in document.paragraphs:
        seen_as = view(paragraph, lexicon("en"))
        for token, pos in enumerate(seen_as.pos):
            if seen_as.inside[token] is None and pos in parts and seen_as.lemmas[token].isalpha():
                yield seen_as, token


@dataclass(frozen=True)
class Marked:
    """The questions of all documents with their right answers, a question in a row of each array."""

    readings: Sequence[ArticleReading]
    questions: Sequence[Question]
    labels: Sequence[np.ndarray]
    """How right each option of a question is."""
    is_speech: np.ndarray
    """1 for speech, 0 for none, -1 for what is not scored."""
    folds: np.ndarray
    weights: np.ndarray

    @property
    def is_scored(self) -> np.ndarray:
        """Whether it is known of a question if it is speech."""
        return self.is_speech >= 0

    def by_option(self, of_questions: np.ndarray) -> np.ndarray:
        """A value of each question for each of its options."""
        return np.repeat(of_questions, [len(label) for label in self.labels])


def learn(corpus: Sequence[Document], gold: dict[str, Any], polnear: Any, *, write: bool) -> dict[str, list[Trees]]:
    """The models of quotations, each from the answers of those before it on documents they had not seen."""
    readings = [read_article(d.text, d.paragraphs, d.names, lexicon("en")) for d in corpus]
    answers = [answer(d, r, gold[d.doc_id], polnear) for d, r in zip(corpus, readings, strict=True)]
    asked = [len(reading.questions) for reading in readings]
    marked = Marked(
        readings=readings,
        questions=[question for reading in readings for question in reading.questions],
        labels=[label for found in answers for label, _ in found],
        is_speech=np.array([state for found in answers for _, state in found]),
        folds=np.repeat([fold_of(d) for d in corpus], asked),
        weights=np.repeat([weight_of(d) for d in corpus], asked),
    )
    cue = learn_cues(corpus, readings, answers, gold, polnear)
    likely, order = learn_speakers(marked)
    odds, scores = split(likely.odds, marked.questions), split(order.odds, marked.questions)
    report("by odds", odds, marked.labels)
    report("by order", scores, marked.labels)
    learned = [cue, likely, order, learn_speech(marked, odds), learn_confidence(marked, odds, scores)]
    for lesson in learned if write else ():
        lesson.save()
    return {lesson.name: lesson.by_fold for lesson in learned}


def learn_speakers(marked: Marked) -> tuple[Lesson, Lesson]:
    """How likely each option is to speak, by itself and in an order with the others."""
    label = np.concatenate(marked.labels)
    use, target = label != SAME_NAME, label == OWN
    fold, weight = marked.by_option(marked.folds), marked.by_option(marked.weights)
    rows = stacked([question.rows for question in marked.questions])
    ordered = Listwise([len(own) for own in marked.labels])
    likely = held_out("speaker_odds", FEATURES, rows, target, fold, weight, use, ranker)
    return likely, held_out("speaker_order", FEATURES, rows, target, fold, weight, use, ordered)


def learn_speech(marked: Marked, odds: Sequence[np.ndarray]) -> Lesson:
    """Whether what stands between marks is speech; ``odds`` are those of its options."""
    tables = [
        speech_rows(reading.text, reading.questions, reading.views, own, lexicon("en"))
        for reading, own in per_article(marked.readings, odds)
        if reading.questions
    ]
    names, rows = SPEECH_FEATURES + SEGMENT_FEATURES, np.concatenate(tables)
    known, is_speech = marked.is_scored, marked.is_speech == 1
    model = Pointwise(of_features=0.3)
    speech = held_out("speech", names, rows, is_speech, marked.folds, marked.weights, known, model)
    for threshold in (-1.0, -0.5, -0.2, 0.0, 0.2, 0.5):
        kept = (speech.odds > threshold) & known
        precision, recall = is_speech[kept].mean(), kept[is_speech].mean()
        balance = 2 * precision * recall / (precision + recall)
        print(f"speech at {threshold}: P {precision:.4f} R {recall:.4f} F1 {balance:.4f}")
    return speech


def learn_confidence(marked: Marked, odds: Sequence[np.ndarray], scores: Sequence[np.ndarray]) -> Lesson:
    """How likely the option with the highest of the ``scores`` is right."""
    right = np.array([len(s) > 0 and own[np.argmax(s)] > 0 for s, own in zip(scores, marked.labels, strict=True)])
    asked = zip(marked.questions, odds, scores, strict=True)
    rows, known = np.concatenate([confidence_rows(*all_of) for all_of in asked]), marked.is_scored
    sure = held_out("confidence", CONFIDENCE_FEATURES, rows, right, marked.folds, marked.weights, known, Pointwise())
    curve = IsotonicRegression(out_of_bounds="clip", y_min=0.01, y_max=0.995).fit(sure.odds[known], right[known])
    return sure.with_curve(curve)


def learn_cues(
    corpus: Sequence[Document], readings: Sequence[ArticleReading], answers: Sequence[Any], gold: Any, polnear: Any
) -> Lesson:
    """Which of the right speaker's frames holds the marked cue, where it has several."""
    choices = list(_cues_to_choose(corpus, readings, answers, gold, polnear))
    sizes = [len(choice.is_marked) for choice in choices]
    rows, target = stacked([choice.rows for choice in choices]), np.concatenate([c.is_marked for c in choices])
    fold = np.repeat([fold_of(choice.document) for choice in choices], sizes)
    weight = np.repeat([weight_of(choice.document) for choice in choices], sizes)
    ordered = Listwise(sizes, rounds=120, bags=2)
    lesson = held_out("cue", CUE_FEATURES, rows, target, fold, weight, np.full(len(rows), True), ordered)
    best = np.split(lesson.odds, np.cumsum(sizes)[:-1])
    right = sum(choice.is_marked[np.argmax(odds)] for choice, odds in zip(choices, best, strict=True))
    print(f"cue: right for {right} of {len(sizes)} speakers with several")
    return lesson


@dataclass(frozen=True)
class Choice:
    """The frames of a speaker, a row of numbers each, and which of them have the marked cue."""

    document: Document
    rows: np.ndarray
    is_marked: np.ndarray


def _cues_to_choose(
    corpus: Sequence[Document], readings: Sequence[ArticleReading], answers: Sequence[Any], gold: Any, polnear: Any
) -> Iterator[Choice]:
    """The right speakers with several frames, of which some have the marked cue."""
    for document, reading, found in zip(corpus, readings, answers, strict=True):
        for question, (labels, _) in zip(reading.questions, found, strict=True):
            match = _match(document, question, gold[document.doc_id], polnear)
            if match is None:
                continue
            cue = _letters_of_cues([match["att"]])
            for option in (option for option, label in zip(question.options, labels, strict=True) if label == OWN):
                seen = reading.views[option.paragraph]
                hits = np.array([seen.starts[frame.cue] in cue for frame in option.frames], dtype=bool)
                if len(hits) > 1 and hits.any():
                    yield Choice(document, cue_rows(option, question.place, seen), hits)


def answer(document: Document, reading: ArticleReading, gold: Any, polnear: Any) -> list[tuple[np.ndarray, int]]:
    """For each question, how right each option is, and whether the stretch is speech (-1: not scored)."""
    found = []
    for question in reading.questions:
        match = _match(document, question, gold, polnear)
        labels = np.zeros(len(question.options), dtype=int)
        if match is not None and match["kind"] != "none":
            for i, option in enumerate(question.options):
                at = reading.views[option.paragraph].span(option.first, option.last)
                labels[i] = _rightness(document, at.start, at.end, match, polnear)
        state = -1 if match is None else 1
        if match is None and _is_no_speech(document, question, gold, polnear):
            state = 0
        found.append((labels, state))
    return found


def _match(document: Document, question: Question, gold: Any, polnear: Any) -> dict[str, Any] | None:
    """The quotation that is marked where a question is."""
    return marked_at(polnear.trim(document.text, question.segment.start, question.segment.end), gold, polnear)


def _is_no_speech(document: Document, question: Question, gold: Any, polnear: Any) -> bool:
    """Whether what stands between marks is known to be none: where all is marked that is, or where it is marked so."""
    span = polnear.trim(document.text, question.segment.start, question.segment.end)
    return bool(folder_of(document)) or any(polnear.iou(gold.segs[i], span) >= SAME for i in gold.neg)


def _rightness(document: Document, start: int, end: int, match: Any, polnear: Any) -> int:
    words = document.text[start:end]
    heads = polnear.heads(words, start)
    covers = any(start <= head[1] and head[2] <= end for head in match["heads"])
    lies_in = any(low <= head[1] and head[2] <= high for head in heads for low, high in match["frags"])
    if covers and lies_in:
        return OWN
    guess = {"sp": words, "raw": words, "ss": start, "se": end, "canon": ""}
    return SAME_NAME if polnear.speaker_ok(match, guess, {}, document.doc_id) else 0


def ranker() -> HistGradientBoostingClassifier:
    """An ensemble for many rows."""
    return HistGradientBoostingClassifier(
        max_iter=150, max_leaf_nodes=12, max_depth=5, learning_rate=0.08, min_samples_leaf=40, l2_regularization=5,
        random_state=0, early_stopping=False,
    )  # fmt: skip


def per_article(readings: Sequence[ArticleReading], values: Sequence[Any]) -> list[tuple[ArticleReading, list[Any]]]:
    """Values of all questions, put back with their articles."""
    left = iter(values)
    return [(reading, [next(left) for _ in reading.questions]) for reading in readings]


def report(name: str, scores: Sequence[np.ndarray], labels: Sequence[np.ndarray]) -> None:
    """Print how often the best option is right."""
    sourced = [(score, label) for score, label in zip(scores, labels, strict=True) if label.any()]
    right = sum(label[np.argmax(score)] > 0 for score, label in sourced)
    print(f"{name}: right speaker for {right} of {len(sourced)} quotations with a reachable one")


if __name__ == "__main__":
    main()
