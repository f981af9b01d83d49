"""Articles of site generators: fields between two lines of dashes, then the text, which may be Markdown."""

import re
from functools import cache

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.exports.fields import body_parts, one_line
from transforms.readers.item import WireItem, wire_article
from transforms.wordlists import pairs

FORMAT = "front_matter"
_HEAD = re.compile(r"\s*---[ \t]*\n(?P<fields>.{1,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]{0,30})[ \t]*:(?:[ \t]+(?P<value>.*))?")
_MEMBER = re.compile(r"[ \t]*(?:-[ \t]+(?:name:[ \t]*)?|[ \t]name:[ \t]*)(?P<value>.+)")
_FOLDED = frozenset({">", "|", ">-", "|-"})
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.+?)\s*#*")
_PICTURE = re.compile(r"!\[(?P<text>[^\]]{0,300})\]\([^()\s]{1,500}(?:\s[^()]{0,300})?\)")
_LINK = re.compile(r"\[(?P<text>[^\]]{1,300})\]\([^()\s]{1,500}\)")
_STRESS = re.compile(r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_\n]{1,500}?)(?<=\S)(?P=mark)(?![\w*_])")
_FEWEST_FIELDS = 2


def documents(text: str) -> list[str]:
    """The text itself, if it begins with such fields, one of which is its title."""
    match = _HEAD.match(text)
    fields = _fields(match["fields"]) if match else {}
    return [text] if len(fields) >= _FEWEST_FIELDS and "title" in fields else []


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article: its fields as stated, its text without the marks of Markdown."""
    match = _HEAD.match(document)
    fields = _fields(match["fields"]) if match else {}
    url = _first(fields, "url")
    item = WireItem(
        uri=uri,
        format=FORMAT,
        title=_first(fields, "title"),
        dek=_first(fields, "dek"),
        bylines=tuple(fields.get("byline", ())),
        publisher=_first(fields, "publisher"),
        url=url if url and url.startswith("http") else None,
        published=_first(fields, "published"),
        modified=_first(fields, "modified"),
        section=_first(fields, "section"),
        keywords=tuple(fields.get("keywords", ())),
        language=_first(fields, "language"),
    )
    return wire_article(item, [_part(part) for part in body_parts(document[match.end() if match else 0 :])])


@cache
def _known() -> dict[str, str]:
    rows = pairs("transforms.readers.exports", "front_matter.tsv")
    return {key: field for field, keys in rows for key in keys.split()}


def _fields(head: str) -> dict[str, list[str]]:
    """Values by field; those of a list are several."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    folded = False
    for line in head.split("\n"):
        if match := _FIELD.fullmatch(line):
            values = found.setdefault(_known().get(match["key"].casefold(), ""), [])
            folded = (match["value"] or "").strip() in _FOLDED
            values.extend([""] if folded else _values(match["value"] or ""))
        elif folded and line[:1].isspace():
            values[-1] = one_line(f"{values[-1]} {line}")
        elif member := _MEMBER.fullmatch(line):
            values.extend(_values(member["value"]))
    found.pop("", None)
    return {field: values for field, values in found.items() if values}


def _values(value: str) -> list[str]:
    value = value.strip()
    members = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
    return [text for member in members if (text := one_line(member.strip().strip("\"'")))]


def _first(fields: dict[str, list[str]], name: str) -> str | None:
    return fields.get(name, [None])[0]


def _part(part: Part) -> Part:
    heading = _HEADING.fullmatch(part.text)
    picture = _PICTURE.fullmatch(part.text)
    kind = BlockKind.HEADING if heading else BlockKind.CAPTION if picture else part.kind
    text = heading["text"] if heading else part.text.removeprefix("> ")
    for mark in (_PICTURE, _LINK, _STRESS):
        text = mark.sub(lambda match: match["text"], text)
    return Part(kind, text)
