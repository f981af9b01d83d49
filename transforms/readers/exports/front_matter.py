"""Articles of site generators: fields in YAML between two lines of dashes, then the text, which may be Markdown."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.exports.fields import one_line
from transforms.readers.item import WireItem, wire_article
from transforms.wordlists import pairs

if TYPE_CHECKING:
    from markdown_it.token import Token

FORMAT = "front_matter"
_HEAD = re.compile(r"\s*---[ \t]*\n(?P<fields>.{1,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_COLON_WITHIN = re.compile(r"^([A-Za-z][\w-]{0,30}):[ \t]+([^\s\"'\[{>|&*!#-].*:\s.*)$", re.MULTILINE)
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
    return wire_article(item, list(_parts(document[match.end() if match else 0 :])))


@cache
def _known() -> dict[str, str]:
    rows = pairs("transforms.readers.exports", "front_matter.tsv")
    return {key: field for field, keys in rows for key in keys.split()}


def _fields(head: str) -> dict[str, list[str]]:
    """Values by field; those of a list are several."""
    found: dict[str, list[str]] = {}
    for key, value in _loaded(head).items():
        field = _known().get(str(key).casefold())
        values = [text for one in _members(value) if (text := one_line(one))]
        if field and values:
            found.setdefault(field, []).extend(values)
    return found


def _loaded(head: str) -> Mapping[object, object]:
    """The fields, every value as it is written; none if they are no YAML, even with titles like "Storm: two lost"."""
    import yaml  # noqa: PLC0415  (few texts need it)

    for text in (head, _COLON_WITHIN.sub(lambda line: f"{line[1]}: {json.dumps(line[2])}", head)):
        try:
            loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (it makes strings, lists and mappings alone)
        except (yaml.YAMLError, RecursionError):
            continue
        return loaded if isinstance(loaded, dict) else {}
    return {}


def _members(value: object) -> Iterator[str]:
    """A value, those of a list, or the names of people who have more than a name."""
    for one in value if isinstance(value, list) else [value]:
        named = one.get("name") if isinstance(one, dict) else one
        if isinstance(named, str):
            yield named


def _first(fields: dict[str, list[str]], name: str) -> str | None:
    return fields.get(name, [None])[0]


def _parts(text: str) -> Iterator[Part]:
    """The headings, paragraphs and pictures of a text in Markdown."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (few texts need it)

    kind = BlockKind.BODY
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in {"heading_open", "heading_close"}:
            kind = BlockKind.HEADING if token.type == "heading_open" else BlockKind.BODY
        elif token.type == "inline":
            is_picture = [child.type for child in token.children or ()] == ["image"]
            yield Part(BlockKind.CAPTION if is_picture else kind, _plain(token))
        elif token.type in {"fence", "code_block"}:
            yield Part(BlockKind.BODY, token.content)


def _plain(inline: "Token") -> str:
    """The words of a paragraph: of a link what is shown, of a picture what it shows, and no tags of HTML."""
    shown = (child for child in inline.children or () if child.type != "html_inline")
    return "".join(" " if child.type in {"softbreak", "hardbreak"} else child.content for child in shown)
