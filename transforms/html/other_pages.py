"""Pages that are no article: what a server or a guard gives instead of one, and lists of articles."""

import re
from collections.abc import Sequence
from itertools import islice

from transforms.html.fields import is_free
from transforms.html.page import Element, Page
from transforms.html.parts import Part
from transforms.html.prose import letters
from transforms.wordlists import word_set

_MAX_ERROR = 900  # code points of the text on a page of an error or of consent
_MIN_TEASERS = 3
_SHARE = 0.7
_MAX_TEASER = 900
_MAX_HEADINGS = 500
_MIN_SCRIPT = 1000  # code points of scripts that may know a text
_KEY = 48
_HEADINGS = ("h2", "h3", "h4")
_MARKS = re.compile(r"[\W_]+")
_ARTICLE_TIMES = ("article:published_time", "og:article:published_time", "parsely-pub-date")


def told_otherwise(page: Page, body: Sequence[Part]) -> str | None:
    """What a page is if it is no article, None if it may be one. What says that it is an article is believed."""
    if page.node or page.first_meta("og:type") == "article" or page.first_meta(*_ARTICLE_TIMES):
        return None
    size = sum(len(part.text) for part in body)
    if size <= _MAX_ERROR and (title := _error_title(page)):
        return f'a page titled "{title}"'
    teasers, share = _teasers(page.tree, body)
    if teasers >= _MIN_TEASERS and share >= _SHARE:
        return f"a list of {teasers} articles that stand elsewhere"
    return None


def _error_title(page: Page) -> str | None:
    tags = [tag for name in ("title", "h1") for tag in page.tree.iter(name)]
    texts = (" ".join("".join(map(str, tag.itertext())).split()) for tag in tags)
    return next((text for text in texts if any(map(_is_error, (text, *re.split(r"\s[|–—:·-]\s", text))))), None)


def _is_error(text: str) -> bool:
    return " ".join(_MARKS.sub(" ", text.casefold()).split()) in word_set("transforms.html", "error_titles.txt")


def _teasers(tree: Element, body: Sequence[Part]) -> tuple[int, float]:
    """How many teasers the body is made of, and the share of its letters that is in them.

    A teaser is a heading that links away, or is within a link, with what stands beside it.
    """
    joined = ""
    count = 0
    seen: set[Element] = set()
    for heading in islice(tree.iter(*_HEADINGS), _MAX_HEADINGS):
        links = [*heading.iter("a"), *heading.iterancestors("a")]
        if not any(not (link.get("href") or "#").startswith("#") for link in links):
            continue
        box = _box(heading)
        if box is not None and box not in seen:
            seen.add(box)
            text = letters("".join(map(str, box.itertext())))
            count += len(text) > len(letters("".join(map(str, heading.itertext()))))
            joined += f"\n{text}"
    total = sum(len(part.text) for part in body)
    inside = sum(len(part.text) for part in body if letters(part.text)[:_KEY] in joined)
    return count, inside / max(1, total)


def _box(heading: Element) -> Element | None:
    """The largest element around a heading that holds no other, if it is no longer than a teaser."""
    box = None
    for above in heading.iterancestors():
        if above.tag in {"body", "main"} or len(list(islice(above.iter("h1", *_HEADINGS), 2))) > 1:
            break
        box = above
    return None if box is None or len("".join(map(str, box.itertext()))) > _MAX_TEASER else box


def why_no_text(page: Page) -> str:
    """Why no article was found on a page, and what may help."""
    if is_free(page) is False:
        return "no article on the page, which says that it is not free to read: save it as a subscriber sees it"
    if sum(len(script.text or "") for script in page.tree.iter("script")) >= _MIN_SCRIPT:
        return "no article on the page; its scripts may hold or load the text: save it as a browser shows it"
    return "no article on the page"
