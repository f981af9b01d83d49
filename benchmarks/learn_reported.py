"""Learn which stretches are reported, and how sure the rows of these are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from sklearn.isotonic import IsotonicRegression

from benchmarks.ensembles import Pointwise
from benchmarks.lessons import DATA, FOLDS, fold_of, held_out
from benchmarks.quotes_corpus import Document
from benchmarks.quotes_written import Row
from benchmarks.quotes_written_gold import Statements
from transforms.quotes import reported
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.lexicon.reports import ALL, Reports, counted
from transforms.quotes.grammar.view import View
from transforms.quotes.learned import indirect
from transforms.quotes.learned.indirect import Proposal
from transforms.quotes.learned.indirect_choice import chosen
from transforms.quotes.learned.questions import read_article
from transforms.quotes.learned.ranking import stacked
from transforms.quotes.learned.sureness import SURENESS_FEATURES, Report, sureness_rows
from transforms.quotes.learned.trees import Trees


def learn_indirect(
    corpus: Sequence[Document], gold: dict[str, Any], polnear: Any, *, write: bool
) -> tuple[dict[str, list[Trees]], list[Reports]]:
    """Which stretch of a sentence a cue reports, if any: right if it shares half its letters with a marked one.

    What is learned is the share, so that of two right stretches the better one is chosen. A document's own fold is
    left out of the counts of what its cues report.
    """
    proposed = [_proposed(document, gold[document.doc_id], polnear) for document in corpus]
    fold = np.repeat([fold_of(document) for document in corpus], [len(one.shares) for one in proposed])
    share = np.concatenate([one.shares for one in proposed])
    keys = [key for one in proposed for key in one.keys]
    target = share >= 0.5
    reports = [count_reports(keys, target, fold != k) for k in range(FOLDS)]
    rows = stacked([indirect.indirect_rows(one.groups) for one in proposed])
    rows[:, indirect.REPORT_SHARE] = [reports[k].share(*key) for k, key in zip(fold.tolist(), keys, strict=True)]
    names = indirect.INDIRECT_FEATURES
    model = Pointwise(rounds=150, bags=1, leaves=31, depth=8, rate=0.08)
    lesson = held_out("indirect", names, rows, share, fold, np.ones(len(rows)), np.full(len(rows), True), model)
    if write:
        lesson.save()
        write_reports(count_reports(keys, target, fold >= 0))
    marked = sum(len(gold[document.doc_id].outside) for document in corpus)
    for least in (-1.0, -0.8, -0.6, -0.5, -0.4, -0.3, -0.2, 0.0):
        _show_indirect(proposed, lesson.odds, least, marked)
    return {lesson.name: lesson.by_fold}, reports


@dataclass(frozen=True)
class Proposed:
    """What the cues of a document may report, in groups, and of each what it shares with what is marked."""

    groups: list[list[Proposal]]
    views: list[View]
    shares: np.ndarray
    keys: list[tuple[str, str, str]]
    """Part of speech and lemma of the cue, and its complement."""


def _proposed(document: Document, gold: Any, polnear: Any) -> Proposed:
    words = lexicon("en")
    reading = read_article(document.text, document.paragraphs, document.names, words)
    groups = [
        group
        for i, (seen, pool) in enumerate(zip(reading.views, reading.pools, strict=True))
        for group in indirect.proposals(i, seen, pool, words)
    ]
    shares, keys = [], []
    for proposal in chain.from_iterable(groups):
        seen = reading.views[proposal.paragraph]
        span = seen.span(proposal.first, proposal.last)
        letters = polnear.charset(document.text, [(span.start, span.end)]) - gold.inseg
        shares.append(max((len(own & letters) / len(own | letters) for _, own, _ in gold.outside), default=0.0))
        keys.append((seen.pos[proposal.frame.cue], proposal.frame.lemma, proposal.complement))
    return Proposed(groups, reading.views, np.array(shares), keys)


def _show_indirect(proposed: Sequence[Proposed], odds: np.ndarray, least: float, marked: int) -> None:
    """Print how right the proposals chosen by their odds are, of which there should be as many as are ``marked``."""
    right = kept = 0
    ends = np.cumsum([len(one.shares) for one in proposed])
    for one, own_odds in zip(proposed, np.split(odds, ends[:-1]), strict=True):
        share_of = dict(zip(map(id, chain.from_iterable(one.groups)), one.shares.tolist(), strict=True))
        taken = [proposal for proposal, _ in chosen(one.groups, one.views, own_odds, least)]
        kept += len(taken)
        right += sum(share_of[id(proposal)] >= 0.5 for proposal in taken)
    precision, recall = right / kept, right / marked
    balance = 2 * precision * recall / (precision + recall)
    print(f"indirect at {least}: P {precision:.3f} R {recall:.3f} F1 {balance:.3f}")


def learn_sureness(
    corpus: Sequence[Document], marked: dict[str, Statements], polnear: Any, by_fold: Sequence[Trees], *, write: bool
) -> dict[str, list[Trees]]:
    """How sure a row of reported speech is: the chance that it shares half its letters with a marked one, of the same.

    Learned from the real articles, where only what somebody says is marked.
    """
    tables, folds = [], []
    targets: list[bool] = []
    for document in corpus:
        reading = read_article(document.text, document.paragraphs, document.names, lexicon("en"))
        found = reported.reports(reading, by_fold[fold_of(document)])
        if found:
            tables.append(sureness_rows(found))
            targets += _are_right(found, document.text, marked[document.doc_id], polnear)
            folds += [fold_of(document)] * len(found)
    rows, target, fold = np.concatenate(tables), np.array(targets), np.array(folds)
    every = np.full(len(rows), True)
    lesson = held_out("sureness", SURENESS_FEATURES, rows, target, fold, np.ones(len(rows)), every, Pointwise())
    lesson = lesson.with_curve(
        IsotonicRegression(out_of_bounds="clip", y_min=0.01, y_max=0.99).fit(lesson.odds, target)
    )
    chances = np.concatenate([model.chances(lesson.odds[fold == k]) for k, model in enumerate(lesson.by_fold)])
    right = np.concatenate([target[fold == k] for k in range(FOLDS)])
    for least in (0.5, 0.7, 0.8, 0.9):
        sure = chances >= least
        print(f"reported at {least} or more: {sure.sum()} of {len(sure)} rows, {right[sure].mean():.3f} right")
    if write:
        lesson.save()
    return {lesson.name: lesson.by_fold}


def _are_right(found: Sequence[Report], text: str, own: Statements, polnear: Any) -> Iterator[bool]:
    """Whether each report shares half its letters with a marked one that no other report before it has, by the same."""
    left = list(own.outside)
    for report in found:
        letters = polnear.charset(text, [(report.span.start, report.span.end)]) - own.inseg
        match = next((m for m in left if 2 * len(m[1] & letters) >= len(m[1] | letters)), None)
        at = report.view.span(report.proposal.speaker.first, report.proposal.speaker.last)
        yield match is not None and _is_by(match[0], (at.start, at.end), text)
        if match is not None:
            left.remove(match)


def _is_by(row: Row, at: tuple[int, int], text: str) -> bool:
    """Whether a row has its speaker there, or elsewhere in the same words, or nowhere."""
    if row.said_by is None:
        return True
    return (at[0] < row.said_by[1] and row.said_by[0] < at[1]) or text[slice(*at)].lower() == row.written.lower()


def count_reports(keys: Sequence[tuple[str, str, str]], target: np.ndarray, use: np.ndarray) -> Reports:
    """How often each cue reports each kind of complement, for the cues that are known words."""
    words = lexicon("en")
    seen, reported = Counter[Any](), Counter[Any]()
    for (pos, lemma, complement), right, used in zip(keys, target.tolist(), use.tolist(), strict=True):
        if used and ((pos, lemma) in words.cues.shares or lemma in words.cues.verbs or lemma in words.cues.nouns):
            seen[pos, lemma, complement] += 1
            reported[pos, lemma, complement] += right
    return counted((*key, times, reported[key]) for key, times in seen.items())


def write_reports(reports: Reports) -> None:
    """Write the counts to ``cues/report_counts.tsv``."""
    rows = [
        "\t".join((*key, str(times), str(reports.reported[key]))) + "\n"
        for key, times in sorted(reports.seen.items())
        if ALL not in key
    ]
    head = "# part of speech, lemma, complement, times seen, times reported: see train_speaker_model.py\n"
    (DATA / "cues/report_counts.tsv").write_text(head + "".join(rows), encoding="utf-8")
