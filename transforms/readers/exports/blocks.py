"""Many articles in one text, each below lines such as "Title: ..." and "Date: ...", as scripts write them."""

import re
from functools import cache
from itertools import islice

from transforms.article import RawArticle, Rejected
from transforms.readers.exports.fields import body_parts, bylines, one_line, section
from transforms.readers.item import WireItem, wire_article
from transforms.readers.several import COUNT
from transforms.wordlists import pairs

FORMAT = "blocks"
_LABEL = re.compile(r"^(?P<label>[^\W\d_a-z][^\W\d_]{1,11}(?: [^\W\d_]{2,11})?):[ \t]*(?P<value>.*)$")
_PUBLISHER = re.compile(r"^(?:Publisher|Pages|ISBN|Price):", re.MULTILINE)
_MARKUP = re.compile(r"^(?:[*•-]\s+)?(?:\*\*)?|(?<=:)\*\*|(?<=\w)\*\*(?=:)")  # "- **Author**: ...", in Markdown
_TEXT = re.compile(r"^(?:Text|Body|Content|Article|Full text):[ \t]*", re.IGNORECASE)
_RULER = re.compile(rf"^(?:\W*|{COUNT})$")
_DATED = {"published", "url"}
_FEWEST_ARTICLES = _FEWEST_LABELS = 2


def documents(text: str) -> list[str]:
    """What begins with the file's first label, again and again, each with another label beside it.

    Most have a headline and a text, too; else it is no such file: a paragraph may begin with "Source:".
    """
    lines = text.split("\n")
    first = next((line for line in lines if not _RULER.match(line)), "")
    opening = _field(first)
    if opening is None:
        return []
    label = first.partition(":")[0]
    starts = [
        place
        for place, line in enumerate(lines)
        if line.startswith(f"{label}:") and (place == 0 or _RULER.match(lines[place - 1]))
    ]
    found = ["\n".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    parted = list(map(_parted, found))
    if len(found) < _FEWEST_ARTICLES or any(len(fields) < _FEWEST_LABELS for fields, _ in parted):
        return []
    if _PUBLISHER.search(text) and not any(_DATED & fields.keys() for fields, _ in parted):
        return []  # books, each with its author and house above what is said of it
    whole = sum("title" in fields and any(map(str.isalnum, body)) for fields, body in parted)
    return found if 2 * whole > len(found) else []


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document."""
    fields, body = _parted(document)
    item = WireItem(
        uri=uri,
        format=FORMAT,
        title=fields.get("title"),
        bylines=bylines(fields.get("byline")),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        published=fields.get("published"),
        section=section(fields.get("section")),
    )
    return wire_article(item, body_parts(body))


@cache
def _fields() -> dict[str, str]:
    rows = pairs("transforms.readers.exports", "blocks.tsv")
    return {label.replace("_", " "): field for field, labels in rows for label in labels.split()}


def _field(line: str) -> tuple[str, str] | None:
    match = _LABEL.match(_MARKUP.sub("", line.strip()))
    field = _fields().get(match["label"].casefold()) if match else None
    return (field, one_line(match["value"])) if match and field else None


def stated_above(text: str) -> tuple[dict[str, str], int]:
    """Fields of the one article of a text, and the offset at which the lines that state them end.

    The headline is among them, or is the line above them. None and 0 where nothing else is, or if they are those of a
    book.
    """
    lines = text.split("\n")
    opening, below, *_ = [*islice((place for place, line in enumerate(lines) if line.strip()), 2), 0, 0]
    is_headed = _field(lines[opening]) is None and _field(lines[below]) is not None
    above = below if is_headed else 0
    fields, number = _head(lines[above:])
    place = above + number
    if place < len(lines) and not _TEXT.sub("", lines[place]):
        place += 1
    end = sum(len(line) + 1 for line in lines[:place])
    is_book = _PUBLISHER.search(text, 0, end) and not _DATED & fields.keys()
    is_headline = len(fields) >= _FEWEST_LABELS and ("title" in fields) is not is_headed
    return (fields, end) if is_headline and not is_book else ({}, 0)


def field_of(line: str) -> str | None:
    """The field that a line states, by its label: "title" of "Headline: ..."."""
    pair = _field(line)
    return pair[0] if pair else None


def _head(lines: list[str]) -> tuple[dict[str, str], int]:
    """Values of the labels at the begin, and the number of lines that they take."""
    fields: dict[str, str] = {}
    place = 0
    while place < len(lines) and (not lines[place].strip() or _field(lines[place])):
        if pair := _field(lines[place]):
            fields.setdefault(*pair)
        place += 1
    return fields, place


def _parted(document: str) -> tuple[dict[str, str], str]:
    """Values of the labels at the begin, and the text below them without a ruler at its end."""
    lines = document.split("\n")
    fields, place = _head(lines)
    while lines and _RULER.match(lines[-1]):
        lines.pop()
    text = "\n".join(lines[place:])
    return fields, _TEXT.sub("", text)
