"""Learn the weights of ``transforms/quotes/data/en`` from the train split of PolNeAR.

    COPYDESK_EVAL_DATA=... python -m benchmarks.train_speaker_model --cache /some/folder

Everything is learned from the train split alone; what one model passes on to the next is always its answer on
documents it has not seen (five folds by document). The inputs are numbers of place, grammar and counts, and lemmas
of verbs and nouns; no name of a person, place or outlet is among them.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

from benchmarks.quotes_corpus import Document, documents, scorer
from transforms.quotes import indirect
from transforms.quotes.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.cues import CUE_FEATURES, cue_rows
from transforms.quotes.features import SEGMENT_FEATURES
from transforms.quotes.lexicon import lexicon
from transforms.quotes.questions import FEATURES, Question, Reading, read
from transforms.quotes.ranking import CONTEXT_FEATURES, split, stacked, with_context
from transforms.quotes.speech import SPEECH_FEATURES, speech_rows
from transforms.quotes.view import view

DATA = Path(__file__).parents[1] / "transforms" / "quotes" / "data" / "en"
FOLDS = 5
OWN, SAME_NAME = 2, 1  # the phrase the annotators marked; another phrase with the same name


def main() -> None:
    """Learn what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--only", choices=("counts", "models", "indirect"))
    arguments = parser.parse_args()
    polnear = scorer()
    gold = polnear.load_gold(str(Path(polnear.__file__).parents[1] / "data" / "polnear"), "train")
    corpus = documents("train", arguments.cache)
    if arguments.only in {None, "counts"}:
        count_cues(corpus, gold)
    if arguments.only in {None, "models"}:
        learn(corpus, gold, polnear)
    if arguments.only in {None, "indirect"}:
        learn_indirect(corpus, gold, polnear)


def count_cues(corpus: Sequence[Document], gold: dict[str, Any]) -> None:
    """How often each verb and noun marks speech, and how often a quotation, to ``cue_counts.tsv``."""
    seen: Counter[tuple[str, str]] = Counter()
    cue: Counter[tuple[str, str]] = Counter()
    quoted: Counter[tuple[str, str]] = Counter()
    low: Counter[tuple[str, str]] = Counter()
    for document in corpus:
        attributions = gold[document.doc_id].atts
        with_marks = {found["att"]["id"] for found in gold[document.doc_id].gold}
        cues = {i for a in attributions for start, end in a["cue"] for i in range(start, end)}
        marked = {
            i for a in attributions if a["id"] in with_marks for start, end in a["cue"] for i in range(start, end)
        }
        for paragraph in document.paragraphs:
            seen_as = view(paragraph)
            for token, pos in enumerate(seen_as.pos):
                lemma = seen_as.lemmas[token]
                if seen_as.inside[token] is None and pos in {"VERB", "NOUN"} and lemma.isalpha():
                    key = (pos.lower(), lemma)
                    seen[key] += 1
                    low[key] += seen_as.words[token][0].islower()
                    cue[key] += seen_as.starts[token] in cues
                    quoted[key] += seen_as.starts[token] in marked
    # Words that are mostly capitalised are names that the tagger mistook.
    kept = [k for k in sorted(seen) if seen[k] >= 8 and cue[k] >= 2 and low[k] >= 0.6 * seen[k]]
    head = (
        "# part of speech, lemma, times seen, times a cue, times the cue of a quotation: see train_speaker_model.py\n"
    )
    rows = [f"{pos}\t{lemma}\t{seen[pos, lemma]}\t{cue[pos, lemma]}\t{quoted[pos, lemma]}\n" for pos, lemma in kept]
    (DATA / "cue_counts.tsv").write_text(head + "".join(rows), encoding="utf-8")


def learn(corpus: Sequence[Document], gold: dict[str, Any], polnear: Any) -> None:
    """The four models, each from the answers of those before it on documents they had not seen."""
    readings = [read(d.text, d.paragraphs, d.names, lexicon("en")) for d in corpus]
    answers = [answer(d, r, gold[d.doc_id], polnear) for d, r in zip(corpus, readings, strict=True)]
    folds = [zlib.crc32(d.doc_id.encode()) % FOLDS for d in corpus]
    questions = [question for reading in readings for question in reading.questions]
    fold_of = np.repeat(folds, [len(reading.questions) for reading in readings])
    labels = [label for found in answers for label, _ in found]
    is_speech = np.array([state for found in answers for _, state in found])  # 1 speech, 0 not, -1 unscored

    learn_cues(corpus, readings, answers, gold, polnear)
    use = np.concatenate(labels) != SAME_NAME
    target = np.concatenate(labels) == OWN
    row_fold = np.repeat(fold_of, [len(label) for label in labels])
    first_rows = stacked([question.rows for question in questions])
    first = held_out(first_rows, target, row_fold, use, ranker)
    save("speaker_first", FEATURES, ranker().fit(first_rows[use], target[use]))
    report("first ensemble", split(first, questions), labels)

    second_rows = stacked(by_article(readings, split(first, questions), with_context))
    second = held_out(second_rows, target, row_fold, use, ranker)
    save("speaker_second", FEATURES + CONTEXT_FEATURES, ranker().fit(second_rows[use], target[use]))
    scores = split(second, questions)
    report("second ensemble", scores, labels)

    speech = np.concatenate(
        [
            speech_rows(r.text, r.questions, r.views, s, lexicon("en"))
            for r, s in per_article(readings, scores)
            if r.questions
        ]
    )
    known = is_speech >= 0
    odds = held_out(speech, is_speech == 1, fold_of, known, small)
    save("speech", SPEECH_FEATURES + SEGMENT_FEATURES, small().fit(speech[known], is_speech[known] == 1))
    for threshold in (-2.0, -1.5, -1.0, -0.5, 0.0):
        kept = (odds > threshold) & known
        precision, recall = (is_speech[kept] == 1).mean(), kept[is_speech == 1].mean()
        balance = 2 * precision * recall / (precision + recall)
        print(f"speech at {threshold}: P {precision:.4f} R {recall:.4f} F1 {balance:.4f}")

    right = np.array([len(s) > 0 and own[np.argmax(s)] > 0 for s, own in zip(scores, labels, strict=True)])
    rows = np.concatenate([confidence_rows(q, s) for q, s in zip(questions, scores, strict=True)])
    sure = held_out(rows, right, fold_of, is_speech >= 0, small)
    curve = IsotonicRegression(out_of_bounds="clip", y_min=0.01, y_max=0.995).fit(sure[known], right[known])
    save("confidence", CONFIDENCE_FEATURES, small().fit(rows[known], right[known]), curve=curve)
    calibrated = curve.predict(sure)
    for low in (0.5, 0.7, 0.8, 0.9, 0.95):
        at = known & (calibrated >= low)
        print(f"confidence >= {low}: {at.sum()} rows, right {right[at].mean():.4f}")


def learn_cues(
    corpus: Sequence[Document], readings: Sequence[Reading], answers: Sequence[Any], gold: Any, polnear: Any
) -> None:
    """Which of the right speaker's frames holds the marked cue, where it has several."""
    matrices, targets, groups, folds = [], [], [], []
    for document, reading, found in zip(corpus, readings, answers, strict=True):
        for question, (labels, _) in zip(reading.questions, found, strict=True):
            span = polnear.trim(document.text, question.segment.start, question.segment.end)
            match = next((g for g in gold[document.doc_id].gold if polnear.iou(g["span"], span) >= 0.8), None)
            if match is None:
                continue
            cue = {i for start, end in match["att"]["cue"] for i in range(start, end)}
            for option, label in zip(question.options, labels, strict=True):
                seen = reading.views[option.paragraph]
                hits = [seen.starts[frame.cue] in cue for frame in option.frames]
                if label == OWN and len(hits) > 1 and any(hits):
                    matrices.append(cue_rows(option, question.place, seen))
                    targets += hits
                    groups.append(len(hits))
                    folds += [zlib.crc32(document.doc_id.encode()) % FOLDS] * len(hits)
    rows, target = stacked(matrices), np.array(targets)
    odds = held_out(rows, target, np.array(folds), np.full(len(rows), True), small)
    save("cue", CUE_FEATURES, small().fit(rows, target))
    at = right = 0
    for size in groups:
        right += bool(target[at + int(np.argmax(odds[at : at + size]))])
        at += size
    print(f"cue: right for {right} of {len(groups)} speakers with several")


def learn_indirect(corpus: Sequence[Document], gold: dict[str, Any], polnear: Any) -> None:
    """Which stretch of a sentence a cue reports, if any: right if it shares half its letters with a marked one."""
    matrices, targets, folds, groups_of = [], [], [], []
    marked = 0
    for document in corpus:
        found = gold[document.doc_id]
        reading = read(document.text, document.paragraphs, document.names, lexicon("en"))
        groups = [
            group
            for i, (seen, pool) in enumerate(zip(reading.views, reading.pools, strict=True))
            for group in indirect.proposals(i, seen, pool)
        ]
        matrices.append(indirect.indirect_rows(groups))
        groups_of.append(groups)
        marked += len(found.outside)
        for group in groups:
            for proposal in group:
                span = reading.views[proposal.paragraph].span(proposal.first, proposal.last)
                letters = polnear.charset(document.text, [(span.start, span.end)]) - found.inseg
                targets.append(
                    any(2 * len(own & letters) >= len(own | letters) for _, own, _ in found.outside if own & letters)
                )
                folds.append(zlib.crc32(document.doc_id.encode()) % FOLDS)
    rows, target, fold = stacked(matrices), np.array(targets), np.array(folds)
    odds = held_out(rows, target, fold, np.full(len(rows), True), ranker)
    curve = IsotonicRegression(out_of_bounds="clip", y_min=0.01, y_max=0.99).fit(odds, target)
    save("indirect", indirect.INDIRECT_FEATURES, ranker().fit(rows, target), curve=curve)
    for least in (-1.2, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0):
        at = right = kept = 0
        for groups in groups_of:
            size = sum(map(len, groups))
            place = {id(p): at + i for i, p in enumerate(p for group in groups for p in group)}
            for proposal, _ in indirect.chosen(groups, odds[at : at + size], odds[at : at + size], least):
                kept += 1
                right += bool(target[place[id(proposal)]])
            at += size
        precision, recall = right / kept, right / marked
        balance = 2 * precision * recall / (precision + recall)
        print(f"indirect at {least}: P {precision:.3f} R {recall:.3f} F1 {balance:.3f}")


def answer(document: Document, reading: Reading, gold: Any, polnear: Any) -> list[tuple[np.ndarray, int]]:
    """For each question, how right each option is, and whether the stretch is speech (-1: not scored)."""
    found = []
    for question in reading.questions:
        span = polnear.trim(document.text, question.segment.start, question.segment.end)
        match = next((g for g in gold.gold if polnear.iou(g["span"], span) >= 0.8), None)
        labels = np.zeros(len(question.options), dtype=int)
        if match is not None and match["kind"] != "none":
            for i, option in enumerate(question.options):
                at = reading.views[option.paragraph].span(option.first, option.last)
                labels[i] = _rightness(document, at.start, at.end, match, polnear)
        negative = any(polnear.iou(gold.segs[i], span) >= 0.8 for i in gold.neg)
        found.append((labels, 1 if match else 0 if negative else -1))
    return found


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


def small() -> HistGradientBoostingClassifier:
    """An ensemble for few rows."""
    return HistGradientBoostingClassifier(
        max_iter=80, max_leaf_nodes=6, max_depth=4, learning_rate=0.08, min_samples_leaf=30, l2_regularization=5,
        random_state=0, early_stopping=False,
    )  # fmt: skip


def held_out(
    rows: np.ndarray, target: np.ndarray, fold: np.ndarray, use: np.ndarray, model: Callable[[], Any]
) -> np.ndarray:
    """The log-odds of each row by a model that has not seen its document."""
    odds = np.zeros(len(rows))
    for k in range(FOLDS):
        seen = use & (fold != k)
        odds[fold == k] = model().fit(rows[seen], target[seen]).decision_function(rows[fold == k])
    return odds


def per_article(readings: Sequence[Reading], values: Sequence[Any]) -> list[tuple[Reading, list[Any]]]:
    """Values of all questions, put back with their articles."""
    left = iter(values)
    return [(reading, [next(left) for _ in reading.questions]) for reading in readings]


def by_article(
    readings: Sequence[Reading], values: Sequence[Any], work: Callable[[Sequence[Question], Sequence[Any]], list[Any]]
) -> list[Any]:
    """What some work makes of the questions and values of each article, in one list."""
    return [row for reading, own in per_article(readings, values) for row in work(reading.questions, own)]


def report(name: str, scores: Sequence[np.ndarray], labels: Sequence[np.ndarray]) -> None:
    """Print how often the best option is right."""
    sourced = [(score, label) for score, label in zip(scores, labels, strict=True) if label.any()]
    right = sum(label[np.argmax(score)] > 0 for score, label in sourced)
    print(f"{name}: right speaker for {right} of {len(sourced)} quotations with a reachable one")


def save(name: str, features: Sequence[str], model: HistGradientBoostingClassifier, curve: Any = None) -> None:
    """Write an ensemble as ``transforms/quotes/trees.py`` reads it."""
    trees = []
    depth = 0
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        own = np.arange(len(nodes))
        depth = max(depth, int(nodes["depth"].max()))
        trees.append(
            {
                "feature": np.where(leaf, 0, nodes["feature_idx"]).tolist(),
                "threshold": [float(f"{t:.7g}") for t in np.where(leaf, 0.0, nodes["num_threshold"])],
                "low": np.where(leaf, own, nodes["left"]).tolist(),
                "high": np.where(leaf, own, nodes["right"]).tolist(),
                "value": [float(f"{v:.5g}") for v in np.where(leaf, nodes["value"], 0.0)],
            }
        )
    written: dict[str, Any] = {
        "features": list(features), "depth": depth, "start": float(model._baseline_prediction.item()), "trees": trees,
    }  # fmt: skip
    if curve is not None:
        written["curve"] = [
            [float(f"{x:.5g}") for x in curve.X_thresholds_],
            [float(f"{y:.5g}") for y in curve.y_thresholds_],
        ]
    (DATA / f"{name}.json").write_text(json.dumps(written, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
