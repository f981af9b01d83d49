"""Reported speech of the seed page: how many of its statements have a row of their own, and the right speaker.

    python -m benchmarks.quotes_seed PREDICTIONS.jsonl

PREDICTIONS are what ``export_predictions.py`` of the measuring data writes from a lake.
A statement is found if a row shares half its letters with it; statements overlap one another and hold quotations.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.quotes_corpus import data, scorer


def main() -> None:
    """Print the counts and each statement that is not right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("predictions", type=Path)
    rows = [json.loads(line) for line in parser.parse_args().predictions.read_text(encoding="utf-8").splitlines()]
    polnear = scorer()
    gold = json.loads((data() / "seed" / "seed_gold.json").read_text(encoding="utf-8"))
    statements = gold["reported_speech"]
    found = right = 0
    for statement in statements:
        span = (statement["content"]["start"], statement["content"]["end"])
        best = max(
            rows, key=lambda row: (polnear.iou(span, (row["quote_start"], row["quote_end"])), row["quote_start"])
        )
        is_found = polnear.iou(span, (best["quote_start"], best["quote_end"])) >= 0.5
        is_right = is_found and _same_speaker(statement, best, polnear)
        found, right = found + is_found, right + is_right
        if not is_right:
            print("wrong speaker" if is_found else "not found", statement["id"], statement["content"]["text"][:70])
    print(f"reported statements: {found} of {len(statements)} found, {right} with the right speaker or rightly none")


def _same_speaker(statement: Any, row: Any, polnear: Any) -> bool:
    if not statement["speaker_as_written"]:
        return not row["speaker_text"]
    written = {head[0] for head in polnear.heads(statement["speaker_as_written"]["text"])}
    guessed = {head[0] for head in polnear.heads(row["speaker_text"] or "")}
    canonical = {head[0] for head in polnear.heads(statement["speaker_canonical"] or "")}
    named = {head[0] for head in polnear.heads(row["speaker_canonical"] or "")}
    return bool(written & guessed or canonical & named)


if __name__ == "__main__":
    main()
