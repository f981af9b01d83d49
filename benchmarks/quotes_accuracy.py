"""Score quotations on PolNeAR straight through the transforms, and show what each part of them adds.

    COPYDESK_EVAL_DATA=... python -m benchmarks.quotes_accuracy --cache /some/folder [--split dev] [--ablation]
        [--errors 30] [--reliability docs/reliability.svg]

The figures are those of ``eval_polnear.py``; ``docs/accuracy.md`` says what they mean. The first run parses the texts
and keeps the parses in the cache; later ones take seconds.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.quotes_corpus import SAME, Document, data, documents, marked_at, scorer
from transforms.quotes import find_quotes, quoted, reported
from transforms.quotes import rows as of_rows
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace, fitting_frame, likeliest_frame
from transforms.quotes.learned.ranking import rank
from transforms.spans import Quote


def main() -> None:
    """Print the figures that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--reliability", type=Path)
    arguments = parser.parse_args()
    corpus = documents(arguments.split, arguments.cache)
    found = quotes(corpus)
    show("all", figures(corpus, found, arguments.split))
    if arguments.ablation:
        for name, change in ABLATIONS.items():
            with change():
                show(f"without {name}", figures(corpus, quotes(corpus), arguments.split))
    judged = list(judge(corpus, found, arguments.split))
    reliability(judged, arguments.reliability)
    for line in [line for _, right, line in judged if not right][: arguments.errors]:
        print(line)


def quotes(corpus: Sequence[Document]) -> list[tuple[Quote, ...]]:
    """The rows of each document."""
    return [find_quotes(d.text, d.paragraphs, d.names) for d in corpus]


def predictions(document: Document, found: Sequence[Quote]) -> Iterator[dict[str, Any]]:
    """The rows of one document as the scorer reads them."""
    for quote in found:
        yield {
            "doc_id": document.doc_id,
            "quote_start": quote.start,
            "quote_end": quote.end,
            "speaker_text": quote.speaker.of(document.text) if quote.speaker else "",
            "speaker_start": quote.speaker.start if quote.speaker else None,
            "speaker_end": quote.speaker.end if quote.speaker else None,
            "speaker_canonical": quote.speaker_name or "",
            "cue_text": quote.cue.of(document.text) if quote.cue else "",
            "confidence": quote.confidence,
            "rule": quote.rule,
        }


def guess(row: Mapping[str, Any]) -> dict[str, Any]:
    """The speaker of a row of ``predictions`` by the names that the scorer has for it."""
    return {
        "sp": row["speaker_text"], "raw": row["speaker_text"], "canon": row["speaker_canonical"],
        "ss": row["speaker_start"], "se": row["speaker_end"],
    }  # fmt: skip


def figures(corpus: Sequence[Document], found: Sequence[Sequence[Quote]], split: str) -> dict[str, Any]:
    """What the scorer prints for documents of a split."""
    polnear = scorer()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document, rows in zip(corpus, found, strict=True):
            file.writelines(json.dumps(row) + "\n" for row in predictions(document, rows))
        file.flush()
        gold = polnear.load_gold(str(data() / "polnear"), split)
        by_hand = data() / "polnear" / f"resolution_{split}_hand.tsv"
        antecedents = polnear.read_resolution(by_hand) if by_hand.exists() else {}
        own = {document.doc_id: gold[document.doc_id] for document in corpus}
        result: dict[str, Any] = polnear.score(own, polnear.load_preds(file.name), antecedents)
    return result


def show(name: str, result: dict[str, Any]) -> None:
    """One line of figures."""
    speaker = result["speaker_projected"]
    print(
        f"{name:32} segments {result['strict_exact']['F1']:5} triple {result['triple_projected']['F1']:5} "
        f"named {speaker['named']['acc']} nominal {speaker['nominal']['acc']} pronoun {speaker['pronoun']['acc']} "
        f"resolved {speaker['pronoun_resolved']['acc'] or 0:5} cue {result['cue_projected']['all']['acc']:5} "
        f"indirect {result['indirect_span50']['F1']:5}",
        flush=True,
    )


def judge(
    corpus: Sequence[Document], found: Sequence[Sequence[Quote]], split: str
) -> Iterator[tuple[float, bool, str]]:
    """For each row between marks with a speaker: its confidence, whether the speaker is right, what was meant."""
    polnear = scorer()
    gold = polnear.load_gold(str(data() / "polnear"), split)
    by_hand = data() / "polnear" / f"resolution_{split}_hand.tsv"
    antecedents = polnear.read_resolution(by_hand) if by_hand.exists() else {}
    for document, rows in zip(corpus, found, strict=True):
        own = gold[document.doc_id]
        for quote, row in zip(rows, predictions(document, rows), strict=True):
            if quote.kind == "indirect" or quote.speaker is None:
                continue
            span = polnear.trim(document.text, quote.start, quote.end)
            if not _is_scored(span, own, polnear):
                continue
            match = marked_at(span, own, polnear)
            has_source = match is not None and match["kind"] != "none"
            is_right = has_source and polnear.speaker_ok(match, guess(row), antecedents, document.doc_id)
            meant = (match["src"] or "no source") if match else "no quotation"
            got = f"got {row['speaker_text']!r} ({quote.rule}, {quote.confidence})"
            yield quote.confidence, is_right, f"{document.doc_id} {quote.start}: {got}, marked {meant!r}"


def _is_scored(place: tuple[int, int], gold: Any, polnear: Any) -> bool:
    """Whether the scorer asks for the speaker there: not between mistyped marks, which it does not pair."""
    is_ignored = any(polnear.iou(gold.segs[i], place) >= SAME for i in gold.ignored)
    return not is_ignored and any(polnear.iou(segment, place) for segment in gold.segs)


def reliability(judged: Sequence[tuple[float, bool, str]], path: Path | None) -> None:
    """The share of right speakers by confidence; as a picture where a path is given."""
    sure = np.array([confidence for confidence, _, _ in judged])
    right = np.array([correct for _, correct, _ in judged])
    for low in (0.95, 0.9, 0.8, 0.5):
        at = sure >= low
        print(f"confidence >= {low}: {at.sum()} rows, speaker right {100 * right[at].mean():.1f} %")
    if path is None:
        return
    edges = np.array([0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001])
    points = []
    for low, high in pairwise(edges):
        at = (sure >= low) & (sure < high)
        if at.any():
            points.append((float(sure[at].mean()), float(right[at].mean()), int(at.sum())))
    path.write_text(_picture(points), encoding="utf-8")


def _picture(points: Sequence[tuple[float, float, int]]) -> str:
    side, edge = 320, 40

    def place(x: float, y: float) -> tuple[float, float]:
        return edge + x * side, edge + (1 - y) * side

    ticks = "".join(
        f'<text x="{place(t, 0)[0]}" y="{edge + side + 16}" text-anchor="middle">{t:g}</text>'
        f'<text x="{edge - 6}" y="{place(0, t)[1] + 4}" text-anchor="end">{t:g}</text>'
        for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(sure, right) for sure, right, _ in points))
    dots = "".join(
        f'<circle cx="{place(sure, right)[0]:.1f}" cy="{place(sure, right)[1]:.1f}" r="{2 + count**0.5 / 3:.1f}"'
        f' fill="#1f5fa8" fill-opacity="0.7"><title>{count} rows</title></circle>'
        for sure, right, count in points
    )
    whole = side + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole + 10}" font-family="sans-serif"'
        f' font-size="11"><rect width="100%" height="100%" fill="#fff"/>'
        f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#999"/>'
        f'<line x1="{edge}" y1="{edge + side}" x2="{edge + side}" y2="{edge}" stroke="#bbb" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8"/>{dots}{ticks}'
        f'<text x="{edge + side / 2}" y="{edge + side + 34}" text-anchor="middle">confidence (dot size: rows)</text>'
        f'<text x="{edge}" y="{edge - 12}">share of right speakers, PolNeAR dev</text></svg>\n'
    )


@contextmanager
def _odds_alone() -> Iterator[None]:
    def by_odds(questions: Any, odds: Any, _order: Any) -> Any:
        return rank(questions, odds, odds)

    with patch.object(quoted, "rank", by_odds):
        yield


@contextmanager
def _nearest_frame() -> Iterator[None]:
    def by_fit(questions: Any, _odds: Any, _order: Any) -> Any:
        from transforms.quotes.learned.questions import FEATURES  # noqa: PLC0415

        fit, tokens = FEATURES.index("fit"), FEATURES.index("tokens")
        fits = [q.rows[:, fit].astype(float) - 0.001 * q.rows[:, tokens] for q in questions]
        return fits, fits

    with (
        patch.object(quoted, "rank", by_fit),
        patch.object(quoted, "_SURE_ENOUGH", -1.0),
        patch.object(quoted, "_SPEECH", -9e9),
        patch.object(quoted, "_SPEECH_LIKE_A_NAME", -9e9),
    ):
        yield


@contextmanager
def _no_filter() -> Iterator[None]:
    with patch.object(quoted, "_SPEECH", -9e9), patch.object(quoted, "_SPEECH_LIKE_A_NAME", -9e9):
        yield


@contextmanager
def _set(module: Any, name: str, value: Any) -> Iterator[None]:
    with patch.object(module, name, value):
        yield


def best_frame(candidate: Candidate, at: SegmentPlace, view: View, *_: object) -> Frame | None:
    """The cue of a speaker as grammar and counts alone tell it."""
    if candidate.paragraph != at.paragraph:
        return likeliest_frame(candidate)
    return fitting_frame(candidate, at, view)[0]


ABLATIONS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "any learned model": _nearest_frame,
    "the ensemble that orders (odds alone)": _odds_alone,
    "the speech filter": _no_filter,
    "a least confidence": lambda: _set(quoted, "_SURE_ENOUGH", -1.0),
    "the cue model": lambda: _set(quoted, "cue_frame", best_frame),
    "quotations that run on": lambda: _set(quoted, "continued", lambda questions: [[i] for i in range(len(questions))]),
    "cues as whole phrases": lambda: _set(of_rows, "cue_phrase", lambda cue, _view, _words: (cue, cue + 1)),
    "reported speech": lambda: _set(reported, "_REPORTED", 9e9),
}


if __name__ == "__main__":
    main()
