"""A plain-text article: its blocks with their roles, and the fields its lines hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.vocabulary import BlockKind
from transforms.article import Block, Found, FoundNames
from transforms.byline import clean_names, family_names_first
from transforms.dates import parse_time, published_and_modified
from transforms.lines import byline_lines, french_bylines
from transforms.lines.dateline import find_dateline
from transforms.lines.head import TITLE_LABEL, join_headline
from transforms.lines.line_forms import is_masthead
from transforms.lines.name_lines import is_role
from transforms.lines.page_lines import is_correction
from transforms.lines.roles import assign_roles
from transforms.lines.source_lines import SourceLine, read_source_line
from transforms.lines.units import Unit, split_units

_URL_IN_LINE = re.compile(r"^(?:(?:url|link|source|address)\s*:\s*)?((?:https?://|www\.)\S+)$", re.IGNORECASE)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_HELP = re.compile(
    r"\b(?:contributed|assisted)\b.*$|^\W*(?:with\s+)?(?:additional\s+|further\s+)?(?:reporting|writing|editing|research|reports?|files|"
    r"contributions?|inputs?|compiled|edited|written|production|translation)(?:\s+and\s+\w+)?\s*(?:by|from|:)\s+|;.*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z]{3}\.)\s+(?=[A-Z])")
_ROLES_BEFORE = re.compile(
    r"^(?:[A-Z][\w.&'’-]*\s+){0,4}(?:writer|reporter|correspondent|journalist|editor|producer)s\s+(?=[A-Z])"
)
_HEAD_URLS = 3


@dataclass(frozen=True, slots=True)
class PlainArticle:
    """What the lines of a text say about its article."""

    blocks: tuple[Block, ...]
    title: Found | None
    dek: Found | None
    authors: FoundNames | None
    publisher: Found | None
    contributors: tuple[str, ...]
    url: str | None
    published: Found | None
    modified: Found | None
    dateline: str | None
    notes: tuple[str, ...] = ()


def read_plain_text(text: str) -> PlainArticle:
    """Structure of a text with line feeds as line ends. Block spans slice ``text`` and cover every non-blank line."""
    units = join_headline(split_units(text))
    url = _first_url(units)
    kinds = assign_roles(units, url)
    by_kind: dict[BlockKind, list[Unit]] = {kind: [] for kind in BlockKind}
    for unit, kind in zip(units, kinds, strict=True):
        by_kind[kind].append(unit)
    dateline = _dateline(by_kind)
    published, modified = _times(by_kind, dateline, url)
    return PlainArticle(
        blocks=tuple(Block(kind, unit.start, unit.end) for unit, kind in zip(units, kinds, strict=True)),
        title=_found(by_kind[BlockKind.TITLE], "first-line", TITLE_LABEL),
        dek=_found(by_kind[BlockKind.DEK], "below-title"),
        authors=_authors(by_kind[BlockKind.BYLINE]) or _author_of(by_kind[BlockKind.DATE]),
        publisher=_publisher(by_kind[BlockKind.BOILERPLATE], by_kind[BlockKind.TITLE])
        or _outlet_of(by_kind[BlockKind.DATE])
        or _outlet_above(units, kinds),
        contributors=contributors(unit.text for unit in by_kind[BlockKind.CONTRIBUTOR]),
        url=url,
        published=published,
        modified=modified,
        dateline=dateline,
        notes=tuple(unit.text for unit in by_kind[BlockKind.BOILERPLATE] if is_correction(unit.text)),
    )


def _first_url(units: tuple[Unit, ...]) -> str | None:
    for unit in units[:_HEAD_URLS]:
        if match := _URL_IN_LINE.match(unit.text):
            return match[1]
    return None


def _found(units: list[Unit], method: str, label: re.Pattern[str] | None = None) -> Found | None:
    if not units:
        return None
    value = units[0].text
    return Found(label.sub("", value) if label else value, method)


def _authors(bylines: list[Unit]) -> FoundNames | None:
    texts = tuple(french_bylines.names_printed(unit.text) or unit.text for unit in bylines)
    # "Political Reporter" on a line of its own belongs to the name beside it.
    texts = tuple(text for text in texts if not is_role(text)) or texts
    return FoundNames(texts, "byline") if clean_names(texts) else None


def _publisher(page: list[Unit], title: list[Unit]) -> Found | None:
    """The masthead above the headline."""
    above = [unit for unit in page if title and unit.start < title[0].start]
    name = next((unit.text for unit in above if is_masthead(unit.text)), None)
    return Found(name, "masthead") if name else None


def _outlet_of(days: list[Unit]) -> Found | None:
    """The outlet in a line that tells it beside the day."""
    outlet = next((source.outlet for source in _sources(days) if source.outlet), None)
    return Found(outlet, "source-line") if outlet else None


def _outlet_above(units: tuple[Unit, ...], kinds: tuple[BlockKind, ...]) -> Found | None:
    """The outlet above a line that tells section, day and number of words."""
    if len(units) < 2 or kinds[:2] != (BlockKind.BOILERPLATE, BlockKind.DATE):  # noqa: PLR2004
        return None
    source = read_source_line(units[1].text)
    return Found(units[0].text, "source-line") if source and source.outlet is None else None


def _author_of(days: list[Unit]) -> FoundNames | None:
    """The author in such a line: "Lind, Ada. The Vellmar Lantern; Vellmar. 3 May 2024: A5."."""
    author = next((source.author for source in _sources(days) if source.author), None)
    names = family_names_first(author, certain=True) if author else ()
    return FoundNames(names, "source-line") if names else None


def _sources(days: list[Unit]) -> Iterator[SourceLine]:
    yield from filter(None, (read_source_line(unit.text) for unit in days))


def contributors(lines: Iterable[str]) -> tuple[str, ...]:
    """Names in lines such as "A and B contributed to this report"."""
    return clean_names([_helpers(line) for line in lines], outlets=True)


def _helpers(line: str) -> str:
    """The names of a contributor line, without what they did."""
    if byline_lines.says_where_from(line):
        return ""  # the authors, once more, by their last names
    said = next((part for part in _SENTENCE.split(line) if "contributed" in part), line)
    return _ROLES_BEFORE.sub("", _HELP.sub("", said.strip("()[]_* ")))


def _dateline(by_kind: dict[BlockKind, list[Unit]]) -> str | None:
    if alone := by_kind[BlockKind.DATELINE]:
        return alone[0].text.rstrip(" -–—:")
    return next(filter(None, (find_dateline(unit.text) for unit in by_kind[BlockKind.BODY][:2])), None)


def _days_below_first(by_kind: dict[BlockKind, list[Unit]]) -> list[Unit]:
    """Lines of days, first those between headline and body: above a headline a page may have the day it was read."""
    title, body = by_kind[BlockKind.TITLE][:1], by_kind[BlockKind.BODY][:1]
    if not (title and body):
        return by_kind[BlockKind.DATE]
    return sorted(by_kind[BlockKind.DATE], key=lambda day: not title[0].start < day.start < body[0].start)


def _times(
    by_kind: dict[BlockKind, list[Unit]], dateline: str | None, url: str | None
) -> tuple[Found | None, Found | None]:
    days = [unit.text for unit in _days_below_first(by_kind)]
    lines = [source.day if (source := read_source_line(day)) else day for day in days]
    published, modified = published_and_modified(lines)
    changed = Found(modified, "date-line") if modified else None
    if published:
        return Found(published, "date-line"), changed
    for byline in by_kind[BlockKind.BYLINE]:  # "By Ann Lee, Feb 12, 2025"
        if parse_time(byline.text):
            return Found(byline.text, "byline"), changed
    if modified:
        return Found(modified, "updated-line"), changed
    if dateline and parse_time(dateline):
        return Found(dateline, "dateline"), changed
    if url and (match := _URL_DATE.search(url)):
        return Found(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", "url"), changed
    return None, changed
