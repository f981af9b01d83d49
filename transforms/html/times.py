"""When a page was published, and last changed: as it states, marks up or prints."""

from collections.abc import Iterable, Sequence

from transforms.article import Found
from transforms.dates import is_date_line, parse_time, published_and_modified
from transforms.html.jsonld import text_of
from transforms.html.page import Element, Page, meta_names, plain_text

_LONGEST_LINE = 120  # characters of one that gives a date
_BESIDE = frozenset({"aside", "li", "nav"})
_DATE_PATH = (
    "//*[self::time or contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')]"
    "[not(ancestor::aside or ancestor::footer or ancestor::nav)]"
)
_MAX_DATES = 40  # elements that look like one
_FAR = "2100-01-01"  # given, so that htmldate does not take the day of the run as its bound


def find_published(page: Page, head: Sequence[str] = ()) -> Found | None:
    """When it was published: as stated, as marked up, as printed in a line of its own, or as htmldate finds it.

    ``head`` holds the lines above the first paragraph that say when, or by whom; they count where no markup tells more.
    """
    return (
        _stated(page)
        or _marked_up(page)
        or _printed(plain_text(tag) for tag in page.tree.xpath(_DATE_PATH)[:_MAX_DATES])
        or _printed_above(head)
        or _guessed_date(page)
    )


def _stated(page: Page) -> Found | None:
    """As the page states it of itself, in JSON-LD or in meta tags."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = text_of(page.node.get(key))
        if value and parse_time(value):
            return Found(value, "json-ld")
    told = (value for value in page.all_meta(*meta_names("published")) if parse_time(value))
    value = next(told, None)
    return Found(value, "meta") if value is not None else None


def _marked_up(page: Page) -> Found | None:
    """As a tag for times has it: one behind the headline before others, and those of teasers last."""
    behind = set(page.tree.xpath("(//h1)[1]/following::*"))
    times = page.tree.xpath("//*[@itemprop='datePublished'] | //time[@datetime]")
    for tag in sorted(times, key=lambda tag: (_stands_aside(tag), tag not in behind)):
        value = tag.get("content") or tag.get("datetime") or plain_text(tag)
        if parse_time(value):
            return Found(str(value), "time-tag")
    return None


def _printed(lines: Iterable[str]) -> Found | None:
    """As the first of the lines that holds nothing but a date prints it."""
    for line in lines:
        if len(line) <= _LONGEST_LINE and is_date_line(line) and parse_time(line):
            return Found(_first_published(line), "date-line")
    return None


def _printed_above(head: Sequence[str]) -> Found | None:
    """As the first line above the first paragraph prints it that has a date, beside a name, too."""
    for line in head:
        if parse_time(line):
            return Found(_first_published(line) if is_date_line(line) else line, "date-line")
    return None


def _first_published(line: str) -> str:
    """The part of a line of dates that says when it was published: "Updated 3 May 2024 | Published 2 May 2024"."""
    published, _ = published_and_modified([line])
    return published if published and parse_time(published) else line


def _stands_aside(tag: Element) -> bool:
    """Whether a time is rather that of a teaser or of today: in a list, an aside, the head or the foot of the page."""
    above = [element.tag for element in tag.iterancestors()]
    is_in_article = not {"article", "main"}.isdisjoint(above)
    return not _BESIDE.isdisjoint(above) or (not is_in_article and not {"footer", "header"}.isdisjoint(above))


def _guessed_date(page: Page) -> Found | None:
    from htmldate import find_date  # noqa: PLC0415  (slow to import, seldom needed)

    try:
        day = find_date(page.tree, extensive_search=False, original_date=True, max_date=_FAR)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    return Found(day, "htmldate") if day else None


def find_modified(page: Page) -> Found | None:
    """When it was last changed, as stated."""
    if value := text_of(page.node.get("dateModified")):
        return Found(value, "json-ld")
    value = page.first_meta(*meta_names("modified"))
    return Found(value, "meta") if value else None
