"""Reads the English Worldwide Newswire corpus (Shan et al. 2023): raw texts with BIO tokens beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_REACH = 400  # characters within which the next token must turn up in the raw text
_TOUCHING = 3  # characters between tokens that still count as annotated


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its first code point in the file, its text, names as (start, end, type) in the line."""

    start: int
    text: str
    names: tuple[tuple[int, int, str], ...]
    covered: tuple[tuple[int, int], ...]  # stretches that were annotated


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article."""

    name: str
    lines: tuple[Line, ...]


def gold_articles(split: Path) -> Iterator[GoldArticle]:
    """The articles of a split (a folder with ``text/`` and ``labels/``), by name."""
    for labels in sorted(split.glob("labels/*.txt.tsv")):
        name = labels.name.removesuffix(".txt.tsv")
        text_file = split / "text" / f"{name}.txt"
        if text_file.exists():
            text = text_file.read_bytes().decode("utf-8", "replace")
            names, covered = _align(text, labels.read_text(encoding="utf-8", errors="replace").split("\n"))
            yield GoldArticle(name, tuple(_lines(text, names, covered)))


def _align(text: str, rows: list[str]) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """Names and annotated stretches: each token is looked for behind the one before it."""
    names: list[tuple[int, int, str]] = []
    covered: list[tuple[int, int]] = []
    position = 0
    kind: str | None = None
    for row in rows:
        # A third column holds names inside of names ('Kenya' in 'Kenya Red Cross'), which are left aside.
        token, separator, tags = row.rstrip("\r").partition("\t")
        token, tag = token.strip(), tags.partition("\t")[0].strip()
        if not separator:
            kind = None
        if not token:
            continue
        start = text.find(token, position, position + _REACH)
        if start < 0:
            kind = None
            continue
        position = end = start + len(token)
        if covered and start - covered[-1][1] <= _TOUCHING:
            covered[-1] = (covered[-1][0], end)
        else:
            covered.append((start, end))
        part, _, tag_kind = tag.partition("-")
        if part == "I" and tag_kind == kind:
            names[-1] = (names[-1][0], end, tag_kind)
        elif part in {"B", "I"} and (part == "B" or kind is None):
            names.append((start, end, tag_kind))
            kind = tag_kind
        else:
            kind = None
    return names, covered


def _lines(text: str, names: list[tuple[int, int, str]], covered: list[tuple[int, int]]) -> Iterator[Line]:
    offset = 0
    for raw in text.split("\n"):
        start = offset + len(raw) - len(raw.lstrip())
        end = offset + len(raw.rstrip())
        if start < end:
            inside = tuple((s - start, e - start, kind) for s, e, kind in names if start <= s and e <= end)
            known = tuple((max(s, start) - start, min(e, end) - start) for s, e in covered if s < end and e > start)
            yield Line(start, text[start:end], inside, known)
        offset += len(raw) + 1
